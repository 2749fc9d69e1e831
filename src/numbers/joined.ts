/** Two amounts that are one: "5 feet 2 inches", "6-foot-4", "thirteen dollars and forty-five cents", "an hour and a half". */
import type { Quantity } from './figure.ts';
import { kindOf } from './quantities.ts';
import { readUnit } from './units.ts';

/** The smaller unit and how many of it make one of the larger. */
const PARTS: Readonly<Record<string, readonly [string, number]>> = {
  foot: ['inch', 12],
  pound: ['ounce', 16],
  stone: ['pound', 14],
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
    } else if (before && isHalf(text, before, quantity)) {
      const value = before.value! + quantity.value!;
      joined[joined.length - 1] = { ...before, end: quantity.end, value, min: value, max: value };
    } else joined.push(oneAndPart(text, quantity) ?? quantity);
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

/** "two hours and a half" */
function isHalf(text: string, whole: Quantity, part: Quantity): boolean {
  return (
    part.by === 'fraction' &&
    part.kind === 'fraction' &&
    part.unit === null &&
    whole.unit !== null &&
    whole.kind === 'measure' &&
    whole.value !== null &&
    text.slice(whole.end, part.start) === ' and ' &&
    /^an? /i.test(text.slice(part.start, part.start + 3))
  );
}

const ONE = /\ban?[ \u00a0](?<unit>[a-z]+)[ \u00a0]and[ \u00a0]$/i;
/** No unit's name with its article is longer, in UTF-16 code units. */
const MAX_UNIT_LENGTH = 24;

/** "an hour and a half", "an acre and a quarter": the article is the one. */
function oneAndPart(text: string, part: Quantity): Quantity | null {
  if (part.kind !== 'fraction' || part.unit !== null || part.value === null) return null;
  const before = text.slice(Math.max(0, part.start - MAX_UNIT_LENGTH), part.start);
  const match = ONE.exec(before);
  if (!match) return null;
  const at = part.start - before.length + match.index;
  const gap = at + match[0].indexOf(match.groups!.unit!) - 1;
  const unit = readUnit(text, gap, part.start, false);
  if (!unit || unit.end !== gap + 1 + match.groups!.unit!.length) return null;
  const value = 1 + part.value;
  return {
    ...part,
    start: at,
    kind: kindOf(unit.dimension, unit.name),
    unit: unit.name,
    value,
    min: value,
    max: value,
  };
}
