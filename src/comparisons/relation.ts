/** How two figures stand to each other, by the arithmetic of their intervals. */
import type { Comparison, NumberMention } from '../document.ts';
import { inUnit } from './units.ts';

/** "About" is taken to reach a tenth to either side; the output leaves such bounds open, a comparison needs some. */
const ABOUT_TOLERANCE = 0.1;
/** What is told in another unit was rounded there: 5 miles are 8 km. */
const ROUNDING_TOLERANCE = 0.05;

/** What of a figure says how much it is. */
type Bounds = Pick<NumberMention, 'value' | 'min' | 'max' | 'modifier' | 'unit'>;

type Interval = readonly [low: number, high: number];

/**
 * @returns `agree` where one interval holds the other, `overlap` where they share a part, `disagree` where they share
 *   none; null where one of the numbers has no value, or their units measure different things
 */
export function relationOf(first: Bounds, second: Bounds): Exclude<Comparison['relation'], 'related'> | null {
  const [a, b] = [intervalOf(first), intervalOf(second)];
  const other = a && b ? converted(b, second.unit, first.unit) : null;
  if (!a || !other) return null;
  if (a[0] > other[1] || other[0] > a[1]) return 'disagree';
  return (a[0] <= other[0] && other[1] <= a[1]) || (other[0] <= a[0] && a[1] <= other[1]) ? 'agree' : 'overlap';
}

function intervalOf({ value, min, max, modifier }: Bounds): Interval | null {
  if (value === null && min === null && max === null) return null;
  if (modifier === 'about' && value !== null && min === null) {
    const reach = Math.abs(value) * ABOUT_TOLERANCE;
    return [value - reach, max ?? value + reach];
  }
  return [min ?? Number.NEGATIVE_INFINITY, max ?? Number.POSITIVE_INFINITY];
}

/** The interval in another unit, as much wider as rounding may have moved its ends. */
function converted([low, high]: Interval, from: string | null, to: string | null): Interval | null {
  if (from === to) return [low, high];
  if (from === null || to === null) return null;
  const [least, most] = [inUnit(low, from, to), inUnit(high, from, to)];
  if (least === null || most === null) return null;
  return [least - Math.abs(least) * ROUNDING_TOLERANCE, most + Math.abs(most) * ROUNDING_TOLERANCE];
}

/** Figures of one thing differ by no larger factor. */
const MAX_FACTOR = 20;

/** Whether the figures are so far apart that they hardly measure one thing. */
export function farApart(first: NumberMention, second: NumberMention): boolean {
  const [a, b] = [sizeOf(first), sizeOf(second, first.unit)];
  return a === 0 || b === 0 ? a !== b : Math.max(a / b, b / a) > MAX_FACTOR;
}

function sizeOf({ value, min, max, unit }: NumberMention, to: string | null = unit): number {
  const size = value ?? max ?? min ?? 0;
  return Math.abs(unit === null || to === null ? size : (inUnit(size, unit, to) ?? size));
}
