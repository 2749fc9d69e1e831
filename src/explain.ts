/** Why an article, or one claim of it, reads as it does. */
import { explain } from './attributions/explain.ts';
import { compose } from './compose.ts';
import { type Article, lastStartingAt } from './document.ts';
import { type AnalyseOptions, analyse } from './extract.ts';

/**
 * The readings of each sentence with their marks, what speaks for and against them, and why others were refused.
 *
 * @example
 * import { explainArticle, toArticle } from 'accordingto/stages';
 * const lines = explainArticle(toArticle('The dam is safe, the mayor said.'), 'c1');
 * console.log(lines[1].trim()); // The dam is safe, the mayor said.
 *
 * @param claim the id of the one claim to explain (`c3`), as `extract` gives it; otherwise every sentence is
 * @param options those with which the claim was extracted: its id depends on them
 * @returns lines of text for people, or null where the article has no such claim
 */
export function explainArticle(article: Article, claim?: string, options: AnalyseOptions = {}): string[] | null {
  const layers = analyse(article, options);
  if (claim === undefined) {
    return explain(
      article,
      layers,
      layers.sentences.map((_, index) => index),
    );
  }
  const found = compose(article, layers).claims.find(({ id }) => id === claim);
  if (!found) return null;
  const at = found.attribution[0]?.cue?.start ?? found.content[0]!.start;
  return explain(article, layers, [lastStartingAt(layers.sentences, at)]);
}
