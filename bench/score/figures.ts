/** The figures of the table, and the floors they must not fall below. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Scored } from './run.ts';

export interface Figure {
  /** `set/layer/label`, the key in `tests/floors.json`. */
  readonly key: string;
  readonly label: string;
  /** In percent, or a count; null where the scorer has nothing to divide by. */
  readonly value: number | null;
  /** No floor is kept. */
  readonly count: boolean;
}

/** One line of the table. */
export interface Row {
  readonly set: string;
  readonly layer: string;
  readonly documents: number;
  readonly figures: readonly Figure[];
  readonly peer: string;
  readonly failures: readonly string[];
}

export function rowOf({ set, documents, metrics, failures }: Scored): Row {
  const figures = set.figures.map(({ label, metric: [name, part], count = false }) => {
    const found = metrics[name] ?? null;
    const number = found !== null && typeof found === 'object' ? found[part ?? 'f1'] : found;
    const value = number === null ? null : count ? number : 100 * number;
    return { key: `${set.name}/${set.layer}/${label}`, label, value, count };
  });
  return { set: set.name, layer: set.layer, documents: documents.length, figures, peer: set.peer, failures };
}

/** The table as people read it. */
export function formatRows(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(({ set }) => set.length));
  return rows
    .map(({ set, layer, documents, figures, peer, failures }) => {
      const cells = figures.map(
        ({ label, value, count }) => `${label} ${value === null ? '-' : value.toFixed(count ? 0 : 1)}`,
      );
      const head = `${set.padEnd(width)}  ${layer.padEnd(12)} ${String(documents).padStart(4)} docs`;
      const failed = failures.length > 0 ? `  FAILED DOCUMENTS: ${failures.length}, first ${failures[0]}` : '';
      return `${head}  ${cells.join('  ')}  [${peer}]${failed}`;
    })
    .join('\n');
}

const FLOORS = new URL('../../tests/floors.json', import.meta.url);
/** Floors have one decimal; a figure that was rounded down to its floor must not fail it. */
const SLACK = 1e-9;

type Floors = Record<string, number>;

const readFloors = (): Floors => JSON.parse(readFileSync(FLOORS, 'utf8')) as Floors;
const withFloor = (rows: readonly Row[]) => rows.flatMap(({ figures }) => figures).filter(({ count }) => !count);

/** One line for each figure that fell below its floor. */
export function belowFloors(rows: readonly Row[]): string[] {
  const floors = readFloors();
  return withFloor(rows).flatMap(({ key, value }) => {
    const floor = floors[key];
    return floor !== undefined && (value ?? 0) < floor - SLACK
      ? [`${key}: ${value?.toFixed(2) ?? '-'} < ${floor}`]
      : [];
  });
}

/** Lifts floors to the figures, rounded down to one decimal; never lowers one. Returns the lines that changed. */
export function raiseFloors(rows: readonly Row[]): string[] {
  const floors = readFloors();
  const changes: string[] = [];
  for (const { key, value } of withFloor(rows)) {
    const reached = Math.floor((value ?? 0) * 10 + SLACK) / 10;
    const floor = floors[key];
    if (floor !== undefined && reached <= floor) continue;
    floors[key] = reached;
    changes.push(`${key}: ${floor ?? 'new'} -> ${reached}`);
  }
  const sorted = Object.fromEntries(Object.entries(floors).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(FLOORS, `${JSON.stringify(sorted, null, 2)}\n`);
  return changes;
}
