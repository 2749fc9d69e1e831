/** Everybody who is named in a folder, each once: persons, outlets, agencies, bodies, with their names and owners. */
import type { OutputSource } from '../output.ts';
import { samePerson } from '../people/compatibility.ts';
import { partsOf } from '../people/parts.ts';
import { bodyKey } from './bodies.ts';
import type { Outlets } from './outlets.ts';
import { plainName } from './plain-name.ts';
import type { OwnRow } from './register-file.ts';
import { sharedNames } from './shared-names.ts';
import { shortId } from './short-id.ts';
import type { ToldArticle } from './told.ts';
import { DisjointSets } from './union.ts';

export interface RegisterEntry {
  /** The same in every run that has this entry. */
  readonly id: string;
  readonly name: string;
  readonly kind: OutputSource['kind'];
  /** Its other names, sorted. */
  readonly aliases: readonly string[];
  readonly owner: string | null;
  /** The id that the user's register gives. */
  readonly ownId: string | null;
  /** Articles in which it speaks. */
  readonly articles: number;
  /** Claims that come from it. */
  readonly claims: number;
  /** The body that it speaks for, as an article says; null for most. */
  readonly speaksFor: string | null;
}

/** A source of an article, as a place in the lists of `buildRegister`. */
export interface SourcePlace {
  readonly article: number;
  readonly source: string;
}

export interface Register {
  /** Those that are known, the user's among them. */
  readonly outlets: Outlets;
  /** Most claims first. */
  readonly entries: readonly RegisterEntry[];
  /** @returns null for pronouns, roles and whatever has no name */
  readonly entryOf: (article: number, source: string) => RegisterEntry | null;
}

/** A name in one article. */
interface Mention extends SourcePlace {
  /** As the register lists it. */
  readonly name: string;
  readonly written: string;
  readonly kind: OutputSource['kind'];
  readonly owner: string | null;
  readonly ownId: string | null;
  readonly speaksFor: string | null;
}

/**
 * @param articles in the order of time
 * @param rows the user's register
 * @param outlets those that are known, the user's among them
 * @param same pairs of sources that said the same words: the one without a name is the other
 */
export function buildRegister(
  articles: readonly ToldArticle[],
  rows: ReadonlyMap<string, OwnRow>,
  outlets: Outlets,
  same: readonly (readonly [SourcePlace, SourcePlace])[],
): Register {
  const mentions = articles.flatMap((article, at) => mentionsIn(article, at, rows, outlets));
  const sets = new DisjointSets(mentions.length);
  joinNames(mentions, articles, sets);
  const places = new Map(mentions.map((mention, at) => [keyOf(mention), at]));
  const meant = new Map<string, number>();
  for (const pair of same) {
    const [a, b] = pair.map((place) => places.get(keyOf(place)));
    if (a === undefined && b !== undefined) meant.set(keyOf(pair[0]), b);
    if (b === undefined && a !== undefined) meant.set(keyOf(pair[1]), a);
  }
  const counts = countClaims(articles, (place) => {
    const at = places.get(keyOf(place)) ?? meant.get(keyOf(place));
    return at === undefined ? null : sets.find(at);
  });
  const groups = new Map<number, Mention[]>();
  for (const [at, mention] of mentions.entries()) {
    push(groups, sets.find(at), mention);
  }
  const byRoot = new Map(
    [...groups].map(([root, group]) => [root, entryFrom(group, articles, counts.get(root) ?? 0)] as const),
  );
  const entries = [...byRoot.values()].sort(mostClaimsFirst);
  const entryOf = (article: number, source: string): RegisterEntry | null => {
    const key = keyOf({ article, source });
    const at = places.get(key) ?? meant.get(key);
    return at === undefined ? null : byRoot.get(sets.find(at))!;
  };
  return { entries, entryOf, outlets };
}

function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

const keyOf = ({ article, source }: SourcePlace): string => `${article} ${source}`;

function mentionsIn(article: ToldArticle, at: number, rows: ReadonlyMap<string, OwnRow>, outlets: Outlets): Mention[] {
  return article.voices.map(({ id, name, written, kind, speaksFor }) => {
    const row = rows.get(plainName(written)) ?? rows.get(plainName(name));
    const isOutlet = kind === 'media' || kind === 'news-agency';
    const outlet = isOutlet ? outlets.meant(name, article.outlets) : null;
    const listed = row?.sameAs ?? row?.name ?? outlet?.name ?? written.replace(/^the /i, '');
    const listedRow = rows.get(plainName(listed)) ?? row;
    const listedOutlet = outlets.named(listed);
    return {
      article: at,
      source: id,
      name: listed,
      written,
      kind: row?.kind ?? listedRow?.kind ?? outlet?.kind ?? kind,
      owner: row?.owner ?? listedRow?.owner ?? outlet?.owner ?? (outlet ? null : (listedOutlet?.owner ?? null)),
      ownId: row?.id ?? listedRow?.id ?? null,
      speaksFor,
    };
  });
}

/** Joins mentions of one name, and persons by surname and given names that agree. */
function joinNames(mentions: readonly Mention[], articles: readonly ToldArticle[], sets: DisjointSets): void {
  const byName = new Map<string, number>();
  const bySurname = new Map<string, number[]>();
  for (const [at, mention] of mentions.entries()) {
    const key = mention.kind === 'person' ? `person ${plainName(mention.name)}` : bodyKey(mention.name);
    const before = byName.get(key);
    const alone = mention.kind === 'person' && !mention.name.includes(' ');
    if (before !== undefined && !alone) sets.join(before, at);
    if (!alone) byName.set(key, before ?? at);
    if (mention.kind !== 'person') continue;
    const { last } = partsOf(mention.name);
    push(bySurname, last, at);
  }
  for (const group of bySurname.values()) joinPersons(group, mentions, articles, sets);
}

/** Namesakes of one surname: as many different persons as there are names that disagree. */
function joinPersons(
  group: readonly number[],
  mentions: readonly Mention[],
  articles: readonly ToldArticle[],
  sets: DisjointSets,
): void {
  const full = [...new Map(group.filter((at) => mentions[at]!.name.includes(' ')).map((at) => [sets.find(at), at]))];
  const parts = full.map(([, at]) => partsOf(mentions[at]!.name));
  for (const [index, [root]] of full.entries()) {
    const alike = full.flatMap((_, other) =>
      other !== index && samePerson(parts[index]!, parts[other]!) ? other : [],
    );
    // "J. Smith" may be two people who are not one another: then it stays alone.
    const one = alike.every((a) => alike.every((b) => a === b || samePerson(parts[a]!, parts[b]!)));
    if (one) for (const other of alike) sets.join(root, full[other]![0]);
  }
  const alone = group.filter((one) => !mentions[one]!.name.includes(' '));
  for (const [index, at] of alone.entries()) {
    const here = articles[mentions[at]!.article]!;
    const isNear = (other: number) => shareMatter(here, articles[mentions[other]!.article]!);
    const near = full.filter(([, other]) => isNear(other));
    const roots = new Set(near.map(([root]) => sets.find(root)));
    if (roots.size === 1) sets.join([...roots][0]!, at);
    if (roots.size > 0) continue;
    const before = alone.slice(Math.max(0, index - MAX_BACK), index).find(isNear);
    if (before !== undefined) sets.join(before, at);
  }
}

/** A surname alone is looked for among so many articles before. */
const MAX_BACK = 50;

/** Names in common that two articles on one matter have. */
const MIN_SHARED_NAMES = 4;

function shareMatter(a: ToldArticle, b: ToldArticle): boolean {
  return a === b || sharedNames(a, b, MIN_SHARED_NAMES) === MIN_SHARED_NAMES;
}

function countClaims(
  articles: readonly ToldArticle[],
  rootOf: (place: SourcePlace) => number | null,
): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const [article, { claims }] of articles.entries()) {
    for (const { source, goesOn } of claims) {
      const root = source === null || goesOn ? null : rootOf({ article, source });
      if (root !== null) counts.set(root, (counts.get(root) ?? 0) + 1);
    }
  }
  return counts;
}

function entryFrom(group: readonly Mention[], articles: readonly ToldArticle[], claims: number): RegisterEntry {
  const name = best(group.map((mention) => mention.name));
  const kind = best(group.map((mention) => mention.kind)) as OutputSource['kind'];
  const alone = kind === 'person' && !name.includes(' ');
  const written = new Set(group.flatMap((mention) => [mention.name, mention.written]));
  return {
    // A surname alone is somebody else in another matter.
    id: shortId('r', `${kind} ${plainName(name)}${alone ? ` ${articles[group[0]!.article]!.id}` : ''}`),
    name,
    kind,
    aliases: [...written].filter((alias) => alias !== name).sort(),
    owner: group.find(({ owner }) => owner !== null)?.owner ?? null,
    ownId: group.find(({ ownId }) => ownId !== null)?.ownId ?? null,
    articles: new Set(group.map(({ article }) => article)).size,
    claims,
    speaksFor: group.find(({ speaksFor }) => speaksFor !== null)?.speaksFor ?? null,
  };
}

/** The most frequent; of several the longest, then the first by code unit. */
function best(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const ranked = [...counts].sort(
    ([a, m], [b, n]) =>
      Number(b.includes(' ')) - Number(a.includes(' ')) || n - m || b.length - a.length || (a < b ? -1 : 1),
  );
  return ranked[0]![0];
}

function mostClaimsFirst(a: RegisterEntry, b: RegisterEntry): number {
  return b.claims - a.claims || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1);
}
