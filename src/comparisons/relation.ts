/** How two figures stand to each other, by the arithmetic of their intervals. */
import type { Comparison, NumberMention } from '../document.ts';

/** "About" is taken to reach a tenth to either side; the output leaves such bounds open, a comparison needs some. */
const ABOUT = 0.1;

type Interval = readonly [low: number, high: number];

/**
 * @returns `agree` where one interval holds the other, `overlap` where they share a part, `disagree` where they share
 *   none; null where one of the numbers has no value
 */
export function relationOf(first: NumberMention, second: NumberMention): Comparison['relation'] | null {
  const [a, b] = [intervalOf(first), intervalOf(second)];
  if (!a || !b) return null;
  if (a[0] > b[1] || b[0] > a[1]) return 'disagree';
  return (a[0] <= b[0] && b[1] <= a[1]) || (b[0] <= a[0] && a[1] <= b[1]) ? 'agree' : 'overlap';
}

function intervalOf({ value, min, max, modifier }: NumberMention): Interval | null {
  if (value === null && min === null && max === null) return null;
  if (modifier === 'about' && value !== null && min === null) {
    const reach = Math.abs(value) * ABOUT;
    return [value - reach, max ?? value + reach];
  }
  return [min ?? Number.NEGATIVE_INFINITY, max ?? Number.POSITIVE_INFINITY];
}

/** Whether the figures are so far apart that they hardly measure one thing. */
export function farApart(first: NumberMention, second: NumberMention): boolean {
  const [a, b] = [sizeOf(first), sizeOf(second)];
  return a === 0 || b === 0 ? a !== b : Math.max(a / b, b / a) > 20;
}

function sizeOf({ value, min, max }: NumberMention): number {
  return Math.abs(value ?? max ?? min ?? 0);
}
