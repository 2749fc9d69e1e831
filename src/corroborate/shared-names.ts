/** How many names two articles have in common: what ties them to one matter. */
import type { ToldArticle } from './told.ts';

/** @param most no more are counted */
export function sharedNames({ columns: a }: ToldArticle, { columns: b }: ToldArticle, most: number): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.names.length && j < b.names.length && shared < most; ) {
    const [x, y] = [a.names[i]!, b.names[j]!];
    if (x === y) shared += 1;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return shared;
}
