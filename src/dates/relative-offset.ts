/** Resolves distances: "two weeks ago", "last year's third quarter", "the following day", "a year earlier". */
import type { DateBasis } from '../document.ts';
import { anchorDay, remember } from './anchors.ts';
import { addMonths, formatDay, fromDays, pad, weekdayOf } from './calendar.ts';
import type { RelativeOffset } from './reading.ts';
import type { Setting } from './setting.ts';
import { blank, complete, date, monthValue, onDay, onWeek, quarterValue, type Resolved } from './value.ts';

const YEARS: Readonly<Record<string, number>> = { year: 1, decade: 10, century: 100, millennium: 1000 };

/**
 * The value of an offset. The anchors of the setting move on to it.
 *
 * @returns as fine as its unit; PAST_REF or FUTURE_REF where its count is vague, X for what nothing tells
 */
export function resolveOffset(offset: RelativeOffset, setting: Setting): Resolved {
  const { anchors, published, narrative } = setting;
  const { unit, count, fields = {}, direction, from } = offset;
  if (count === null) return date(direction < 0 ? 'PAST_REF' : 'FUTURE_REF', 'relative');
  const inText = from === 'text' || (from === 'story' && narrative);
  if (unit in YEARS) {
    const year = inText && anchors.year !== null ? anchors.year : published === null ? null : fromDays(published).year;
    const basis: DateBasis = inText && anchors.year !== null ? 'anaphoric' : 'relative';
    return year === null ? blank(unit, fields) : offsetYears(year, offset, count, basis, setting);
  }
  const anchor = inText ? anchorDay(anchors) : null;
  const day = anchor ?? published;
  if (day === null) return blank(unit, fields);
  const basis: DateBasis = anchor === null ? 'relative' : 'anaphoric';
  switch (unit) {
    case 'day':
      return onDay(day + count, fields, basis, anchors);
    case 'week':
    case 'weekend':
      if (fields.weekday !== undefined) {
        const at = day + count * 7;
        return onDay(at - weekdayOf(at) + fields.weekday, fields, basis, anchors);
      }
      return onWeek(day + count * 7, fields.weekend, basis, anchors);
    case 'month': {
      const at = addMonths(fromDays(day), count);
      return complete({ ...fields, month: at.month }, at.year, basis, anchors);
    }
    case 'quarter':
    case 'half': {
      // the quarter that business news is about is the one that is over
      const { year, month } = fromDays(day);
      const current = year * 4 + Math.floor((month - 1) / 3);
      const quarter = (from !== 'text' ? current : (anchors.quarter ?? current - 1)) + count;
      return complete({ quarter: (quarter % 4) + 1 }, Math.floor(quarter / 4), basis, anchors);
    }
    default:
      return { type: 'TIME', value: `${formatDay(day)}TXX`, basis };
  }
}

function offsetYears(
  year: number,
  offset: RelativeOffset,
  count: number,
  basis: DateBasis,
  { anchors }: Setting,
): Resolved {
  const { unit, fields } = offset;
  const size = YEARS[unit]!;
  if (size === 1) {
    if (fields) return complete(fields, year + count, basis, anchors);
    return offset.fine && Math.abs(count) === 1
      ? fineYear(year, count, basis, anchors)
      : yearValue(year + count, basis, anchors);
  }
  if (Math.abs(count) > 1) {
    remember(anchors, 'year', year + count * size);
    return date(pad(year + count * size, 4).slice(0, size === 10 ? 3 : 2), basis);
  }
  return date(pad(Math.floor(year / size) + count, size === 10 ? 3 : size === 100 ? 2 : 1), basis);
}

function yearValue(year: number, basis: DateBasis, anchors: Setting['anchors']): Resolved {
  if (year < 1) return date(`BC${pad(1 - year, 4)}`, basis);
  remember(anchors, 'year', year);
  return date(pad(year, 4), basis);
}

/** "a year earlier" is as fine as what it goes back from: the quarter the article is about, else a month, else a year. */
function fineYear(year: number, count: number, basis: DateBasis, anchors: Setting['anchors']): Resolved {
  if (anchors.quarter !== null) return date(quarterValue(anchors.quarter + count * 4), basis);
  if (anchors.finest === 'month' && anchors.month !== null) return date(monthValue(anchors.month + count * 12), basis);
  return yearValue(year + count, basis, anchors);
}
