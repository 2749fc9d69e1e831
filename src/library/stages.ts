/**
 * `accordingto/stages`: the pipeline in its parts. A stage is a pure function from an article and the layers that it
 * needs to one new layer; `analyse` runs all of them in the one order that their needs allow.
 *
 * @example
 * import { findQuotes, findSentences, toArticle } from 'accordingto/stages';
 * const article = toArticle('“It is safe,” the mayor said.');
 * const sentences = findSentences(article, {});
 * for (const { start, end } of findQuotes(article, { sentences })) {
 *   console.log(article.text.slice(start, end)); // “It is safe,”
 * }
 */
export { findAttributions } from '../attributions/index.ts';
export { findClaims } from '../claims/index.ts';
export { findComparisons } from '../comparisons/index.ts';
export { compose } from '../compose.ts';
export { findDates } from '../dates/index.ts';
export { findPublished } from '../dates/published.ts';
export type * from '../document.ts';
export { explainArticle } from '../explain.ts';
export { type AnalyseOptions, analyse } from '../extract.ts';
export { findNames } from '../names/index.ts';
export { findNumbers } from '../numbers/index.ts';
export { findPeople } from '../people/index.ts';
export { findQuotes } from '../quotes/index.ts';
export { findSentences } from '../sentences/index.ts';
export { findSources } from '../sources/index.ts';
export { findSyntax } from '../syntax/index.ts';
export { PENN_TAGS, RELATIONS } from '../syntax/labels.ts';
export { findWords } from '../syntax/words.ts';
export { type ArticleInput, toArticle } from './article.ts';
