/** The public face of the library. */
import type { Article } from './document.ts';
import { extractArticle } from './extract.ts';
import type { Output } from './output.ts';

export { type Output, type OutputClaim, output } from './output.ts';

/** An article as a caller has it. */
export interface ArticleInput {
  readonly text: string;
  /** Names the article in the output. */
  readonly id?: string;
  readonly title?: string | null;
  /** `YYYY-MM-DD`; without it relative dates are resolved only where the text itself gives the date. */
  readonly published?: string | null;
}

/**
 * Extracts structured claims from one article.
 *
 * @param input the text, or the text with id, title and day of publication
 * @param options.includeText repeat the text in the output
 * @returns the contract's object; offsets are UTF-16 code units into the text
 */
export function extract(input: string | ArticleInput, options: { readonly includeText?: boolean } = {}): Output {
  const { text, id = 'article', title = null, published = null } = typeof input === 'string' ? { text: input } : input;
  const article: Article = {
    id,
    source: '-',
    text,
    title,
    published: { date: published, basis: published === null ? 'unknown' : 'given', candidates: [], evidence: [] },
    plain: true,
  };
  return extractArticle(article, options);
}
