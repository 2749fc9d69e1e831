/** Numbers whose noun stands at a neighbour: "435 homes by sale and 187 by tender", "four to five thousand people". */
import type { NumberMention } from '../document.ts';

const JOINT = 'to|or|and|if not|-|–|out of|of(?: the| its| their)?';
const NEARLY = '(?:(?:about|around|nearly|some|almost)[ ])?';
/** What stands between a number and the one that says what both count. */
const FORWARD = new RegExp(String.raw`^[ \u00a0-]*(?:${JOINT})[ \u00a0-]*${NEARLY}$`);
/** The longest text between two joined figures, in UTF-16 code units. */
const MAX_JOINT_LENGTH = 48;
/** How far away the number may stand from which a noun or a unit is carried over, in UTF-16 code units. */
const MAX_DISTANCE = 140;
/** Two counts of the same thing differ by less than this factor. */
const MAX_FACTOR_APART = 50;
const TIME = /^(?:year|month|week|day|hour|minute|second|decade|century|fortnight)$/;
/** What follows a number whose noun was left out. */
const NO_NOUN = [
  'in|at|on|by|for|from|to|during|a year|last|this|of (?:which|whom|them|those)|and|or|but|who|were|was|are|is',
  'per|over|under|more|fewer|less|the year|had|have|did|combined',
].join('|');
/** What follows a number that has no noun of its own. */
const ALONE = new RegExp(String.raw`^(?:[.,;:)]|$|[ \u00a0](?:${NO_NOUN})\b)`);

/**
 * Fills in what a number counts, or its unit, from the number after it or before it in the same sentence. `by` becomes
 * `ellipsis`, so that what is carried over does not look like what stands there.
 *
 * @param numbers the numbers of one sentence
 */
export function fillEllipses(text: string, numbers: readonly NumberMention[], end: number): NumberMention[] {
  const filled = [...numbers];
  for (let index = filled.length - 2; index >= 0; index -= 1) {
    const [number, next] = [filled[index]!, filled[index + 1]!];
    if (
      isEmpty(number) &&
      next.counted !== null &&
      next.unit === null &&
      next.start - number.end <= MAX_JOINT_LENGTH &&
      FORWARD.test(text.slice(number.end, next.start))
    )
      filled[index] = { ...number, counted: next.counted };
  }
  for (let index = 1; index < filled.length; index += 1) {
    const [before, number] = [filled[index - 1]!, filled[index]!];
    if (!isEmpty(number) || number.start - before.end > MAX_DISTANCE || !repeats(text, before, number, end)) continue;
    filled[index] = {
      ...number,
      unit: before.unit,
      counted: before.counted,
      kind: kindFrom(before, number),
      by: 'ellipsis',
    };
  }
  return filled;
}

function kindFrom(before: NumberMention, number: NumberMention): NumberMention['kind'] {
  return number.kind === 'cardinal' && before.kind === 'measure' ? 'measure' : number.kind;
}

function isEmpty({ kind, unit, counted }: NumberMention): boolean {
  return unit === null && counted === null && (kind === 'cardinal' || kind === 'fraction');
}

function repeats(text: string, before: NumberMention, number: NumberMention, end: number): boolean {
  const right = text.slice(number.end, Math.min(end, number.end + 24));
  if (number.kind === 'fraction') return before.counted !== null && /^ of (?:which|whom|them|those)\b/.test(right);
  if (before.kind !== 'cardinal' && before.kind !== 'measure') return false;
  // After "four months ago, killing 31" nobody counts months.
  if (before.unit !== null && TIME.test(before.unit)) return false;
  if ((before.unit ?? before.counted) === null || !ALONE.test(right)) return false;
  if (before.value === null || number.value === null || number.value === 1) return false;
  const [low, high] = [Math.min(before.value, number.value), Math.max(before.value, number.value)];
  return low > 0 && high / low < MAX_FACTOR_APART;
}
