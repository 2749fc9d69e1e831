/**
 * Names that look like a person's and are none: an organization known by name, and the model or make of what is counted
 * ("43 Bradley combat vehicles"), a storm ("Hurricane Maria").
 */
import type { Words } from '../document.ts';
import { loadWords } from '../lexicon.ts';
import { bitOf, gazetteerBits } from './gazetteer.ts';

const PRODUCT = bitOf('product');
/** Words between the model and what it is a model of, at most. */
const BETWEEN = 2;

let organizations: ReadonlySet<string> | undefined;

/** Whether a name, as written, is that of a well-known organization. */
export function isKnownOrganization(name: string): boolean {
  organizations ??= loadWords(new URL('./organizations.tsv', import.meta.url));
  return organizations.has(name.replaceAll('’', "'"));
}

/** Whether the words `from` to `to` name the make of a vehicle, weapon or device: a noun for one stands behind, a count or article before. */
export function isMake(words: Words, from: number, to: number): boolean {
  for (let word = to; word <= Math.min(to + BETWEEN, words.count - 1); word++) {
    const lower = words.lower[word]!;
    if (lower !== words.forms[word] || !/^\p{L}+$/u.test(lower)) return false;
    if (gazetteerBits(lower) & PRODUCT) return isCounted(words, from);
  }
  return false;
}

const STORMS = new Set(['hurricane', 'typhoon', 'cyclone', 'storm']);

/** Whether the name that begins at `from` is a storm's. */
export function isStorm(words: Words, from: number): boolean {
  return from > 0 && STORMS.has(words.lower[from - 1]!) && words.lower[from - 1] !== words.forms[from - 1];
}

function isCounted(words: Words, from: number): boolean {
  return (
    from > 0 &&
    /^(?:\d[\d,.]*|an?|several|many|some|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand)$/.test(
      words.lower[from - 1]!,
    )
  );
}
