/**
 * Words as corroboration compares them: stems as small numbers, each with what it tells. What a word tells comes from a
 * list that was counted once, not from the folder, so that articles which have nothing to do with two others do not
 * change how alike these are.
 */
import stemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { loadLexicon } from '../lexicon.ts';

/** Articles that the list was counted in. */
const COUNTED = 837;
/** A stem that the list lacks stood in fewer than four of them. */
const UNLISTED = 1.5;

const WORD = /[\p{L}\p{M}]+(?:['’](?:s|t|re|ve|ll|d|m)\b)?|\d+(?:[.,]\d+)*/gu;
/** Figures that are written as words where they are small, or with words where they are large. */
const LEVELLED: ReadonlyMap<string, string> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, value) => [word, String(value)]),
);
/** Words that are written short or long. */
const ALIKE: ReadonlyMap<string, string> = new Map([
  ["n't", 'not'],
  ['percent', 'percent'],
  ['pct', 'percent'],
  ['pc', 'percent'],
  ['u', 'us'],
]);

/** A stem by its number. */
interface Stem {
  readonly id: number;
  /** Natural logarithm of how rare it is; 0 for words that hold sentences together. */
  readonly weight: number;
}

let counts: ReadonlyMap<string, number> | undefined;

/** Stems of one folder, numbered as they come. */
export class Vocabulary {
  readonly #words = new Map<string, number>();
  readonly #stems = new Map<string, Stem>();
  readonly #weights: number[] = [];

  /**
   * @param text any text
   * @returns the numbers of its stems, in order; marks are left out
   */
  read(text: string): number[] {
    const ids: number[] = [];
    for (const [word] of text.matchAll(WORD)) for (const part of partsOf(word)) ids.push(this.#idOf(part));
    return ids;
  }

  weightOf(id: number): number {
    return this.#weights[id]!;
  }

  #idOf(word: string): number {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    const form = LEVELLED.get(word) ?? ALIKE.get(word) ?? word;
    const stem = /^\d/.test(form) ? form.replace(/,(?=\d{3})/g, '') : stemOf(form);
    let entry = this.#stems.get(stem);
    if (!entry) {
      entry = { id: this.#weights.length, weight: weightOf(stem) };
      this.#weights.push(entry.weight);
      this.#stems.set(stem, entry);
    }
    this.#words.set(word, entry.id);
    return entry.id;
  }
}

/** `don’t` is `do` and `not`; the s of a possessive and of `it’s` tells nothing. */
function partsOf(word: string): string[] {
  const lower = word.toLowerCase().replaceAll('’', "'");
  const mark = lower.indexOf("'");
  if (mark < 0) return [lower];
  if (lower.endsWith("n't")) {
    const verb = lower.slice(0, -3);
    return [verb === 'ca' ? 'can' : verb === 'wo' ? 'will' : verb, 'not'];
  }
  return [lower.slice(0, mark)];
}

/** Porter's stem (natural), without accents. */
export function stemOf(lower: string): string {
  return stemmer.stem(lower.normalize('NFD').replace(/\p{M}+/gu, ''));
}

function weightOf(stem: string): number {
  counts ??= new Map(
    loadLexicon(new URL('./words.tsv', import.meta.url)).map(([word, count]) => [word!, Number(count)] as const),
  );
  return Math.log((COUNTED + 1) / ((counts.get(stem) ?? UNLISTED) + 0.5));
}
