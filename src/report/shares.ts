/** Counts who is quoted most, and how many of the attributed claims have a source that readers can identify. */
import { NOBODY, type RunData } from './gather.ts';

/** How well readers can tell who speaks, from best to worst. */
export const NAMING = ['named', 'group', 'unnamed', 'anonymous', 'nobody'] as const;
export type Naming = (typeof NAMING)[number];

export interface Share {
  readonly counts: Readonly<Record<Naming, number>>;
  readonly total: number;
}

/**
 * The shares of the first sources of claims, not of those who pass them on; for the run, and for each outlet by its
 * index.
 */
export function shares({ claims, articles, sources, outlets }: RunData): { all: Share; byOutlet: Share[] } {
  const make = () => ({ counts: { named: 0, group: 0, unnamed: 0, anonymous: 0, nobody: 0 }, total: 0 });
  const all = make();
  const byOutlet = outlets.map(make);
  for (const [article, , , , links] of claims) {
    const link = links[0];
    if (!link) continue;
    const naming = namingOf(sources[link[0]]);
    for (const share of [all, byOutlet[articles[article]![3]]!]) {
      share.counts[naming] += 1;
      share.total += 1;
    }
  }
  return { all, byOutlet };
}

/** The share of claims whose source no reader can identify. */
export const unnamedOf = ({ counts, total }: Share): number =>
  total === 0 ? 0 : (counts.unnamed + counts.anonymous + counts.nobody) / total;

function namingOf(source: RunData['sources'][number] | undefined): Naming {
  if (source === undefined) return 'nobody';
  const [, kind, named] = source;
  if (named === 1) return 'named';
  if (named === -1) return 'unnamed';
  return kind === 'group' || kind === 'anonymous' ? kind : 'unnamed';
}

/** @returns the sources that most claims come from, those without a name left out; most first */
export function mostQuoted({ claims, sources }: RunData, most: number): { source: number; count: number }[] {
  const counts = new Int32Array(sources.length);
  for (const [, , , , links] of claims) {
    const source = links[0]?.[0] ?? NOBODY;
    if (source !== NOBODY) counts[source]! += 1;
  }
  return [...counts.entries()]
    .filter(([source]) => ['named', 'group'].includes(namingOf(sources[source])))
    .map(([source, count]) => ({ source, count }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || a.source - b.source)
    .slice(0, most);
}
