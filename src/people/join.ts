/** Groups the name mentions of each person: full names first, then the short forms. */
import type { Article, NameMention, Span } from '../document.ts';
import { byPosition, lastStartingAt, slice } from '../document.ts';
import { bitOf, gazetteerBits } from '../names/gazetteer.ts';
import { samePerson } from './compatibility.ts';
import { type Gender, type GenderAt, genderOfGiven } from './gender.ts';
import { Namesakes } from './namesakes.ts';
import { type NameParts, partsOf } from './parts.ts';

/** A person while names are joined. `mentions` is sorted by position. */
export interface Group {
  /** The fullest form, as written. */
  readonly name: string;
  readonly mentions: readonly Span[];
  readonly gender: Gender;
}

interface Open {
  name: string;
  /** Its distinct forms. */
  parts: NameParts[];
  full: Span[];
  short: Span[];
  gender: Gender;
}

const FIRST_NAME = bitOf('F') | bitOf('f');
/** Added to the distance of a name that follows, so that any name before a mention is preferred. */
const BEYOND_ANY_DISTANCE = 2 ** 31;

/** A name with its text and its parts. */
interface ReadName {
  readonly name: NameMention;
  readonly text: string;
  readonly parts: NameParts;
}

/**
 * Joins person names to persons.
 *
 * A mention of one word goes to the person with that surname, or that given name, who was named last before it (else
 * first after it); where a title before it tells man or woman, to one of whom that is known, else to one whom the text does
 * not call the other.
 *
 * @param names sorted
 * @param genderAt what stands before a name
 * @returns one group a person, in the order of their first mentions
 */
export function joinNames(article: Article, names: readonly NameMention[], genderAt: GenderAt): Group[] {
  const partsByText = new Map<string, NameParts>();
  const read = names.map((name): ReadName => {
    const text = slice(article, name);
    const parts = partsByText.get(text) ?? partsOf(text);
    partsByText.set(text, parts);
    return { name, text, parts };
  });
  const groups: Open[] = [];
  const namesakes = new Namesakes<Open>();
  const short = joinFullNames(article, read, genderAt, groups, namesakes);
  joinShortNames(short, genderAt, groups, namesakes);
  return groups
    .map(({ name, full, short, gender }) => ({
      name,
      gender,
      mentions: [...full, ...short].map(({ start, end }) => ({ start, end })).sort(byPosition),
    }))
    .sort((a, b) => byPosition(a.mentions[0]!, b.mentions[0]!));
}

/**
 * Groups the names that have a given name.
 *
 * @param groups gets the persons; `namesakes` finds them by the words of their names
 * @returns the names of one word, which are left
 */
function joinFullNames(
  article: Article,
  read: readonly ReadName[],
  genderAt: GenderAt,
  groups: Open[],
  namesakes: Namesakes<Open>,
): ReadName[] {
  const short: ReadName[] = [];
  const byForm = new Map<string, Open>();
  for (const [at, { name, text, parts }] of read.entries()) {
    const shared = sharedSurname(article, name, parts, read[at + 1]);
    const full = shared ?? parts;
    if (full.given.length === 0) {
      short.push(read[at]!);
      continue;
    }
    const written = shared ? `${text} ${read[at + 1]!.parts.words.at(-1)}` : text.replace(/\s+/gu, ' ');
    const gender = genderAt(name);
    const form = `${gender ?? ''} ${written}`;
    const fits = (group: Open) => agree(group.gender, gender) && group.parts.some((one) => samePerson(one, full));
    const known = byForm.get(form) ?? namesakes.withSurname(full.last).find(fits);
    if (!known) {
      const made = { name: written, parts: [full], full: [name], short: [], gender };
      groups.push(made);
      namesakes.add(made, full);
      byForm.set(form, made);
      continue;
    }
    if (!byForm.has(form)) {
      known.parts.push(full);
      namesakes.add(known, full);
    }
    byForm.set(form, known);
    known.full.push(name);
    known.gender ??= gender;
    if (written !== known.name && isFuller(written, known.name)) known.name = written;
  }
  return short;
}

/** Assigns each name of one word to the nearest person who has it, or makes it a person of its own. */
function joinShortNames(
  short: readonly ReadName[],
  genderAt: GenderAt,
  groups: Open[],
  namesakes: Namesakes<Open>,
): void {
  const candidates = new Map<string, [surname: Open[], given: Open[]]>();
  for (const { name, text, parts } of short) {
    const gender = genderAt(name);
    let fits = candidates.get(parts.last);
    if (!fits) {
      fits = [namesakes.surnamed(parts.last), namesakes.called(parts.last)];
      candidates.set(parts.last, fits);
    }
    const found = nearest(fits[0], name, gender) ?? nearest(fits[1], name, gender);
    if (found) {
      found.short.push(name);
      found.gender ??= gender;
    } else {
      const made = { name: text, parts: [parts], full: [], short: [name], gender };
      groups.push(made);
      namesakes.add(made, parts);
      candidates.clear();
    }
  }
}

function agree(a: Gender, b: Gender): boolean {
  return a === null || b === null || a === b;
}

/** "Bill and Hillary Clinton": the surname belongs to both. */
function sharedSurname(
  article: Article,
  name: Span,
  parts: NameParts,
  next: { readonly name: Span; readonly parts: NameParts } | undefined,
): NameParts | null {
  if (parts.given.length > 0 || next === undefined || next.parts.given.length === 0) return null;
  if (!/^\s+(?:and|&)\s+$/u.test(article.text.slice(name.end, next.name.start))) return null;
  if ((gazetteerBits(parts.last) & FIRST_NAME) === 0) return null;
  return { ...parts, given: [parts.last], last: next.parts.last };
}

/** Whether a form is fuller than the one shown so far: more given names written out, or more words. */
function isFuller(written: string, shown: string): boolean {
  const [a, b] = [partsOf(written), partsOf(shown)];
  const spelt = (parts: NameParts) => wordsOf(parts.given).filter((word) => word.length > 1).length;
  const more = spelt(a) - spelt(b) || wordsOf(a.words).length - wordsOf(b.words).length;
  return a.last === b.last && more > 0;
}

/** "Jean-Claude" counts as two. */
const wordsOf = (words: readonly string[]): string[] => words.flatMap((word) => word.split('-'));

/** The group named last before a mention, else first after it, among those whose gender fits the title. */
function nearest(groups: readonly Open[], mention: Span, gender: Gender): Open | null {
  let best: Open | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const group of fittingTitle(groups, gender)) {
    const before = Math.max(
      group.full[lastStartingAt(group.full, mention.start)]?.start ?? -1,
      group.short.at(-1)?.start ?? -1,
    );
    const distance = before < 0 ? BEYOND_ANY_DISTANCE + group.full[0]!.start : mention.start - before;
    if (distance < least) {
      best = group;
      least = distance;
    }
  }
  return best;
}

/** Those known to be what a title tells, else those not known to be the other. */
function fittingTitle(groups: readonly Open[], gender: Gender): readonly Open[] {
  if (gender === null) return groups;
  // "Mrs. Clinton" is not Bill Clinton, though nothing else in the text calls him a man.
  const told = ({ gender, parts }: Open): Gender => gender ?? genderOfGiven(parts[0]!.given[0]);
  const known = groups.filter((group) => told(group) === gender);
  return known.length > 0 ? known : groups.filter((group) => told(group) === null);
}
