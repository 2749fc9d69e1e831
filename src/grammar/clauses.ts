/** Where a content ends to the right. */
import { isClosingMark } from './contents.ts';
import type { TokenContext } from './context.ts';

/**
 * One past the content that starts at `start`: before a further statement of the same source (", adding that …"), the words
 * after a quotation, a semicolon; or `to`.
 */
export function contentEnd(context: TokenContext, start: number, to: number): number {
  const opening = context.quoteOf(start);
  for (let w = start + 1; w < to; w += 1) {
    const quote = context.quoteOf(w);
    if (quote >= 0 && quote === opening) continue;
    const lower = context.lower(w);
    if (lower === ';' || (lower === ',' && startsAside(context, w + 1))) return w;
    const capital = /^[A-Z]/u.test(context.words.forms[w]!);
    if (opening >= 0 && quote < 0 && isClosingMark(context, w - 1) && capital) return w;
  }
  return to;
}

/** ", adding that", ", saying", ", citing": a participle with a content of its own. */
function startsAside(context: TokenContext, w: number): boolean {
  const verb = context.tag(w) === 'RB' ? w + 1 : w;
  return context.tag(verb) === 'VBG' && context.cues(verb).length > 0;
}
