/** The text as paragraphs and headings. */
import type { Span } from '../../document.ts';
import type { OutputSentence } from '../../output.ts';

export interface Block extends Span {
  readonly kind: 'body' | 'heading';
}

/**
 * Finds the paragraphs: blank lines separate them. A single line break separates them too, except in wrapped text:
 * where a break inside a paragraph falls into a sentence, all breaks of that paragraph are white space.
 *
 * @param sentences sorted by position
 */
export function findBlocks(text: string, sentences: readonly OutputSentence[]): Block[] {
  const blocks: Block[] = [];
  let lines: Block[] = [];
  let wrapped = false;
  const close = () => {
    if (wrapped) for (const run of joinBody(lines)) blocks.push(run);
    else blocks.push(...lines);
    lines = [];
    wrapped = false;
  };
  let at = 0;
  for (const match of text.matchAll(/\S[^\n\r\v\f\u0085\u2028\u2029]*/g)) {
    const { index: start } = match;
    const end = start + match[0].length;
    while (at + 1 < sentences.length && sentences[at]!.end <= start) at += 1;
    const sentence = sentences[at];
    const before = lines.at(-1);
    if (before && /[\n\u2028\u2029\u0085\v\f]|\r(?!\n)/.test(text.slice(before.end, start).replace(FIRST_BREAK, '')))
      close();
    else if (before && sentence && sentence.start < before.end) wrapped = true;
    const heading = sentence?.kind === 'heading' && sentence.start < end && sentence.end > start;
    lines.push({ start, end, kind: heading ? 'heading' : 'body' });
  }
  close();
  return blocks;
}

const FIRST_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;

/** Joins consecutive lines of body text into one block; headings stay lines of their own. */
function joinBody(lines: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    if (before && before.kind === 'body' && line.kind === 'body')
      joined[joined.length - 1] = { ...before, end: line.end };
    else joined.push(line);
  }
  return joined;
}
