/** The answer to a query as text: a table for people, or CSV, JSON, NDJSON. */
import { stringify } from 'csv-stringify/sync';
import stringWidth from 'string-width';
import { CSV_LAYOUT } from '../write/csv.ts';
import { oneLine } from '../write/one-line.ts';
import type { Answer, Cell } from './database.ts';
import type { PrintFormat } from './print-formats.ts';

/** A table holds so many rows at most; it must see them all before it can draw the first. */
const MAX_ROWS = 1000;
/** Columns of a terminal that a cell keeps however little room there is. */
const MIN_WIDTH = 8;

/**
 * @param width columns of the terminal, for a table
 * @returns the text in pieces, so that an answer of any length passes through
 */
export async function* print(answer: Answer, as: PrintFormat, width: number): AsyncGenerator<string> {
  if (as === 'table') yield* printTable(answer, width);
  else if (as === 'csv') yield* printCsv(answer);
  else yield* printJson(answer, as === 'json');
}

async function* printCsv({ columns, rows }: Answer): AsyncGenerator<string> {
  yield stringify([[...columns]], CSV_LAYOUT);
  const flat = (cell: Cell) => (typeof cell === 'boolean' || Array.isArray(cell) ? plain(cell) : cell);
  for await (const some of rows) yield stringify(some.map((row) => row.map(flat)) as unknown[][], CSV_LAYOUT);
}

async function* printJson({ columns, rows }: Answer, list: boolean): AsyncGenerator<string> {
  let between = list ? '[\n' : '';
  for await (const some of rows) {
    for (const row of some) {
      yield between + JSON.stringify(Object.fromEntries(columns.map((name, index) => [name, row[index]])));
      between = list ? ',\n' : '\n';
    }
  }
  if (list) yield between === '[\n' ? '[]\n' : '\n]\n';
  else if (between !== '') yield '\n';
}

async function* printTable({ columns, rows }: Answer, width: number): AsyncGenerator<string> {
  const shown: (readonly Cell[])[] = [];
  let count = 0;
  for await (const some of rows) {
    count += some.length;
    shown.push(...some.slice(0, MAX_ROWS - shown.length));
  }
  const cells = [columns, ...shown.map((row) => row.map(plain))];
  const widths = narrow(
    columns.map((_, at) => cells.reduce((widest, row) => Math.max(widest, stringWidth(row[at]!)), 1)),
    width,
  );
  const right = columns.map((_, at) => shown.some((row) => typeof row[at] === 'number'));
  const line = (row: readonly string[]) => {
    const padded = row.map((cell, at) => {
      const text = cut(cell, widths[at]!);
      const space = ' '.repeat(widths[at]! - stringWidth(text));
      return right[at] ? space + text : text + space;
    });
    return `${padded.join('  ').trimEnd()}\n`;
  };
  yield line(columns) + line(widths.map((each) => '-'.repeat(each)));
  for (const row of cells.slice(1)) yield line(row);
  if (count > shown.length) yield `… and ${count - shown.length} more rows; --format csv writes all\n`;
}

/** Takes from the widest columns until the line fits. */
function narrow(widths: number[], width: number): number[] {
  let excess = widths.reduce((sum, each) => sum + each + 2, -2) - width;
  while (excess > 0) {
    const widest = Math.max(...widths);
    if (widest <= MIN_WIDTH) break;
    const second = Math.max(MIN_WIDTH, ...widths.filter((each) => each < widest));
    const at = widths.indexOf(widest);
    const taken = Math.min(excess, Math.max(1, widest - second));
    widths[at] = widest - taken;
    excess -= taken;
  }
  return widths;
}

function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = '';
  let used = 1;
  for (const character of text) {
    used += stringWidth(character);
    if (used > width) break;
    kept += character;
  }
  return `${kept}…`;
}

function plain(cell: Cell): string {
  if (cell === null) return '';
  const text = Array.isArray(cell)
    ? cell.map(plain).join('; ')
    : typeof cell === 'object'
      ? JSON.stringify(cell)
      : String(cell);
  return oneLine(text);
}
