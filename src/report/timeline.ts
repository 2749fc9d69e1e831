/**
 * Draws a timeline of the days that claims mention, as bars; the unit is the finest for which bars are wide enough to
 * click.
 */
import { addMonths, formatDay, fromDays, parseDay, toDays } from '../dates/calendar.ts';
import { counted } from '../write/html/words.ts';
import type { RunData } from './gather.ts';

export interface Bin {
  readonly first: string;
  readonly last: string;
  readonly label: string;
  readonly count: number;
}

const MAX_BINS = 48;
/** The share of dated claims that may lie outside the drawing: one "1815" must not squeeze this year. */
const LEFT_OUT = 0.05;
/** Of the drawing, which is stretched to the page's width. */
const HEIGHT = 100;
const BIN = 10;
const TICKS = 5;

/** Steps in months; 0 is a day. */
const STEPS = [0, 1, 3, 12, 60, 120, 600, 1200] as const;

/** @returns bins without gaps, and how many dated claims lie outside all of them; no bins where no claim is dated */
export function binsOf({ claims }: RunData): { bins: Bin[]; before: number; after: number } {
  const dated = claims.flatMap(([, , , , , , dates]) => dates);
  if (dated.length === 0) return { bins: [], before: 0, after: 0 };
  const starts = dated.map(([first]) => first).sort();
  const at = (share: number) => starts[Math.round(share * (starts.length - 1))]!;
  const [low, high] = [parseDay(at(LEFT_OUT))!, parseDay(at(1 - LEFT_OUT))!];
  const step = STEPS.find((months) => edgesOf(low, high, months).length <= MAX_BINS + 1) ?? STEPS.at(-1)!;
  const edges = edgesOf(low, high, step);
  const days = edges.map(formatDay);
  const counts = new Int32Array(edges.length - 1);
  let before = 0;
  let after = 0;
  for (const [, , , , , , dates] of claims) {
    const hit = new Set<number>();
    for (const [first, last] of dates) {
      if (last < days[0]!) before += 1;
      else if (first >= days.at(-1)!) after += 1;
      else
        for (let bin = 0; bin < counts.length; bin += 1) if (first < days[bin + 1]! && last >= days[bin]!) hit.add(bin);
    }
    for (const bin of hit) counts[bin]! += 1;
  }
  const bins = Array.from(counts, (count, index) => ({
    first: days[index]!,
    last: formatDay(edges[index + 1]! - 1),
    label: labelOf(days[index]!, step),
    count,
  }));
  return { bins, before, after };
}

/** The days at which bins begin, and the one after the last; more than `MAX_BINS` are not made. */
function edgesOf(low: number, high: number, months: number): number[] {
  const { year, month } = fromDays(low);
  const edges = [months === 0 ? low : toDays(startOf(year, month, months))];
  while (edges.at(-1)! <= high && edges.length <= MAX_BINS + 1) {
    const last = edges.at(-1)!;
    edges.push(months === 0 ? last + 1 : toDays(addMonths(fromDays(last), months)));
  }
  return edges;
}

function startOf(year: number, month: number, months: number): { year: number; month: number; day: number } {
  if (months < 12) return { year, month: month - ((month - 1) % months), day: 1 };
  const years = months / 12;
  return { year: Math.floor(year / years) * years, month: 1, day: 1 };
}

function labelOf(first: string, step: number): string {
  const year = first.slice(0, 4);
  if (step === 0) return first;
  if (step === 1) return first.slice(0, 7);
  if (step === 3) return `${year}-Q${Math.ceil(Number(first.slice(5, 7)) / 3)}`;
  return step === 12 ? year : `${year}–${Number(year) + step / 12 - 1}`;
}

/** @returns SVG whose bars are links that the page's script takes as filters, and beneath it the time in words */
export function drawTimeline(bins: readonly Bin[]): string {
  const most = Math.max(...bins.map(({ count }) => count));
  const bars = bins.map(({ first, last, label, count }, index) => {
    if (count === 0) return '';
    const x = index * BIN;
    const height = Math.max(2, (count / most) * HEIGHT);
    const words = `${label}: ${counted(count, 'claim')}`;
    return `<a href="#from=${first}&amp;to=${last}&amp;own=1" aria-label="${words}"><title>${words}</title><rect class="hit" x="${x}" y="0" width="${BIN}" height="${HEIGHT}"/><rect class="bar" x="${x + 1}" y="${(HEIGHT - height).toFixed(1)}" width="${BIN - 2}" height="${height.toFixed(1)}"/></a>\n`;
  });
  const ticks =
    bins.length <= TICKS
      ? bins
      : Array.from({ length: TICKS }, (_, tick) => bins[Math.round((tick * (bins.length - 1)) / (TICKS - 1))]!);
  return `<svg class="timeline" viewBox="0 0 ${bins.length * BIN} ${HEIGHT}" preserveAspectRatio="none" role="group" aria-label="Claims by the time they speak of">
${bars.join('')}</svg>
<p class="ticks${bins.length <= TICKS ? ' all' : ''}" aria-hidden="true">${ticks.map(({ label }) => `<span>${label}</span>`).join('')}</p>
`;
}
