/** Guards in the source of a stage, each with the source that has it no more. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { guardsIn } from './pattern.ts';

export interface Mutant {
  readonly path: string;
  readonly line: number;
  /** The guard, on one line. */
  readonly guard: string;
  /** The whole file without it. */
  readonly source: string;
}

/** `if (…) return null;` and the like: the reading is turned down. */
const REFUSES = /\bif (\((?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*\))\s*return (?:null|false|\[\]);/g;
/** A literal pattern; a division has no such surroundings. */
const LITERAL =
  /(?<=[=(,:[!&|?{};]\s*|return\s+|\n\s*)\/(?![/*\s])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[dgimsuvy]*/g;

/**
 * @param folder looked through with all below it
 * @returns a mutant for each condition that turns a reading down and for each look ahead or behind in a literal pattern
 */
export function mutantsIn(folder: string): Mutant[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .flatMap((name) => mutantsOf(join(folder, name)));
}

function mutantsOf(path: string): Mutant[] {
  const source = readFileSync(path, 'utf8');
  const without = (start: number, end: number, instead: string): Mutant => ({
    path,
    line: source.slice(0, start).split('\n').length,
    guard: source.slice(start, end).replace(/\s+/g, ' '),
    source: source.slice(0, start) + instead + source.slice(end),
  });
  const conditions = [...source.matchAll(REFUSES)].map(({ index, 0: whole }) =>
    without(index, index + whole.length, ''),
  );
  const looks = [...source.matchAll(LITERAL)].flatMap(({ index, 0: literal }) =>
    guardsIn(literal).map(({ start, end }) => without(index + start, index + end, '(?:)')),
  );
  return [...conditions, ...looks];
}
