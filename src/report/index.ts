/** The report of a run: a page for each article and one for all of them, made from what the run wrote. */
import { join } from 'node:path';
import { pathOf, sameFile, Unique } from '../batch/names.ts';
import { writeWhole } from '../write/file.ts';
import { articlePage } from '../write/html/index.ts';
import { Run } from './gather.ts';
import { indexPage } from './index-page.ts';
import { leftOut } from './left-out.ts';
import { originalOf } from './original.ts';
import { readOutputs } from './outputs.ts';

export const INDEX = 'index.html';
export const ARTICLES = 'articles';

export interface Made {
  readonly articles: number;
  readonly claims: number;
  /** Articles whose own text was not at hand. */
  readonly pieced: number;
  /** Outputs that could not be read, with the reason. */
  readonly failures: readonly string[];
}

/**
 * Writes `index.html` and `articles/<id>.html`. One article is in memory at a time, and of all of them what the index
 * shows.
 *
 * @param out what a run wrote
 * @param folder where to write
 * @param tell is called after each output, with true where it could not be read
 * @throws Error of the system where something cannot be written
 */
export async function writeReport(out: string, folder: string, tell: (failed: boolean) => void): Promise<Made> {
  const run = new Run();
  const names = new Unique(sameFile);
  const failures: string[] = [];
  let pieced = 0;
  for await (const reading of readOutputs(out, folder)) {
    if ('failure' in reading) {
      failures.push(`${reading.place} ${reading.failure}`);
      tell(true);
      continue;
    }
    const { output } = reading;
    const path = `${ARTICLES}/${names.take(pathOf(output.article.id))}.html`;
    const { text, notice } = await originalOf(output);
    if (notice !== null) pieced += 1;
    const index = '../'.repeat(path.split('/').length - 1) + INDEX;
    await writeWhole(join(folder, path), articlePage(output, text, { index, ...(notice === null ? {} : { notice }) }));
    run.add(output, path.split('/').map(encodeURIComponent).join('/'));
    tell(false);
  }
  const { articles, claims } = run.data;
  if (articles.length > 0) await writeWhole(join(folder, INDEX), indexPage(out, run, [...leftOut(out), ...failures]));
  return { articles: articles.length, claims: claims.length, pieced, failures };
}
