/** Sentences: paragraphs first, then the stops inside them. */
import type { Sentence, Stage } from '../document.ts';
import { findParagraphs, isSpace } from './lines.ts';
import { findStops } from './stops.ts';

/** A longer line is no heading. */
const LONGEST_HEADING = 200;

/** Splits the text into sentences and headings. Linear in the length of the text. */
export const findSentences: Stage<'sentences'> = ({ text }) => {
  const paragraphs = findParagraphs(text);
  const sentences: Sentence[] = [];
  for (const [paragraph, { start, end }] of paragraphs.entries()) {
    const stops = findStops(text, start, end);
    const followed = paragraph < paragraphs.length - 1;
    const kind = followed && stops.length === 0 && isHeading(text.slice(start, end)) ? 'heading' : 'body';
    let from = start;
    for (const stop of [...stops, end]) {
      while (isSpace(text.charCodeAt(from))) from += 1;
      sentences.push({ start: from, end: stop, kind, paragraph });
      from = stop;
    }
  }
  return sentences;
};

/** A line of its own without a final stop, colon or comma, that is neither a list item nor an open quotation. */
function isHeading(line: string): boolean {
  return (
    line.length <= LONGEST_HEADING &&
    /[\p{L}\p{N}]/u.test(line) &&
    !/[.!?…:;,][\s"'”’»)\]]*$/u.test(line) &&
    !/^(?:[-–—*•‣▪·]|\d{1,3}[.)])\s/u.test(line)
  );
}
