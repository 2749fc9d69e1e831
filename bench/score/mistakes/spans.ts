/** Mistakes of layers that are plain spans: sentences, people. */
import type { Pair } from '../convert.ts';
import { type Found, notes } from './found.ts';

export function spanMistakes(gold: readonly Pair[], pred: readonly Pair[]): Found[] {
  const key = ([start, end]: Pair) => `${start}-${end}`;
  const wanted = new Set(gold.map(key));
  const got = new Set(pred.map(key));
  const missed = gold.filter((span) => !got.has(key(span)));
  const extra = pred.filter((span) => !wanted.has(key(span)));
  const touches = (a: Pair) => (b: Pair) => a[0] < b[1] && b[0] < a[1];
  const found: Found[] = missed.map((span) => {
    const near = extra.filter(touches(span));
    return {
      kind: near.length === 0 ? 'missed' : near.length > 1 ? 'cut in several' : 'other extent',
      spans: [...notes([span], 'gold'), ...notes(near, 'predicted')],
    };
  });
  const lone = extra.filter((span) => !missed.some(touches(span)));
  return [...found, ...lone.map((span) => ({ kind: 'false', spans: notes([span], 'predicted') }))];
}
