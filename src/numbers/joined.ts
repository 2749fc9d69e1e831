/** Two amounts that are one: "5 feet 2 inches", "6-foot-4", "thirteen dollars and forty-five cents". */
import type { Quantity } from './figure.ts';

/** The smaller unit and how many of it make one of the larger. */
const PARTS: Readonly<Record<string, readonly [string, number]>> = {
  foot: ['inch', 12],
  pound: ['ounce', 16],
  USD: ['cent', 100],
  AUD: ['cent', 100],
  CAD: ['cent', 100],
  EUR: ['cent', 100],
  GBP: ['penny', 100],
};
const JOINT = /^(?:,?[ \u00a0]|-|[ \u00a0]and[ \u00a0])$/;

/** Joins neighbours of which the second is a part of the first's unit. */
export function joinParts(text: string, quantities: readonly Quantity[]): Quantity[] {
  const joined: Quantity[] = [];
  for (const quantity of quantities) {
    const before = joined.at(-1);
    const part = before?.unit ? PARTS[before.unit] : undefined;
    if (before && part && isPart(text, before, quantity, part)) {
      const value = before.value! + quantity.value! / part[1];
      joined[joined.length - 1] = { ...before, end: quantity.end, value, min: value, max: value };
    } else joined.push(quantity);
  }
  return joined;
}

function isPart(text: string, whole: Quantity, part: Quantity, [unit, size]: readonly [string, number]): boolean {
  if (
    whole.value === null ||
    part.value === null ||
    part.value < 0 ||
    part.value >= size ||
    !Number.isInteger(whole.value)
  )
    return false;
  const joint = text.slice(whole.end, part.start);
  if (part.unit === unit) return JOINT.test(joint);
  // "6-foot-4", "thirteen dollars forty-five": the smaller unit goes without saying.
  if (part.unit !== null || (part.kind !== 'cardinal' && part.kind !== 'age')) return false;
  return unit === 'inch' ? joint === '-' : joint === ' ' && whole.form === 'words' && part.form === 'words';
}
