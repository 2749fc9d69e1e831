/** The graph of a cluster: who said it, which outlet heard or reported it, which article has it from which. */
import { type Cluster, type Member, proofOfClaim } from './cluster.ts';
import type { Direction } from './direction.ts';
import type { Party } from './parties.ts';
import type { EdgeRow, Evidence } from './rows.ts';
import type { Link, ToldArticle } from './told.ts';

/** What one claim says of where it comes from. */
export interface Reading {
  readonly at: number;
  readonly told: Member;
  readonly chain: readonly { readonly link: Link; readonly party: Party }[];
  /** Words that name whom it comes from; the claim's own where none do. */
  readonly said: Evidence;
  /** The outlet that heard it first hand or reports it, by key; null: the article itself. */
  readonly through: { readonly key: string; readonly name: string; readonly evidence: Evidence } | null;
  /** True where the outlet was told ("told CNN"), so that it surely heard it. */
  readonly heard: boolean;
  /** True where it says that it is not so: then it is no support, and comes from nowhere. */
  readonly denies: boolean;
}

/** The graph: from who said it over who heard and who reported it to the articles; and who copied whom. */
export function edgesOf(
  readings: readonly Reading[],
  final: readonly (readonly string[])[],
  idOf: ReadonlyMap<string, string>,
  { shared }: Cluster,
  articles: readonly ToldArticle[],
  published: ReadonlyMap<string, number[]>,
): EdgeRow[] {
  const edges = new Map<string, EdgeRow>();
  const add = (
    from: string,
    to: string,
    kind: EdgeRow['kind'],
    evidence: Evidence,
    how: EdgeRow['proof'] = 'words',
  ) => {
    const key = `${from} ${to} ${kind}`;
    const known = edges.get(key);
    if (known) known.evidence.push(evidence);
    else edges.set(key, { from, to, kind, proof: how, evidence: [evidence] });
  };
  for (const [index, { at, said, through, heard }] of readings.entries()) {
    const article = `article:${articles[at]!.id}`;
    const mine = through !== null && published.get(through.key)?.includes(at);
    const source = through === null ? undefined : published.get(through.key)?.[0];
    const medium =
      through === null || mine
        ? null
        : source === undefined
          ? `outlet:${through.name}`
          : `article:${articles[source]!.id}`;
    if (medium !== null) add(medium, article, 'reports', through!.evidence);
    for (const key of final[index]!) {
      // What an outlet said comes from the article of that outlet, where it is at hand.
      if (key.startsWith('via ') || medium?.startsWith('article:')) continue;
      const id = idOf.get(key)!;
      if (medium === null) add(id, article, 'says', said);
      else add(id, medium, heard ? 'heard' : 'says', said);
    }
  }
  const firsts = new Map([...readings].reverse().map(({ at, told }) => [at, told]));
  for (const { first, second, direction } of nearest(shared)) {
    const claim = firsts.get(second)!;
    add(
      `article:${articles[first]!.id}`,
      `article:${articles[second]!.id}`,
      'copied',
      proofOfClaim(claim),
      direction?.proof ?? 'none',
    );
  }
  return [...edges.values()].sort((a, b) => order(a, b));
}

/** Of the articles that one may have its text from, the one that it has most of it from. */
function nearest(shared: Cluster['shared']) {
  const best = new Map<number, { first: number; second: number; direction: Direction | null; contained: number }>();
  for (const { from, to, direction, contained } of shared) {
    const [first, second] = direction === null ? [from, to] : [direction.from, direction.to];
    const known = best.get(second);
    const [proven, before] = [direction !== null, known !== undefined && known.direction !== null];
    if (!known || (proven && !before) || (proven === before && contained > known.contained))
      best.set(second, { first, second, direction, contained });
  }
  return best.values();
}

function order(a: EdgeRow, b: EdgeRow): number {
  const [x, y] = [a, b].map(({ from, to, kind }) => `${from} ${to} ${kind}`);
  return x! < y! ? -1 : 1;
}
