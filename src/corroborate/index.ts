/**
 * Claims across articles: which are the same, from how many speakers they come, who has them from whom, and where they
 * contradict one another. Everything follows from the articles' outputs alone, in whatever order they are added.
 */
import type { Output } from '../output.ts';
import { SCHEMA_VERSION } from '../schema-version.ts';
import { type Cluster, makeCluster } from './cluster.ts';
import { findContradictions } from './contradictions.ts';
import { findReuse, type Reuse } from './copies.ts';
import { credits, directionOf } from './direction.ts';
import { hasUncreditedCopy, isCircular } from './flags.ts';
import { linkClaims } from './link.ts';
import { traceOrigins } from './origins.ts';
import { Outlets } from './outlets.ts';
import { Matcher, noPairs, type Pair } from './pairs.ts';
import { buildRegister, type Register, type SourcePlace } from './register.ts';
import type { OwnRow } from './register-file.ts';
import type { ClusterRow, CopyRow, MemberRow, RegisterRow } from './rows.ts';
import { shortId } from './short-id.ts';
import { type ToldArticle, type ToldClaim, tellArticle } from './told.ts';
import { Vocabulary } from './words.ts';

/**
 * Clusters are joined where the mean odds of their pairs are at least e to this power: on the tuning half precision is
 * 0.95 there (`npm run score -- --only folders`).
 */
const LEAST_MEAN = 0.45;
/** Words that two quotations share before one speaker is taken for the other. */
const TELLING_QUOTATION = 8;

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
  readonly #vocabulary = new Vocabulary();
  readonly #articles: ToldArticle[] = [];
  readonly #pairs = noPairs();

  readonly #rows: ReadonlyMap<string, OwnRow>;
  readonly #outlets: Outlets;

  /** @param register the user's own (`readRegister`): who is who, and which outlets there are besides the known ones */
  constructor(register: ReadonlyMap<string, OwnRow> = new Map()) {
    this.#rows = register;
    this.#outlets = new Outlets(register);
  }

  /** @param output of one article; what `extract` returns, or what it wrote */
  add(output: Output): void {
    this.#articles.push(tellArticle(output, this.#vocabulary, this.#outlets));
  }

  /** How many articles were added. */
  get size(): number {
    return this.#articles.length;
  }

  /**
   * Compares all articles. May be asked again after more were added: pairs of claims that were compared are not compared
   * again.
   */
  corroborate(): Corroboration {
    const articles = [...this.#articles].sort(byTime);
    const claims = articles.flatMap((article) => article.claims);
    const indexes = new Map(articles.map((article, at) => [article, at] as const));
    const matcher = new Matcher(claims, this.#vocabulary, this.#pairs);
    const pairs = matcher.findPairs();
    const register = buildRegister(articles, this.#rows, this.#outlets, sameSpeakers(pairs, claims, indexes));
    const reuse = findReuse(articles);
    const reuseOf = byArticle(reuse);
    const scoreOf = (first: number, second: number) => matcher.pairOf(first, second)?.score ?? null;
    const clusters = linkClaims(claims, pairs, scoreOf, LEAST_MEAN).map((members) =>
      makeCluster(members, claims, articles, indexes, reuseOf),
    );
    return {
      clusters: clusters
        .filter(({ articles: places }) => new Set(places).size > 1)
        .map((cluster) => this.#rowOf(cluster, articles, register, scoreOf))
        .sort(mostArticlesFirst),
      register: register.entries.map(registerRowOf),
      copies: reuse.map((each) => copyRowOf(each, articles)),
      registerOf: registerIds(articles, register),
    };
  }

  #rowOf(
    cluster: Cluster,
    articles: readonly ToldArticle[],
    register: Register,
    scoreOf: (first: number, second: number) => number | null,
  ): ClusterRow {
    const { told, articles: places } = cluster;
    const traced = traceOrigins(cluster, articles, register);
    const days = told.flatMap(({ article }) => article.published ?? []).sort();
    const members = told.map((claim, at): MemberRow => {
      const { article } = claim;
      const { content, id } = claim.claim;
      return {
        article: article.id,
        claim: id,
        start: content[0]!.start,
        end: content.at(-1)!.end,
        text: claim.text,
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
      cluster: shortId('k', told.map(({ article, claim }) => `${article.id} ${claim.content[0]!.start}`).sort()[0]!),
      gist: gistOf(told),
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
      contradictions: findContradictions(cluster, register, this.#vocabulary, scoreOf),
    };
  }
}

/** By day of publication, those without one last; then by id. */
function byTime(a: ToldArticle, b: ToldArticle): number {
  const [x, y] = [a, b].map(({ published, id, sha256 }) => `${published ?? '~'} ${id} ${sha256}`);
  return x! < y! ? -1 : 1;
}

function byArticle(reuse: readonly Reuse[]): ReadonlyMap<number, readonly Reuse[]> {
  const map = new Map<number, Reuse[]>();
  for (const each of reuse) {
    for (const at of [each.from, each.to]) map.set(at, [...(map.get(at) ?? []), each]);
  }
  return map;
}

/** Sources of one long quotation in two articles. */
function sameSpeakers(
  pairs: readonly Pair[],
  claims: readonly ToldClaim[],
  indexes: ReadonlyMap<ToldArticle, number>,
): (readonly [SourcePlace, SourcePlace])[] {
  return pairs.flatMap(({ first, second, by, words }) => {
    if (by !== 'quotation' || words < TELLING_QUOTATION) return [];
    const places = [first, second].flatMap((at) => {
      const { article, claim } = claims[at]!;
      const source = claim.attribution[0]?.source;
      return source ? [{ article: indexes.get(article)!, source }] : [];
    });
    return places.length === 2 ? [[places[0]!, places[1]!] as const] : [];
  });
}

function probabilityOf(
  { claims, articles }: Cluster,
  at: number,
  scoreOf: (first: number, second: number) => number | null,
): number {
  const others = claims.filter((_, other) => articles[other] !== articles[at]);
  const mine = claims[at]!;
  const odds = others.map((other) => scoreOf(Math.min(mine, other), Math.max(mine, other)) ?? 0);
  const mean = odds.reduce((sum, score) => sum + 1 / (1 + Math.exp(-score)), 0) / Math.max(1, odds.length);
  return Math.round(mean * 1000) / 1000;
}

/** The shortest of the members that are not much shorter than most: a fragment is no gist. */
function gistOf(told: readonly ToldClaim[]): string {
  const lengths = told.map(({ words }) => words.length).sort((a, b) => a - b);
  const least = lengths[Math.floor(lengths.length / 2)]! / 2;
  const whole = told.filter(({ words }) => words.length >= least);
  return whole.reduce((best, claim) => (claim.text.length < best.text.length ? claim : best)).text;
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
