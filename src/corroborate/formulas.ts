/** What every paper says of every story: who wrote it, who would not comment, what else there is to read. */
import { loadLexicon } from '../lexicon.ts';

let formulas: RegExp | undefined;

/** @param text of a claim */
export function isFormula(text: string): boolean {
  if (formulas === undefined) {
    const rows = loadLexicon(new URL('./formulas.tsv', import.meta.url));
    formulas = new RegExp(`\\b(?:${rows.map(([words]) => words!).join('|')})\\b`, 'i');
  }
  return formulas.test(text.replaceAll('’', "'"));
}
