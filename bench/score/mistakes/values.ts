/** Mistakes of layers whose spans have values: dates, numbers. */
import type { Span } from '../../../src/document.ts';
import type { Found } from './found.ts';

export interface Valued extends Span {
  readonly type?: string;
  readonly value?: string | number | null;
  readonly range?: readonly unknown[];
  readonly unit?: string | null;
  readonly change?: string;
  readonly optional?: boolean;
}

const say = ({ type, value, range, unit, change }: Valued): string =>
  [type, value ?? (range && `[${range.join(', ')}]`), unit, change].filter((part) => part != null).join(' ');
const touching = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Compares each gold item with the predicted item that shares most characters with it. */
function compare(
  gold: readonly Valued[],
  pred: readonly Valued[],
  judge: (gold: Valued, pred: Valued) => string[],
  complete = true,
): Found[] {
  const shared = (a: Span, b: Span) => Math.min(a.end, b.end) - Math.max(a.start, b.start);
  const found: Found[] = [];
  for (const item of gold) {
    if (item.optional) continue;
    const best = pred.filter((other) => touching(item, other)).sort((a, b) => shared(item, b) - shared(item, a))[0];
    const wrong = best === undefined ? ['missed'] : judge(item, best);
    if (wrong.length === 0) continue;
    const spans = [{ start: item.start, end: item.end, note: `gold ${say(item)}` }];
    if (best) spans.push({ start: best.start, end: best.end, note: `predicted ${say(best)}` });
    found.push({ kind: wrong.join(' + '), spans });
  }
  const lone = complete ? pred.filter((item) => !gold.some((other) => touching(item, other))) : [];
  for (const item of lone) {
    found.push({ kind: 'false', spans: [{ start: item.start, end: item.end, note: `predicted ${say(item)}` }] });
  }
  return found;
}

export function datedMistakes(gold: readonly Valued[], pred: readonly Valued[]): Found[] {
  return compare(gold, pred, (want, got) => [
    ...(want.type === got.type ? [] : [`type ${want.type}`]),
    ...(String(want.value).toUpperCase() === String(got.value).toUpperCase() ? [] : [`value ${want.type}`]),
    ...(want.start === got.start && want.end === got.end ? [] : ['extent']),
  ]);
}

export function valuedMistakes(gold: readonly Valued[], pred: readonly Valued[], complete: boolean): Found[] {
  const number = (value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(7)) : value);
  const range = (item: Valued) => item.range?.map(number).join();
  const lastWord = (unit: string) => unit.toLowerCase().split(' ').at(-1)!.replace(/s$/, '');
  return compare(
    gold,
    pred,
    (want, got) => [
      ...(want.value != null && number(want.value) !== number(got.value) ? ['value'] : []),
      ...(want.value == null && want.range && range(want) !== range(got) ? ['range'] : []),
      ...(want.unit != null && lastWord(want.unit) !== lastWord(got.unit ?? '') ? ['unit as written'] : []),
      ...(want.change !== undefined && want.change !== got.change ? ['change'] : []),
    ],
    complete,
  );
}
