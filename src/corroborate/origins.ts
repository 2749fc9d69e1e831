/**
 * Where a claim comes from: from how many speakers, and how many heard it at first hand. Both are intervals, for two
 * unnamed sources may be one man, and a paper that names nobody may have been there or not.
 */
import { sameBody } from './bodies.ts';
import { type Cluster, type Member, proof, proofOfClaim } from './cluster.ts';
import { edgesOf, type Reading } from './graph.ts';
import { hearerOf, type Named, outletKey, partyOf } from './parties.ts';
import type { Register, RegisterEntry } from './register.ts';
import type { EdgeRow, Evidence, OriginRow } from './rows.ts';
import { shortId } from './short-id.ts';
import type { ToldArticle } from './told.ts';
import { DisjointSets } from './union.ts';

interface Origin {
  readonly key: string;
  readonly kind: OriginRow['kind'];
  readonly name: string;
  readonly entry: RegisterEntry | null;
  readonly evidence: Evidence[];
}

export interface Traced {
  readonly origins: readonly OriginRow[];
  /** Ids of the origins of each member. */
  readonly ofMember: readonly (readonly string[])[];
  readonly speakers: readonly [number, number];
  readonly hearings: readonly [number, number];
  readonly edges: readonly EdgeRow[];
  /** Articles (indexes) by what others have from them. */
  readonly credited: ReadonlySet<number>;
  readonly copies: ReadonlySet<number>;
  readonly relays: readonly boolean[];
  readonly flags: readonly ('single-origin' | 'no-origin' | 'origin-outside')[];
}

/**
 * Follows each member of a cluster back to who first said it: a named speaker, a document, an outlet, or an article outside.
 *
 * @param cluster claims that say the same
 * @param articles all that are compared, by the indexes that the cluster names
 */
export function traceOrigins(cluster: Cluster, articles: readonly ToldArticle[], register: Register): Traced {
  const readings = oneKeyEach(readAll(cluster, register));
  const units = unitsOf(cluster, articles);
  const published = publishers(cluster, articles);
  const origins = new Map<string, Origin>();
  const attributed = new Map<number, Reading>();
  for (const reading of readings) {
    if (reading.chain.length > 0 && !attributed.has(reading.at)) attributed.set(reading.at, reading);
  }
  const keys = readings.map((reading) => keysOf(reading, attributed, units, published));
  const final = resolveKeys(readings, keys, published, units);
  const known = partiesByKey(readings);
  for (const [index, list] of final.entries()) for (const key of list) note(origins, key, readings[index]!, known);
  const list = [...origins.values()].sort((a, b) => rank(a) - rank(b) || (a.key < b.key ? -1 : 1));
  const idOf = new Map(list.map(({ key }) => [key, shortId('o', key)]));
  const named = list.filter(({ kind }) => kind === 'named').length;
  const hearers = readings.map((reading) => hearingKey(reading, attributed, units, articles, published));
  // Papers of one owner may have sent one reporter.
  const surely = new Set(
    readings.flatMap(({ heard, through }) =>
      heard ? (register.outlets.named(through!.name)?.owner ?? through!.key) : [],
    ),
  );
  const most = new Set(hearers.filter((_, index) => final[index]!.length > 0)).size;
  return {
    origins: list.map((origin) => rowOf(origin, idOf.get(origin.key)!)),
    ofMember: final.map((each) => each.map((key) => idOf.get(key)!).sort()),
    speakers: [Math.max(1, named), list.length],
    hearings: [Math.max(1, Math.min(surely.size, most)), Math.max(1, most)],
    edges: edgesOf(readings, final, idOf, cluster, articles, published),
    credited: new Set(
      readings.flatMap(({ through, at }) => published.get(through?.key ?? '')?.filter((one) => one !== at) ?? []),
    ),
    // Where nothing tells which was first, either may be the copy.
    copies: new Set(
      cluster.shared.flatMap(({ from, to, direction }) => (direction === null ? [from, to] : direction.to)),
    ),
    relays: readings.map(({ through, heard }) => through !== null && !heard),
    flags: flagsOf(list),
  };
}

function readAll({ members, articles }: Cluster, register: Register): Reading[] {
  const readings = members.map((member, index) => read(member, articles[index]!, register));
  // Where all deny it, the denial is what they have in common, and comes from somebody.
  return readings.every(({ denies }) => denies) ? readings.map((each) => ({ ...each, denies: false })) : readings;
}

/** Bodies that go by several names in the cluster get one key. */
function oneKeyEach(readings: readonly Reading[]): Reading[] {
  const parties = readings.flatMap(({ chain }) => chain.map(({ party }) => party));
  const bodies = [
    ...new Set(parties.flatMap((party) => (party.kind === 'named' && BODY.test(party.key) ? party.key : []))),
  ].sort();
  const sets = new DisjointSets(bodies.length);
  for (const [i, one] of bodies.entries()) {
    for (const [j, other] of bodies.entries()) {
      if (i < j && sameBody(one.replace(BODY, ''), other.replace(BODY, ''))) sets.join(i, j);
    }
  }
  const keyOf = (key: string) => (BODY.test(key) ? bodies[sets.find(bodies.indexOf(key))]! : key);
  return readings.map((reading) => ({
    ...reading,
    chain: reading.chain.map(({ link, party }) => ({
      link,
      party: party.kind === 'named' ? { ...party, key: keyOf(party.key) } : party,
    })),
  }));
}

const BODY = /^body /;

function read(told: Member, at: number, register: Register): Reading {
  const { article, claim } = told;
  const chain = claim.attribution.map((link) => ({ link, party: partyOf(link, at, told, register) }));
  const span = claim.attribution[0]?.span;
  const said = span ? proof(article, span) : proofOfClaim(told);
  const reading = { at, told, chain, said, denies: claim.attribution[0]?.stance === 'denies' };
  const hearer = hearerOf(told, register.outlets);
  if (hearer !== null) {
    const { name } = hearer;
    return { ...reading, through: { key: outletKey(name), name, evidence: proof(article, hearer.span) }, heard: true };
  }
  const medium = chain.findLast(({ party }) => party.kind === 'medium');
  if (medium?.party.kind === 'medium') {
    const { key, name } = medium.party;
    const evidence = medium.link.span === null ? proofOfClaim(told) : proof(article, medium.link.span);
    return { ...reading, through: { key, name, evidence }, heard: false };
  }
  return { ...reading, through: agencyThrough(told), heard: false };
}

/** An article that is an agency's has everything from there. */
function agencyThrough(told: Member): Reading['through'] {
  const { agency, outlet } = told.article;
  if (agency === null || agency.name === outlet?.name) return null;
  return { key: outletKey(agency.name), name: agency.name, evidence: proofOfClaim(told) };
}

/** Articles that share the text of the claim heard it once. */
function unitsOf({ articles: places, shared }: Cluster, articles: readonly ToldArticle[]): (at: number) => string {
  const order = [...new Set(places)];
  const index = new Map(order.map((place, at) => [place, at]));
  const sets = new DisjointSets(order.length);
  for (const { from, to } of shared) sets.join(index.get(from)!, index.get(to)!);
  return (at) => articles[order[sets.find(index.get(at)!)]!]!.id;
}

/** The articles of each outlet that is in the cluster, by key. */
function publishers({ articles: places }: Cluster, articles: readonly ToldArticle[]): ReadonlyMap<string, number[]> {
  const map = new Map<string, number[]>();
  for (const at of new Set(places)) {
    const { outlet, agency } = articles[at]!;
    for (const name of new Set([outlet?.name, outlet === null ? agency?.name : undefined])) {
      if (name !== undefined) map.set(outletKey(name), [...(map.get(outletKey(name)) ?? []), at]);
    }
  }
  return map;
}

/** Of each article the first of its members that names somebody. */
type Attributed = ReadonlyMap<number, Reading>;

/** Before it is known what other members tell: `body …`, an id, `via outlet …`, `unnamed …`, `voice …`. */
function keysOf(
  reading: Reading,
  attributed: Attributed,
  units: (at: number) => string,
  published: ReadonlyMap<string, number[]>,
): readonly string[] {
  const { at, chain, through } = reading;
  if (reading.denies) return [];
  const inner = chain[0]?.party;
  if (inner?.kind === 'named') return [inner.key];
  const own = through !== null && published.get(through.key)?.includes(at);
  if (through !== null && !own) return [`via ${through.key}`];
  if (chain.length > 0) return [`unnamed ${units(at)}`];
  return attributed.has(at) ? [] : [`voice ${units(at)}`];
}

/**
 * What "CNN reports" comes to where the article of CNN is at hand, or another says who told CNN; and what an article that
 * names nobody comes to where one with its text does. Outlets that name but one another come to the first article of them.
 */
function resolveKeys(
  readings: readonly Reading[],
  keys: readonly (readonly string[])[],
  published: ReadonlyMap<string, number[]>,
  units: (at: number) => string,
): string[][] {
  const known = new Map<string, Set<string>>();
  const learn = (key: string, origin: string) => {
    if (key !== origin) known.set(key, (known.get(key) ?? new Set()).add(origin));
  };
  const publishing = new Map<number, string[]>();
  for (const [outlet, places] of published) {
    for (const at of places) publishing.set(at, [...(publishing.get(at) ?? []), outlet]);
  }
  for (const [index, { at, through }] of readings.entries()) {
    for (const key of keys[index]!) {
      for (const outlet of publishing.get(at) ?? []) learn(`via ${outlet}`, key);
      if (key.startsWith('voice ')) continue;
      learn(`voice ${units(at)}`, key);
      if (through !== null) learn(`via ${through.key}`, key);
    }
  }
  const resolved = new Map<string, readonly string[]>();
  const resolve = (key: string): readonly string[] => {
    const before = resolved.get(key);
    if (before) return before;
    const reached = reachedFrom(key, known);
    const ends = reached.filter((one) => !PASSING.test(one) || !known.has(one));
    const places = reached.flatMap((one) => published.get(one.replace(/^via /, '')) ?? []);
    const first = places.reduce((least, place) => Math.min(least, place), places[0]!);
    const found = ends.length > 0 ? ends : [places.length > 0 ? `voice ${units(first)}` : key];
    resolved.set(key, found);
    return found;
  };
  return keys.map((list) => [...new Set(list.flatMap(resolve))].sort());
}

/** Keys that may come to others. */
const PASSING = /^(?:via|voice) /;

/** The key and all that it comes to, over however many steps. */
function reachedFrom(key: string, known: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const reached = new Set([key]);
  for (const one of reached) if (PASSING.test(one)) for (const next of known.get(one) ?? []) reached.add(next);
  return [...reached];
}

const KINDS: readonly (readonly [prefix: string, kind: OriginRow['kind']])[] = [
  ['via ', 'outside'],
  ['unnamed ', 'unnamed'],
  ['voice ', 'voice'],
];

const rank = ({ kind }: Origin): number => ['named', 'outside', 'unnamed', 'voice'].indexOf(kind);

/** The party of each key that has the longest name. */
function partiesByKey(readings: readonly Reading[]): ReadonlyMap<string, Named> {
  const known = new Map<string, Named>();
  for (const { chain } of readings) {
    for (const { party } of chain) {
      if (party.kind !== 'named') continue;
      const before = known.get(party.key);
      if (!before || (before.entry === null && party.entry !== null)) known.set(party.key, party);
    }
  }
  return known;
}

function note(origins: Map<string, Origin>, key: string, reading: Reading, parties: ReadonlyMap<string, Named>): void {
  const kind = KINDS.find(([prefix]) => key.startsWith(prefix))?.[1] ?? 'named';
  const { told, chain, through } = reading;
  const said = chain.find(({ party }) => party.kind === 'named' && party.key === key) ?? chain[0];
  const span = said?.link.span ?? null;
  const inner = said === chain[0] || span === null ? reading.said : proof(told.article, span);
  const shown = kind === 'outside' && through !== null ? through.evidence : inner;
  const known = origins.get(key);
  if (known) {
    if (known.kind !== 'named' || said?.party.kind === 'named') known.evidence.push(shown);
    return;
  }
  const party = said?.party;
  const named = parties.get(key);
  const names: Readonly<Record<OriginRow['kind'], string>> = {
    named: named?.name ?? key.replace(BODY, ''),
    outside: through !== null && key === `via ${through.key}` ? through.name : key.replace(/^via outlet /, ''),
    unnamed: party?.name || 'somebody',
    voice: told.article.id,
  };
  origins.set(key, {
    key,
    kind,
    name: names[kind].replace(/\s+/g, ' '),
    entry: named?.entry ?? null,
    evidence: [shown],
  });
}

function rowOf({ kind, name, entry, evidence }: Origin, id: string): OriginRow {
  const distinct = new Map(evidence.map((each) => [`${each.article} ${each.start} ${each.end}`, each]));
  return { id, kind, name, register: entry?.id ?? null, certain: kind === 'named', evidence: [...distinct.values()] };
}

/** Who heard it: an outlet that has it from another that is here did not. */
function hearingKey(
  reading: Reading,
  attributed: Attributed,
  units: (at: number) => string,
  articles: readonly ToldArticle[],
  published: ReadonlyMap<string, number[]>,
): string {
  let now = reading;
  for (const seen = new Set<Reading>(); now.through !== null && !seen.has(now); ) {
    seen.add(now);
    const places = published.get(now.through.key) ?? [];
    const at = places.find((place) => place !== now.at && attributed.has(place));
    if (at === undefined) return now.through.key;
    now = attributed.get(at)!;
  }
  const { outlet } = articles[now.at]!;
  return outlet === null ? `article ${units(now.at)}` : outletKey(outlet.name);
}

/** "An official" is one; "officials" may be any number. */
const ONE = /^(?:an?|one|another)\s/i;

function flagsOf(list: readonly Origin[]): Traced['flags'] {
  const kinds = new Set(list.map(({ kind }) => kind));
  const [origin] = list;
  const isOne = (['named', 'outside'] as readonly unknown[]).includes(origin?.kind);
  const isSomebody = origin?.kind === 'unnamed' && origin.evidence.every(({ text }) => ONE.test(text));
  return [
    ...(list.length === 1 && (isOne || isSomebody) ? (['single-origin'] as const) : []),
    ...(kinds.has('named') || kinds.has('unnamed') ? [] : (['no-origin'] as const)),
    ...(kinds.has('outside') ? (['origin-outside'] as const) : []),
  ];
}
