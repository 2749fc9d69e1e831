/**
 * Claims across articles: which are the same, from how many speakers they come, who has them from whom, and where they
 * contradict one another. Everything follows from the articles' outputs alone, in whatever order they are added.
 */
import type { Output } from '../output.ts';
import { SCHEMA_VERSION } from '../schema-version.ts';
import { type Cluster, type Member, makeCluster } from './cluster.ts';
import { findContradictions } from './contradictions.ts';
import { findReuse, type Reuse } from './copies.ts';
import { credits, directionOf } from './direction.ts';
import { hasUncreditedCopy, isCircular } from './flags.ts';
import { linkClaims, spread } from './link.ts';
import { traceOrigins } from './origins.ts';
import { Outlets } from './outlets.ts';
import type { PairList } from './pair-list.ts';
import { type Compared, findPairs } from './pairs.ts';
import { buildRegister, type Register, type SourcePlace } from './register.ts';
import type { OwnRow } from './register-file.ts';
import type { ClusterRow, CopyRow, MemberRow, RegisterRow } from './rows.ts';
import { type ScoreOf, scorer } from './scorer.ts';
import { shortId } from './short-id.ts';
import { tellArticle } from './tell.ts';
import { openArticle, type ToldArticle, type ToldClaim } from './told.ts';

/** Words that two quotations share before one speaker is taken for the other. */
const MIN_SHARED_WORDS = 8;

/** What a folder of articles has in common. */
export interface Corroboration {
  /** Most articles first. */
  readonly clusters: readonly ClusterRow[];
  /** Most claims first. */
  readonly register: readonly RegisterRow[];
  /** In the order of the articles. */
  readonly copies: readonly CopyRow[];
  /** @returns the id in `register` of a source of an article; null for one without a name */
  readonly registerOf: (article: string, source: string) => string | null;
}

/** Articles as they are added; all that is kept of them is what they are compared by. */
export class Folder {
  /** By id: of several texts the one that was published last. */
  readonly #articles = new Map<string, ToldArticle>();
  readonly #replaced = new Set<string>();
  #compared: Compared | null = null;

  readonly #rows: ReadonlyMap<string, OwnRow>;
  readonly #outlets: Outlets;

  /** @param register the user's own (`readRegister`): who is who, and which outlets there are besides the known ones */
  constructor(register: ReadonlyMap<string, OwnRow> = new Map()) {
    this.#rows = register;
    this.#outlets = new Outlets(register);
  }

  /**
   * @param output of one article; what `extract` returns, or what it wrote. An article that was added is not added again, and
   *   of several texts under one id that which was published last takes the place of the others.
   * @returns what is kept of it, for `addKept` of another folder with the same register
   */
  add(output: Output): Uint8Array<ArrayBuffer> {
    const kept = tellArticle(output, this.#outlets);
    this.addKept(kept);
    return kept;
  }

  /**
   * @param kept what `add` of this version of the program returned, under the same register
   * @throws RangeError or SyntaxError where it is nothing of the kind
   */
  addKept(kept: Uint8Array<ArrayBuffer>): void {
    const article = openArticle(kept);
    const before = this.#articles.get(article.id);
    if (before !== undefined && before.sha256 !== article.sha256) this.#replaced.add(article.id);
    if (before === undefined || byTime(before, article) < 0) this.#articles.set(article.id, article);
  }

  /** How many articles were added, by their ids. */
  get size(): number {
    return this.#articles.size;
  }

  /** Ids under which several texts were added, sorted. */
  get replaced(): readonly string[] {
    return [...this.#replaced].sort();
  }

  /**
   * Compares all articles. May be asked again after more were added: pairs of claims that were compared are not compared
   * again.
   */
  corroborate(): Corroboration {
    const articles = [...this.#articles.values()].sort(byTime);
    const claims = articles.flatMap((article) => article.claims);
    const indexes = new Map(articles.map((article, at) => [article, at] as const));
    const pairs = findPairs(claims, this.#compared);
    this.#compared = { claims, pairs };
    const register = buildRegister(articles, this.#rows, this.#outlets, sameSpeakers(pairs, claims, indexes));
    const reuse = findReuse(articles);
    const reuseOf = byArticle(reuse);
    const scoreOf = scorer(claims, pairs);
    const rows: ClusterRow[] = [];
    for (const members of linkClaims(claims, pairs, scoreOf)) {
      if (new Set(members.map((member) => claims[member]!.article)).size < 2) continue;
      rows.push(rowOf(makeCluster(members, claims, articles, indexes, reuseOf), articles, register, scoreOf));
    }
    return {
      clusters: rows.sort(mostArticlesFirst),
      register: register.entries.map(registerRowOf),
      copies: reuse.map((each) => copyRowOf(each, articles)),
      registerOf: registerIds(articles, register),
    };
  }
}

function rowOf(cluster: Cluster, articles: readonly ToldArticle[], register: Register, scoreOf: ScoreOf): ClusterRow {
  const { members: all, articles: places } = cluster;
  const traced = traceOrigins(cluster, articles, register);
  const days = all.flatMap(({ article }) => article.published ?? []).sort();
  const members = all.map((member, at): MemberRow => {
    const { article } = member;
    const { content, id } = member.claim;
    return {
      article: article.id,
      claim: id,
      start: content[0]!.start,
      end: content.at(-1)!.end,
      text: member.text,
      published: article.published,
      outlet: article.outlet?.name ?? article.agency?.name ?? null,
      score: probabilityOf(cluster, at, scoreOf),
      role: traced.copies.has(places[at]!)
        ? 'copy'
        : traced.relays[at]
          ? 'relay'
          : traced.credited.has(places[at]!)
            ? 'origin'
            : 'own',
      origins: [...traced.ofMember[at]!],
    };
  });
  const circular = isCircular(cluster, traced.edges, articles);
  return {
    schemaVersion: SCHEMA_VERSION,
    cluster: shortId('k', members.map(({ article, start, end }) => `${article} ${start}-${end}`).sort()[0]!),
    gist: gistOf(all),
    articles: new Set(places).size,
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
    members,
    speakers: [...traced.speakers],
    hearings: [...traced.hearings],
    origins: [...traced.origins],
    edges: [...traced.edges],
    flags: [
      ...traced.flags,
      ...(circular ? (['circular'] as const) : []),
      ...(hasUncreditedCopy(cluster, articles) ? (['uncredited-copy'] as const) : []),
    ],
    contradictions: findContradictions(cluster, register, scoreOf),
  };
}

/** By day of publication, those without one last; then by id. */
function byTime(a: ToldArticle, b: ToldArticle): number {
  const [x, y] = [a, b].map(({ published, id, sha256 }) => `${published ?? '~'} ${id} ${sha256}`);
  return x! < y! ? -1 : 1;
}

/** By the first article. */
function byArticle(reuse: readonly Reuse[]): ReadonlyMap<number, readonly Reuse[]> {
  const map = new Map<number, Reuse[]>();
  for (const each of reuse) {
    const list = map.get(each.from);
    if (list) list.push(each);
    else map.set(each.from, [each]);
  }
  return map;
}

/** Sources of one long quotation in two articles. */
function sameSpeakers(
  pairs: PairList,
  claims: readonly ToldClaim[],
  indexes: ReadonlyMap<ToldArticle, number>,
): (readonly [SourcePlace, SourcePlace])[] {
  const same: (readonly [SourcePlace, SourcePlace])[] = [];
  for (const { first, second, words } of pairs) {
    if (words < MIN_SHARED_WORDS) continue;
    const [a, b] = [claims[first]!, claims[second]!];
    if (a.source === null || b.source === null) continue;
    same.push([
      { article: indexes.get(a.article)!, source: a.source },
      { article: indexes.get(b.article)!, source: b.source },
    ]);
  }
  return same;
}

/** Of a large cluster each member is compared with so many: the work stays linear. */
const MAX_COMPARED = 40;

/** The mean probability that a member and another one claim the same. */
function probabilityOf({ claims, articles }: Cluster, at: number, scoreOf: ScoreOf): number {
  const others = spread(
    claims.filter((_, other) => articles[other] !== articles[at]),
    MAX_COMPARED,
  );
  const mine = claims[at]!;
  const odds = others.map((other) => scoreOf(Math.min(mine, other), Math.max(mine, other)) ?? 0);
  const mean = odds.reduce((sum, score) => sum + 1 / (1 + Math.exp(-score)), 0) / Math.max(1, odds.length);
  return Math.round(mean * 1000) / 1000;
}

/** The shortest of the members that are not much shorter than most: a fragment is no gist. */
function gistOf(members: readonly Member[]): string {
  const lengths = members.map(({ told }) => told.length).sort((a, b) => a - b);
  const least = lengths[Math.floor(lengths.length / 2)]! / 2;
  const whole = members.filter(({ told }) => told.length >= least);
  return whole.reduce((best, member) => (member.text.length < best.text.length ? member : best)).text;
}

function mostArticlesFirst(a: ClusterRow, b: ClusterRow): number {
  return b.articles - a.articles || b.members.length - a.members.length || (a.cluster < b.cluster ? -1 : 1);
}

function registerRowOf({
  id,
  name,
  kind,
  aliases,
  owner,
  ownId,
  articles,
  claims,
}: Register['entries'][number]): RegisterRow {
  return {
    schemaVersion: SCHEMA_VERSION,
    register: id,
    name,
    kind,
    aliases: [...aliases],
    owner,
    ownId,
    articles,
    claims,
  };
}

function copyRowOf(reuse: Reuse, articles: readonly ToldArticle[]): CopyRow {
  const direction = directionOf(reuse, articles);
  const [from, to] = direction === null ? [reuse.from, reuse.to] : [direction.from, direction.to];
  const [original, copier] = [articles[from]!, articles[to]!];
  return {
    schemaVersion: SCHEMA_VERSION,
    from: original.id,
    to: copier.id,
    level: reuse.level,
    directed: direction !== null,
    proof: direction?.proof ?? 'none',
    contained: Math.round(reuse.contained * 1000) / 1000,
    longest: reuse.longest,
    credited: credits(copier, original) || (direction === null && credits(original, copier)),
  };
}

function registerIds(articles: readonly ToldArticle[], register: Register): Corroboration['registerOf'] {
  const places = new Map(articles.map(({ id }, at) => [id, at]));
  return (article, source) => {
    const at = places.get(article);
    return at === undefined ? null : (register.entryOf(at, source)?.id ?? null);
  };
}
