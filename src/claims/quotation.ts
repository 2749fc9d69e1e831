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

function isTitle(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? [];
  return (
    words.length > 0 &&
    words.every((word) => word.length < 4 || /^[\p{Lu}\p{N}]/u.test(word)) &&
    /^[\p{Lu}\p{N}]/u.test(words[0]!)
  );
}
