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
  let quoted = 0;
  let bare = 0;
  let speech = false;
  for (const { start, end } of content) {
    for (let at = start; at < end; at += 1) {
      if (!WORD.test(article.text[at]!)) continue;
      const quote = quoteAt(quotes, at);
      if (!quote) bare += 1;
      else {
        quoted += 1;
        speech ||= !isTitle(article.text.slice(quote.start, quote.end));
      }
    }
  }
  if (quoted === 0) return 'indirect';
  if (bare === 0) return 'direct';
  return speech ? 'mixed' : 'indirect';
}

/** The quotation around an offset; an inner one tells as much as the one around it. */
function quoteAt(quotes: readonly Quote[], offset: number): Quote | null {
  for (let at = lastStartingAt(quotes, offset); at >= 0; at -= 1) {
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
