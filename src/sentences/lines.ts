/**
 * Paragraphs: the text's lines, with lines put together again where the text was wrapped at a fixed width.
 *
 * A blank line always ends a paragraph. A single line break ends one too, unless the text is evidently wrapped:
 * nearly every such line is full, that is, the first word of the next line would not have fitted on it.
 */
import type { Span } from '../document.ts';

/** Texts are wrapped at widths in this range; a line longer than the widest is a paragraph of its own. */
const MIN_WIDTH = 40;
const MAX_WIDTH = 132;
/** How many breaks inside paragraphs there must be, and the share of them at full lines, before we believe in wrapping. */
const ENOUGH_BREAKS = 3;
const SHARE_OF_FULL_LINES = 0.7;
/** A line counts as full when it lacks less than this share of the width after the next word. */
const RAGGEDNESS = 0.12;

const BULLET = /^(?:[-–—*•‣▪·]|\d{1,3}[.)]|[a-z]\)|>)\s/u;

/** Finds the paragraphs, white space at their ends left out. Linear. */
export function findParagraphs(text: string): Span[] {
  const lines = findLines(text);
  const width = wrapWidth(text, lines);
  const paragraphs: Span[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const last = paragraphs.at(-1);
    if (before && last && line.adjoins && goesOn(text, before, line, width)) {
      paragraphs[paragraphs.length - 1] = { start: last.start, end: line.end };
    } else {
      paragraphs.push({ start: line.start, end: line.end });
    }
  }
  return paragraphs;
}

interface Line extends Span {
  /** True where no blank line stands before it. */
  readonly adjoins: boolean;
}

/** The lines that hold more than white space, trimmed. */
function findLines(text: string): Line[] {
  const lines: Line[] = [];
  const breaks = /\r\n?|[\n\v\f\u0085\u2028\u2029]/g;
  let blank = true;
  for (let from = 0; from <= text.length; ) {
    const found = breaks.exec(text);
    const to = found ? found.index : text.length;
    const start = skipSpace(text, from, to);
    if (start < to) {
      let end = to;
      while (isSpace(text.charCodeAt(end - 1))) end -= 1;
      lines.push({ start, end, adjoins: !blank });
    }
    blank = start === to;
    if (!found) break;
    from = breaks.lastIndex;
  }
  return lines;
}

function skipSpace(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

/** White space as `\s` has it, and the zero-width space and byte-order mark that web texts put at line ends. */
export function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** The width at which the text is wrapped, in UTF-16 code units; 0 where it is not. */
function wrapWidth(text: string, lines: readonly Line[]): number {
  const adjoining = lines.filter(({ adjoins }) => adjoins).length;
  if (adjoining < ENOUGH_BREAKS) return 0;
  let width = 0;
  for (const { start, end } of lines) width = Math.max(width, end - start);
  if (width < MIN_WIDTH || width > MAX_WIDTH) return 0;
  const full = lines.filter((line, index) => line.adjoins && isFull(text, lines[index - 1]!, line, width)).length;
  return full >= SHARE_OF_FULL_LINES * adjoining ? width : 0;
}

function isFull(text: string, line: Line, next: Line, width: number): boolean {
  const word = firstWordLength(text, next);
  return line.end - line.start + 1 + word > width * (1 - RAGGEDNESS);
}

function firstWordLength(text: string, line: Line): number {
  let at = line.start;
  while (at < line.end && !isSpace(text.charCodeAt(at))) at += 1;
  return at - line.start;
}

function goesOn(text: string, line: Line, next: Line, width: number): boolean {
  if (BULLET.test(text.slice(next.start, next.start + 6))) return false;
  return width > 0 ? isFull(text, line, next, width) : isBroken(text, line, next);
}

/** A sentence cut by one stray line break: it starts with a capital, goes on with a small letter and ends with a stop. */
function isBroken(text: string, line: Line, next: Line): boolean {
  const small = /^\p{Ll}/u.test(text.slice(next.start, next.start + 2));
  const capital = /^["“‘']?\p{Lu}/u.test(text.slice(line.start, line.start + 3));
  return (
    small &&
    capital &&
    !/[.!?:;…"”]$/u.test(text[line.end - 1]!) &&
    /[.!?]["”’')]?$/u.test(text.slice(next.end - 2, next.end))
  );
}
