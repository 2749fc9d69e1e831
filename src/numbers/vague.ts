/** Numbers known only by their size: "tens of thousands", "dozens", "several hundred", "a few million", "a couple of". */
import type { Figure, Reader } from './figure.ts';
import { pastGap, wordFrom } from './numerals.ts';
import { scaleOf, times } from './scales.ts';

/** Plurals with the smallest and the largest number that they can mean: from two dozen up to the next word of size. */
const SIZES: Readonly<Record<string, readonly [number, number]>> = {
  ...{ dozens: [24, 99], scores: [40, 99], tens: [20, 99], hundreds: [100, 999], thousands: [1e3, 9999] },
  ...{ millions: [1e6, 9999999], billions: [1e9, 9999999999], trillions: [1e12, 9999999999999] },
};
const TENS: Readonly<Record<string, number>> = { tens: 10, dozens: 10, hundreds: 100, thousands: 1e3 };
const OF = /(?:[ \u00a0]of[ \u00a0]|[ \u00a0]or[ \u00a0]even[ \u00a0])/iy;
const OF_NEXT = /[ \u00a0](?:of|more|upon)\b/iy;
const FEW = /(?<few>several|a[ -]few|a[ -]couple(?:[ ]of)?|couple[ ]of)\b/iy;

export const vague: Reader = {
  name: 'vague',
  reads: 'tens of thousands | dozens | several hundred | a few million | a couple of',
  read: (text, at, end) => sizes(text, at, end) ?? few(text, at, end),
  examples: [
    '{n=10000..99999 Tens of thousands} of people marched.',
    'Police held {n=24..99 dozens} of them.',
    'They hired {n=200..999 several hundred} people.',
    'They walked {n=null several kilometers}.',
    'He kept {n=2 a couple of} dogs.',
  ],
  not: ['Several people were hurt.', 'They scored tens.'],
};

function sizes(text: string, at: number, end: number): Figure | null {
  const first = wordFrom(text, at);
  const range = first && Object.hasOwn(SIZES, first.word) ? SIZES[first.word] : undefined;
  if (!first || !range || first.end > end) return null;
  OF.lastIndex = first.end;
  const next = OF.test(text) ? wordFrom(text, OF.lastIndex) : null;
  const scale = next && next.word.endsWith('s') ? scaleOf(next.word.slice(0, -1)) : undefined;
  if (scale !== undefined && scale >= 100 && next!.end <= end) {
    const low = (TENS[first.word] ?? range[0]) * scale;
    const factor = TENS[first.word] === undefined ? (range[1] + 1) / range[0] : 10;
    return interval(at, next!.end, low, low * factor - 1, scale);
  }
  // "tens" and "scores" are also marks and verbs.
  OF_NEXT.lastIndex = first.end;
  if ((first.word === 'tens' || first.word === 'scores') && !OF_NEXT.test(text)) return null;
  return interval(at, first.end, range[0], range[1], 1);
}

/** "several", "a few", "a couple", before a scale, a unit or (couple) anything. */
function few(text: string, at: number, end: number): Figure | null {
  FEW.lastIndex = at;
  const phrase = FEW.exec(text)?.groups?.few;
  if (phrase === undefined || FEW.lastIndex > end) return null;
  const couple = /couple/i.test(phrase);
  const next = wordFrom(text, pastGap(text, FEW.lastIndex));
  const scale = next && next.end <= end ? scaleOf(next.word) : undefined;
  const stop = scale === undefined ? FEW.lastIndex : next!.end;
  const factor = scale ?? 1;
  if (couple) {
    // "a couple who live there" are two persons, but nobody counted them.
    if (
      !/of$/i.test(phrase) &&
      scale === undefined &&
      /^(?:who|whose|in|from|with|at|on|is|was|has|had|will|and|to|living|married|said|says)$/.test(next?.word ?? 'and')
    )
      return null;
    const value = times(2, factor);
    return { ...interval(at, stop, null, null, factor), value, modifier: 'about' };
  }
  if (scale === undefined) return { ...interval(at, stop, null, null, 1), needsUnit: true };
  return interval(at, stop, 2 * scale, (scale === 12 ? 100 : 10 * scale) - 1, scale);
}

function interval(start: number, end: number, min: number | null, max: number | null, scale: number): Figure {
  return { start, end, kind: 'cardinal', value: null, min, max, form: 'words', scale, modifier: null, by: 'vague' };
}
