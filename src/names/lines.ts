/** Lines of the article: a row of a table, a heading in capitals and a title-cased heading read names differently. */
import type { Article, Words } from '../document.ts';
import { CAPITALS, isCapital, LOWER, type WordType } from './wordtypes.ts';

export const IN_CAPITALS = 1;
const [PROSE, TITLE_CASE] = [0, 2] as const;

export interface Lines {
  /** PROSE, IN_CAPITALS or TITLE_CASE for the line of each word. */
  readonly kind: Uint8Array;
  /** Words in the line of each word, in seven steps. */
  readonly size: Uint8Array;
  /** 1 where a line starts. */
  readonly starts: Uint8Array;
}

const NEWLINE = 10;
const STEPS = [1, 2, 3, 6, 10, 20];
/** A longer line is prose, however many names it holds. */
const MAX_HEADING_WORDS = 25;

/** Describes the line that each word stands in. */
export function linesOf({ text }: Article, words: Words, types: readonly WordType[]): Lines {
  const kind = new Uint8Array(words.count);
  const size = new Uint8Array(words.count);
  const starts = new Uint8Array(words.count);
  let from = 0;
  for (let word = 1; word <= words.count; word++) {
    if (word < words.count && !hasNewline(text, words.ends[word - 1]!, words.starts[word]!)) continue;
    if (from < word) starts[from] = 1;
    kind.fill(kindOf(types, from, word), from, word);
    const step = STEPS.findIndex((most) => word - from <= most);
    size.fill(step < 0 ? STEPS.length : step, from, word);
    from = word;
  }
  return { kind, size, starts };
}

function hasNewline(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === NEWLINE) return true;
  return false;
}

function kindOf(types: readonly WordType[], from: number, to: number): number {
  let capitals = 0;
  let lower = 0;
  let other = 0;
  for (let word = from; word < to; word++) {
    const { kind } = types[word]!;
    if (kind === CAPITALS) capitals += 1;
    else if (kind === LOWER) lower += 1;
    else if (isCapital(kind)) other += 1;
  }
  if (capitals > 1 && lower === 0 && capitals >= other) return IN_CAPITALS;
  return to - from < MAX_HEADING_WORDS && capitals + other > 2 * lower ? TITLE_CASE : PROSE;
}
