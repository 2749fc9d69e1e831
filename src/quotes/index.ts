/** Quotations: what stands between quotation marks, over paragraphs and nested. */
import { contains, outerFirst, type Quote, type Sentence, type Span, type Stage } from '../document.ts';
import { findDoubles, type Marked } from './doubles.ts';
import { cursor, doubleMarks, singleMarks } from './marks.ts';
import { findSingles } from './singles.ts';

/**
 * Finds the quotations of every paragraph, marks included.
 *
 * Where a paragraph ends inside a quotation and the next one opens with a mark again, the quotation goes on: the first
 * part counts as closed (by convention it has no closing mark) and the second one `continues`. Linear.
 */
export const findQuotes: Stage<'quotes', 'sentences'> = ({ text }, { sentences }) => {
  const quotes: Quote[] = [];
  const doublesIn = cursor(doubleMarks(text));
  const singlesIn = cursor(singleMarks(text));
  let open = NOTHING;
  const paragraphs = paragraphsOf(sentences);
  for (const [index, { start, end }] of paragraphs.entries()) {
    const following = paragraphs[index + 1]?.start ?? text.length;
    const next = text.slice(following, following + 2);
    const doubles = findDoubles(text, doublesIn(start, end), { start, end }, sentences, next);
    const singles = findSingles(text, singlesIn(start, end), { start, end }, next[0], doubles);
    const marked = [...doubles, ...singles].sort(outerFirst);
    const first = marked[0];
    const continues = first?.start === start && first.mark === open.mark;
    if (continues) quotes[open.index] = { ...quotes[open.index]!, closed: true };
    const from = quotes.length;
    for (const quote of nested(marked, continues)) quotes.push(quote);
    const last = marked.findLastIndex((quote) => !quote.closed && quote.end === end);
    open = last < 0 ? NOTHING : { index: from + last, mark: marked[last]!.mark };
  }
  return quotes;
};

/** The quotation that the paragraph before left open. */
const NOTHING = { index: -1, mark: '' };

function paragraphsOf(sentences: readonly Sentence[]): Span[] {
  const paragraphs: { start: number; end: number }[] = [];
  let current = -1;
  for (const { start, end, paragraph } of sentences) {
    if (paragraph === current) paragraphs[paragraphs.length - 1]!.end = end;
    else paragraphs.push({ start, end });
    current = paragraph;
  }
  return paragraphs;
}

function nested(marked: readonly Marked[], continues: boolean): Quote[] {
  const outer: Marked[] = [];
  return marked.map((quote, index) => {
    while (outer.length > 0 && !contains(outer.at(-1)!, quote)) outer.pop();
    const depth = outer.length;
    outer.push(quote);
    return { start: quote.start, end: quote.end, closed: quote.closed, continues: continues && index === 0, depth };
  });
}
