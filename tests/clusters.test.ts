import { describe, expect, it } from 'vitest';
import { clusterOf, coarser, PATH_BITS } from '../src/syntax/clusters.ts';

const known = (words: string): number[] => words.split(' ').map(clusterOf);

describe('clusters of words', () => {
  it('put words of one kind together and words of two kinds apart', () => {
    for (const kind of ['berlin munich hamburg', 'june august march', 'frigate destroyer', 'barclays deutsche'])
      expect(new Set(known(kind).map((cluster) => coarser(cluster, 4))).size, kind).toBe(1);
    const apart = known('berlin june frigate barclays anna argued').map((cluster) => coarser(cluster, 8));
    expect(new Set(apart).size).toBe(apart.length);
  });

  it('know a word without its accents', () => {
    expect(clusterOf('müller')).toBe(clusterOf('muller'));
    expect(clusterOf('müller')).toBeGreaterThan(0);
  });

  it('know nothing of a word that the table lacks, but for one in a hundred', () => {
    const made = Array.from({ length: 20_000 }, (_, number) => clusterOf(`zzq${number}x`));
    const taken = made.filter((cluster) => cluster > 0).length;
    expect(taken).toBeGreaterThan(100);
    expect(taken).toBeLessThan(300);
  });

  it('are paths in a tree: the first bits name a coarser cluster', () => {
    expect(coarser(0, 4)).toBe(0);
    expect(coarser(1, 4)).toBe(1);
    expect(coarser(1 << PATH_BITS, 4)).toBe(16);
    expect(coarser(0b1011001110 + 1, 4)).toBe(0b1011 + 1);
    expect(coarser(777, PATH_BITS)).toBe(777);
  });
});
