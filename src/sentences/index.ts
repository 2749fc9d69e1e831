/** Sentences: paragraphs first, then the stops inside them. */
import type { Article, Sentence, Stage } from '../document.ts';
import { findParagraphs, isSpace } from './lines.ts';
import { listBounds } from './lists.ts';
import { withCuts } from './long.ts';
import { standaloneBounds } from './standalone.ts';
import { findStops } from './stops.ts';

/** A longer line is no heading. */
const MAX_HEADING_LENGTH = 200;

/** Splits the text into sentences and headings. Linear in the length of the text. */
export const findSentences: Stage<'sentences'> = ({ text, marked = [] }) => {
  const paragraphs = findParagraphs(text);
  const boundsIn = cursor(standaloneBounds(text));
  const sentences: Sentence[] = [];
  const kindAt = markedKind(marked);
  for (const [paragraph, { start, end }] of paragraphs.entries()) {
    const bounds = [...listBounds(text, start, end), ...boundsIn(start, end)].sort((a, b) => a - b);
    const stops = withCuts(text, start, end, findStops(text, start, end, bounds));
    const followed = paragraph < paragraphs.length - 1;
    const looks = followed && stops.length === 0 && isHeading(text.slice(start, end)) ? 'heading' : 'body';
    const kind = kindAt(start) ?? looks;
    let from = start;
    for (const stop of [...stops, end]) {
      while (isSpace(text.charCodeAt(from))) from += 1;
      let to = stop;
      while (to > from && isSpace(text.charCodeAt(to - 1))) to -= 1;
      if (to > from) sentences.push({ start: from, end: to, kind, paragraph });
      from = Math.max(from, stop);
    }
  }
  return sentences;
};

/** A line of its own without a final stop, colon or comma, that is neither a list item nor an open quotation. */
function isHeading(line: string): boolean {
  return (
    line.length <= MAX_HEADING_LENGTH &&
    /[\p{L}\p{N}]/u.test(line) &&
    !/[.!?…:;,][\s"'”’»)\]]*$/u.test(line) &&
    !/^(?:[-–—*•‣▪·]|\d{1,3}[.)])\s/u.test(line)
  );
}

/** What the markup calls the stretch that holds an offset, or null; to be called in the order of the text. */
function markedKind(marked: NonNullable<Article['marked']>): (offset: number) => Sentence['kind'] | null {
  let next = 0;
  return (offset) => {
    while (next < marked.length && marked[next]!.end <= offset) next += 1;
    return next < marked.length && marked[next]!.start <= offset ? marked[next]!.kind : null;
  };
}

/** Hands out sorted offsets by position-sorted stretches; to be called in the order of the text. */
function cursor(offsets: readonly number[]): (start: number, end: number) => number[] {
  let next = 0;
  return (start, end) => {
    while (next < offsets.length && offsets[next]! <= start) next += 1;
    const from = next;
    while (next < offsets.length && offsets[next]! < end) next += 1;
    return offsets.slice(from, next);
  };
}
