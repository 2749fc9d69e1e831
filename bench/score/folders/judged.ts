/** Clusters beside the sentences that were judged by hand: B-cubed (Bagga and Baldwin 1998), and counts of origins. */
import type { Corroboration } from '../../../src/corroborate/index.ts';
import { readDetail } from '../../../src/corroborate/told.ts';
import { claimOf } from '../../train/same-claim.ts';
import type { Development, Measure } from './measure.ts';
import { groupOf, type JudgedSentence, readJudged } from './texts.ts';

export function scoreJudged(
  halves: readonly JudgedSentence['half'][],
  { told }: Development,
  { clusters }: Corroboration,
): Measure[] {
  const articles = new Map(told.map((article) => [article.id, article]));
  const clusterOf = new Map<string, number>();
  for (const [at, { members }] of clusters.entries()) {
    for (const { article, start } of members) clusterOf.set(`${article} ${start}`, at);
  }
  const judged = readJudged().filter((sentence) => halves.includes(sentence.half));
  const items = judged.map((sentence, at) => {
    const claim = claimOf(articles.get(sentence.article)!.claims, sentence);
    const cluster =
      claim === null ? undefined : clusterOf.get(`${sentence.article} ${readDetail(claim).claim.content[0]!.start}`);
    const gold = goldOf(sentence) ?? `alone ${at}`;
    return { sentence, gold, cluster, found: cluster === undefined ? `alone ${at}` : `cluster ${cluster}` };
  });
  const origins = originsOf(items, clusters);
  return [
    ...bCubed(items),
    ['origins inside', (100 * origins.inside) / Math.max(1, origins.claims)],
    ['claims with origins', origins.claims, 'count'],
    ['width', origins.width, 'count'],
  ];
}

/** The claim that a sentence makes, of all rumours; null where it makes one of its own. */
export function goldOf({ article, claim }: JudgedSentence): string | null {
  return claim === null ? null : `${groupOf(article)} ${claim}`;
}

/** @param items each with the cluster in which it should be, and that in which it is */
export function bCubed(items: readonly { readonly gold: string; readonly found: string }[]): Measure[] {
  let [precision, recall] = [0, 0];
  for (const item of items) {
    const sameGold = items.filter(({ gold }) => gold === item.gold);
    const sameFound = items.filter(({ found }) => found === item.found);
    const both = sameGold.filter(({ found }) => found === item.found).length;
    precision += both / sameFound.length / items.length;
    recall += both / sameGold.length / items.length;
  }
  return [
    ['B-cubed P', 100 * precision],
    ['B-cubed R', 100 * recall],
    ['B-cubed F1', (200 * precision * recall) / (precision + recall)],
  ];
}

/** For each claim whose speakers were counted by hand: the interval of the cluster that has most of its sentences. */
function originsOf(
  items: readonly { readonly sentence: JudgedSentence; readonly gold: string; readonly cluster: number | undefined }[],
  clusters: Corroboration['clusters'],
): { inside: number; claims: number; width: number } {
  let [inside, claims, width] = [0, 0, 0];
  for (const gold of new Set(items.map((item) => item.gold))) {
    const mine = items.filter((item) => item.gold === gold);
    const speakers = mine.find(({ sentence }) => sentence.speakers !== null)?.sentence.speakers ?? null;
    const counts = new Map<number, number>();
    for (const { cluster } of mine) if (cluster !== undefined) counts.set(cluster, (counts.get(cluster) ?? 0) + 1);
    const [most] = [...counts].sort(([a, m], [b, n]) => n - m || a - b);
    if (speakers === null || !most) continue;
    const [least, greatest] = clusters[most[0]]!.speakers as [number, number];
    claims += 1;
    width += greatest - least;
    if (least <= speakers && speakers <= greatest) inside += 1;
  }
  return { inside, claims, width: width / Math.max(1, claims) };
}
