/** What is odd about how a claim went from outlet to outlet. */
import type { Cluster } from './cluster.ts';
import { credits } from './direction.ts';
import { outletKey } from './parties.ts';
import type { EdgeRow } from './rows.ts';
import type { ToldArticle } from './told.ts';

/** True where outlets credit one another in a ring, over however many others. */
export function isCircular(
  { articles: places }: Cluster,
  edges: readonly EdgeRow[],
  articles: readonly ToldArticle[],
): boolean {
  const outletOf = new Map(places.map((at) => [`article:${articles[at]!.id}`, articles[at]!.outlet?.name ?? null]));
  const from = new Map<string, string[]>();
  for (const edge of edges) {
    if (edge.kind !== 'reports') continue;
    const publisher = outletOf.get(edge.to);
    if (!publisher) continue;
    const key = outletKey(publisher);
    const credited = edge.from.startsWith('article:') ? outletOf.get(edge.from) : edge.from.replace(/^outlet:/, '');
    if (credited) from.set(key, [...(from.get(key) ?? []), outletKey(credited)]);
  }
  const state = new Map<string, 'open' | 'done'>();
  const visit = (key: string): boolean => {
    if (state.has(key)) return state.get(key) === 'open';
    state.set(key, 'open');
    const found = (from.get(key) ?? []).some((next) => next !== key && visit(next));
    state.set(key, 'done');
    return found;
  };
  return [...from.keys()].some(visit);
}

/** True where an article has the words of another, and names neither that one nor anybody else as the source. */
export function hasUncreditedCopy({ members, shared }: Cluster, articles: readonly ToldArticle[]): boolean {
  const silent = new Set(members.flatMap(({ article, claim }) => (claim.attribution.length === 0 ? article : [])));
  const takes = (original: ToldArticle, copier: ToldArticle): boolean => {
    if (!silent.has(copier) || credits(copier, original)) return false;
    return original.outlet !== null || original.agency !== null || copier.outlets.length === 0;
  };
  return shared.some(({ from, to, direction }) => {
    if (direction !== null) return takes(articles[direction.from]!, articles[direction.to]!);
    const [a, b] = [articles[from]!, articles[to]!];
    return !credits(a, b) && !credits(b, a) && (takes(a, b) || takes(b, a));
  });
}
