import type { Timex } from '../parser.ts';
import type { Reading } from '../reading.ts';

const TO = /^\s?(?:to|through|until|till|-|–)\s{0,3}$/;

function isWeekday(reading: Reading): boolean {
  return reading.is === 'calendar' && reading.fields.weekday !== undefined && reading.fields.month === undefined;
}

/** "from Monday to Friday": the second weekday is the one that follows the first. */
export function followWeekdays(text: string, found: readonly Timex[]): Timex[] {
  return found.map((timex, index) => {
    const before = found[index - 1];
    const { reading } = timex;
    if (!before || reading.is !== 'calendar' || reading.direction !== undefined) return timex;
    if (!isWeekday(reading) || !isWeekday(before.reading)) return timex;
    if (!TO.test(text.slice(before.stop, timex.index))) return timex;
    return { ...timex, reading: { ...reading, direction: 1, fromText: true } };
  });
}
