/** Whether a content is in the speaker's words. */
import { type Article, type Claim, lastStartingAt, type Quote, type Span } from '../document.ts';

const WORD = /[\p{L}\p{N}]/u;

/**
 * Direct where all words stand in quotation marks, mixed where some do, indirect where none does. Quotation marks around
 * names and titles ("the “Slavic Brotherhood” exercise"), where each longer word has a capital, quote nobody.
 *
 * @param quotes the layer, sorted
 */
export function quotationOf(article: Article, quotes: readonly Quote[], content: readonly Span[]): Claim['quotation'] {
  let quoted = false;
  let bare = false;
  let speech = false;
  for (const { start, end } of content) {
    for (let at = start; at < end; ) {
      const last = lastStartingAt(quotes, at);
      const quote = quoteAround(quotes, last, at);
      // the same quotation is around every place up to here
      const stop = Math.min(end, quotes[last + 1]?.start ?? end, quote?.end ?? end);
      const settled = quote ? speech : bare;
      if (!settled && hasWord(article.text, at, stop)) {
        if (quote) {
          quoted = true;
          speech = !isTitle(article.text.slice(quote.start, quote.end));
        } else bare = true;
      }
      at = stop;
    }
  }
  if (!quoted) return 'indirect';
  if (!bare) return 'direct';
  return speech ? 'mixed' : 'indirect';
}

/** Whether a letter or a figure stands between two offsets. */
function hasWord(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (WORD.test(text[at]!)) return true;
  return false;
}

/** The quotation around an offset, of those up to index `last`; an inner one tells as much as the one around it. */
function quoteAround(quotes: readonly Quote[], last: number, offset: number): Quote | null {
  for (let at = last; at >= 0; at -= 1) {
    const quote = quotes[at]!;
    if (offset < quote.end) return quote;
    if (quote.depth === 0) return null;
  }
  return null;
}

const WORDS = /[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu;
const CAPITALIZED = /^[\p{Lu}\p{N}]/u;
/** Shorter words may be small in a title. */
const MIN_CAPITALIZED_LENGTH = 4;

/** Whether the first word and each longer one has a capital; of a sentence the first few words are read. */
function isTitle(text: string): boolean {
  let count = 0;
  for (const [word] of text.matchAll(WORDS)) {
    if ((count === 0 || word.length >= MIN_CAPITALIZED_LENGTH) && !CAPITALIZED.test(word)) return false;
    count += 1;
  }
  return count > 0;
}
