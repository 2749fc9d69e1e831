/** The figures of the syntax layer: rows of the same table, measured on treebanks instead of the kit's gold files. */
import type { Row } from './figures.ts';

/** Scores tags, tree and token boundaries. */
export async function scoreSyntax(): Promise<Row[]> {
  return [];
}
