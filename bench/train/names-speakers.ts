/**
 * Names that the annotations of attributions tell: who speaks is a person or none, with the fullest name that the text has.
 * Of the other names of these texts nothing is known, so they teach nothing. The kit's articles are left out: they measure.
 */
import type { Span } from '../../src/document.ts';
import { KINDS } from '../../src/names/tagger.ts';
import { isTitle } from '../../src/names/titles.ts';
import { type GoldText, readCorpus } from './attributions/corpora.ts';
import type { Marked, NamedText } from './names-corpora.ts';

const [PERSON, ORGANIZATION] = [KINDS.indexOf('person'), KINDS.indexOf('organization')];
const BODIES: ReadonlySet<string | null> = new Set(['organization', 'government', 'media', 'news-agency']);
/** "Corvane", "Bank of Lome", "Hart & Low". A government may be a place by its name. */
const PROPER =
  /^\p{Lu}[\p{L}\p{M}\p{N}'’.&-]*(?:\s(?:and|de|for|in|of|on|the|&))*(?:\s\p{Lu}[\p{L}\p{M}\p{N}'’.&-]*)*$/u;
const ARTICLE = /^(?:the|an?)\s+/iu;
/** "Karim al-Sayed", "Lena van der Berg", "Tran Thi Hoa": two words or more, all but particles with a capital letter. */
const FULL_NAME =
  /^\p{Lu}[\p{L}\p{M}'’.-]*(?:\s(?:al|bin|da|de|del|den|der|di|dos|du|el|ibn|la|le|van|von))*(?:\s\p{Lu}[\p{L}\p{M}'’.-]*)+$/u;
/** What stands for a person with capital letters and is no name. */
const NO_NAME = /(?:^|\s)(?:The|A|An|One|His|Her|My|Our|Their|Its|[A-Z]{1,3}s?)(?:\s|$)/u;
const NAME_OF_A_BODY = /\p{Lu}/u;

/** The texts of a corpus, each with the names of its speakers. */
export function readSpeakers(corpus: 'annotated' | 'written'): NamedText[] {
  return readCorpus(corpus).map(speakersOf);
}

/** @returns the text with every place where the name of one of its speakers stands */
function speakersOf({ id, text, attributions }: GoldText): NamedText {
  const persons = new Set<string>();
  /** Whether each is an organization; else a government or a phrase. */
  const bodies = new Map<string, boolean>();
  for (const { kind, name } of attributions.flatMap(({ chain }) => chain)) {
    if (name === null) continue;
    const bare = name.replace(ARTICLE, '');
    if (kind === 'person' && FULL_NAME.test(name) && !NO_NAME.test(name)) persons.add(withoutTitles(name));
    else if (BODIES.has(kind) && NAME_OF_A_BODY.test(bare) && bare.length < 60)
      bodies.set(bare, kind !== 'government' && PROPER.test(bare));
  }
  const noPersons: Span[] = [];
  const names: Marked[] = [];
  for (const [body, isOrganization] of [...bodies].sort(([a], [b]) => b.length - a.length)) {
    if (persons.has(body)) continue;
    const places = placesOf(text, body).filter((span) => !overlaps(span, [...names, ...noPersons]));
    if (isOrganization) names.push(...places.map((span) => ({ ...span, kind: ORGANIZATION })));
    else noPersons.push(...places);
  }
  const free = (span: Span) => !overlaps(span, [...names, ...noPersons]);
  const full = [...persons].filter((name) => name.includes(' '));
  for (const name of full)
    names.push(
      ...placesOf(text, name)
        .filter(free)
        .map((span) => ({ ...span, kind: PERSON })),
    );
  for (const name of full) {
    const family = name.slice(name.lastIndexOf(' ') + 1);
    const alone = placesOf(text, family).filter((span) => free(span) && standsAlone(text, span));
    names.push(...alone.map((span) => ({ ...span, kind: PERSON })));
  }
  names.sort((a, b) => a.start - b.start);
  return { id, text, names, marked: 'speakers', noPersons };
}

const overlaps = ({ start, end }: Span, others: readonly Span[]): boolean =>
  others.some((one) => one.start < end && start < one.end);

function withoutTitles(name: string): string {
  const words = name.split(' ');
  while (words.length > 1 && isTitle(words[0]!.toLowerCase())) words.shift();
  return words.join(' ');
}

/** Where the words stand by themselves, not inside others. */
function placesOf(text: string, words: string): Span[] {
  const found: Span[] = [];
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + words.length)) {
    const end = start + words.length;
    const inside = /[\p{L}\p{N}]/u;
    if (!inside.test(text[start - 1] ?? ' ') && !inside.test(text[end] ?? ' ')) found.push({ start, end });
  }
  return found;
}

/** Whether no word with a capital letter, hyphen or "&" stands beside a family name: "Weber Group" may be anything. */
function standsAlone(text: string, { start, end }: Span): boolean {
  return (
    !/[\p{Lu}&][\p{L}'’.-]*[ -]$/u.test(text.slice(Math.max(0, start - 30), start)) &&
    !/^(?:-| \p{Lu}| &)/u.test(text.slice(end, end + 3))
  );
}
