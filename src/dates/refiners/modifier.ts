import type { Timex } from '../parser.ts';
import { readPart } from '../parsers/weekday.ts';
import type { Part, Reading } from '../reading.ts';

const EARLY_OR_LATE = String.raw`\b(?:very\s)?(?:early|late|later|earlier|sometime)(?:\s{1,3}(?:on|in|this))?`;
const END_OF = String.raw`\b(?:the\s)?(?:end|beginning|start|middle|latter part|early part|rest|eve)\s{1,3}of`;
/** Modifiers that TimeML includes in the extent of an expression; they do not change the value. */
const MODIFIER = new RegExp(String.raw`(?:(?:${EARLY_OR_LATE}|\bmid|${END_OF})(?:\s{1,3}|-))(?:the\s{1,3})?$`, 'i');
const ABOUT = /\b(?:around|about|circa|ca\.|approximately|as\srecently\sas)\s{1,3}$/i;
const PART_OF =
  /\b(?:the\s{1,3})?(?:(?:early|late)\s{1,3})?(?<part>morning|afternoon|evening|night)(?:\s{1,3}hours)?\s{1,3}of\s{1,3}$/i;

/** "about 1910", but "get around Wednesday's ruling" and "talk about this week". */
function isWritten(reading: Reading): boolean {
  return reading.is === 'calendar' && (reading.fields.month !== undefined || reading.fields.year !== undefined);
}

function withPart(reading: Reading, part: Part): Reading | null {
  if (reading.is === 'calendar' && (reading.fields.day !== undefined || reading.fields.weekday !== undefined))
    return { ...reading, fields: { ...reading.fields, part } };
  if (reading.is === 'relative-offset' && reading.unit === 'day')
    return { ...reading, fields: { ...reading.fields, part } };
  return null;
}

/** Extends a date over "early", "the end of", "the morning of" before it. */
export function takeModifiers(text: string, found: readonly Timex[]): Timex[] {
  let floor = 0;
  return found.map((timex) => {
    const before = text.slice(Math.max(floor, timex.index - 40), timex.index);
    floor = timex.stop;
    if (timex.reading.is === 'literal') return timex;
    const part = PART_OF.exec(before);
    const reading = part && withPart(timex.reading, readPart(part.groups!.part!));
    if (reading) return widen(timex, part[0].length, reading);
    const modifier = MODIFIER.exec(before) ?? (isWritten(timex.reading) ? ABOUT.exec(before) : null);
    return modifier ? widen(timex, modifier[0].length, timex.reading) : timex;
  });
}

function widen(timex: Timex, by: number, reading: Reading): Timex {
  return { ...timex, index: timex.index - by, reading };
}
