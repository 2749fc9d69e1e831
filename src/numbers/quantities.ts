/** Reads the unit of an amount: currency before or behind, percent, measure, age, "per". */
import type { NumberKind } from '../document.ts';
import type { Figure, Quantity } from './figure.ts';
import { currencyBefore, currencyBehind } from './money.ts';
import { readPer, readUnit } from './units.ts';

const OLD = /[ \u00a0-](?:old|of[ \u00a0]age)\b/iy;
const OLDS = /[ \u00a0-](?:olds)\b/iy;
const OF_A_COUNTRY = String.raw`US|U\.S\.|Cdn|Canadian|Australian|American`;
/** "$76 US a barrel", "$75 U.S. per barrel": the country of the dollar behind the amount. */
const COUNTRY = new RegExp(
  String.raw`[ \u00a0](?<country>${OF_A_COUNTRY})(?=[ \u00a0](?:an?|per|each|in|for|and|to)\b|[.,;:)]|$)`,
  'y',
);
const COUNTRIES: Readonly<Record<string, string>> = {
  ...{ US: 'USD', 'U.S.': 'USD', American: 'USD', Cdn: 'CAD', Canadian: 'CAD', Australian: 'AUD' },
};
/**
 * What stands between an amount and its unit: "millions [of] dollars", "half [a] mile", "a quarter [of a] percentage
 * point".
 */
const OF_UNIT = /[ \u00a0]of(?=[ \u00a0])/y;
const PART_OF_UNIT = /(?:[ \u00a0]of)?[ \u00a0](?:an?|one|1)(?=[ \u00a0])/y;
const MORE = 'more|additional|extra|further|full|whole|consecutive|straight|successive';
/** "three [more] weeks" */
const MORE_TIME = new RegExp(
  String.raw`[ \u00a0](?:${MORE})(?=[ \u00a0](?:year|month|week|day|hour|minute|decade)s?\b)`,
  'y',
);
const TIMES = new Set<NumberKind>(['ordinal', 'multiple', 'score']);

/**
 * Reads the unit around an amount.
 *
 * @param from where the sentence starts, or the number before ends
 * @param end where the sentence ends
 */
export function withUnit(text: string, figure: Figure, from: number, end: number): Quantity {
  const amount = { start: figure.start, end: figure.end };
  const { start, end: stop, kind, value, min, max, form, scale, modifier, by } = figure;
  const needsUnit = figure.needsUnit ?? false;
  const bare: Quantity = {
    start,
    end: stop,
    kind,
    value,
    min,
    max,
    form,
    scale,
    modifier,
    by,
    needsUnit,
    unit: null,
    counted: null,
    amount,
  };
  if (TIMES.has(figure.kind)) return bare;
  const digits = figure.form !== 'words' || /\d/.test(text[figure.start]!);
  return money(text, bare, from, end, digits) ?? measured(text, bare, end, digits) ?? beyond(text, bare, end) ?? bare;
}

/** The unit behind a joint: "millions of dollars", "half a mile", "three more weeks". */
function beyond(text: string, bare: Quantity, end: number): Quantity | null {
  const joint = bare.by === 'vague' ? OF_UNIT : bare.kind === 'fraction' ? PART_OF_UNIT : MORE_TIME;
  joint.lastIndex = bare.end;
  if (!joint.test(text)) return null;
  const past = { ...bare, end: joint.lastIndex };
  const found = money(text, past, past.end, end, false) ?? measured(text, past, end, false);
  // "half a day" is no age, and "half a share of 5" no rate: the unit ends what is read.
  return found && found.kind !== 'age' ? found : null;
}

function money(text: string, bare: Quantity, from: number, end: number, digits: boolean): Quantity | null {
  const before = digits ? currencyBefore(text, from, bare.start) : null;
  const behind = currencyBehind(text, bare.end, end, digits);
  if (!before && !behind) return null;
  const code = before?.code === 'USD' && behind ? behind.code : (before ?? behind)!.code;
  const start = before?.edge ?? bare.start;
  let stop =
    behind && (!before || behind.code === before.code || /^[ ]?[A-Za-z]/.test(text.slice(bare.end, bare.end + 2)))
      ? behind.edge
      : bare.end;
  let unit = code;
  COUNTRY.lastIndex = stop;
  const country = before?.code === 'USD' && !behind ? COUNTRY.exec(text)?.groups?.country : undefined;
  if (country !== undefined && COUNTRY.lastIndex <= end) {
    unit = COUNTRIES[country]!;
    stop = COUNTRY.lastIndex;
  }
  const negative = /[-\u2212]$/.test(text.slice(start, bare.start)) && bare.value !== null && bare.value > 0;
  const value = negative ? -bare.value! : bare.value;
  const grown = {
    ...bare,
    start,
    end: stop,
    kind: 'money' as const,
    unit,
    ...(negative ? { value, min: value, max: value } : {}),
  };
  return withPer(text, grown, end);
}

function measured(text: string, bare: Quantity, end: number, digits: boolean): Quantity | null {
  const unit = readUnit(text, bare.end, end, digits);
  if (!unit) return null;
  const grown: Quantity = { ...bare, end: unit.end, unit: unit.name, kind: kindOf(unit.dimension, unit.name) };
  if (unit.dimension === 'time') {
    for (const pattern of [OLDS, OLD]) {
      pattern.lastIndex = unit.end;
      if (pattern.test(text) && pattern.lastIndex <= end) return { ...grown, end: pattern.lastIndex, kind: 'age' };
    }
  }
  return unit.dimension === 'ratio' ? grown : withPer(text, grown, end);
}

/** The kind of an amount with a unit of this dimension and name. */
export function kindOf(dimension: string, name: string): NumberKind {
  if (name === 'percent') return 'percent';
  if (name === 'percentage point' || name === 'basis point') return 'percentage-point';
  return dimension === 'ratio' ? 'fraction' : 'measure';
}

function withPer(text: string, quantity: Quantity, end: number): Quantity {
  const per = quantity.unit!.includes('/') ? null : readPer(text, quantity.end, end);
  return per ? { ...quantity, end: per.end, unit: `${quantity.unit}/${per.name}` } : quantity;
}
