/** The report of a run: a page for each article and one for all of them, made from what the run wrote. */
import { join } from 'node:path';
import { pathOf, sameFile, Unique } from '../batch/names.ts';
import type { OwnRow } from '../corroborate/register-file.ts';
import { originalOf } from '../results/original.ts';
import { readOutputs } from '../results/outputs.ts';
import { writeWhole } from '../write/file.ts';
import { articlePage } from '../write/html/index.ts';
import { clusterPage } from './cluster-page.ts';
import { Run } from './gather.ts';
import { indexPage } from './index-page.ts';
import { KeptFolder } from './kept-folder.ts';
import { leftOut } from './left-out.ts';

export const INDEX = 'index.html';
export const ARTICLES = 'articles';
export const CLUSTERS = 'clusters';

export interface Made {
  readonly articles: number;
  readonly claims: number;
  /** Articles whose own text was not at hand. */
  readonly pieced: number;
  /** Outputs that could not be read, with the reason. */
  readonly failures: readonly { readonly place: string; readonly failure: string }[];
}

/**
 * Writes `index.html`, `articles/<id>.html` and `clusters/<id>.html`. One article is in memory at a time, and of all of them what the index
 * shows.
 *
 * @param out what a run wrote
 * @param folder where to write
 * @param register the user's own, of who is who
 * @param tell is called after each output, with true where it could not be read
 * @throws Error of the system where something cannot be written
 */
export async function writeReport(
  out: string,
  folder: string,
  tell: (failed: boolean) => void,
  register: ReadonlyMap<string, OwnRow> = new Map(),
): Promise<Made> {
  const all = new KeptFolder(out, folder, register);
  try {
    return await writePages(out, folder, tell, all);
  } catch (error) {
    all.discard();
    throw error;
  }
}

async function writePages(
  out: string,
  folder: string,
  tell: (failed: boolean) => void,
  all: KeptFolder,
): Promise<Made> {
  const run = new Run();
  const pages = new Map<string, { readonly title: string; readonly href: string }>();
  const names = new Unique(sameFile);
  const failures: { readonly place: string; readonly failure: string }[] = [];
  let pieced = 0;
  for await (const reading of readOutputs(out, folder)) {
    if ('failure' in reading) {
      failures.push(reading);
      tell(true);
      continue;
    }
    const { output } = reading;
    const path = `${ARTICLES}/${names.take(pathOf(output.article.id))}.html`;
    const { text, notice } = await originalOf(output);
    if (notice !== null) pieced += 1;
    const index = '../'.repeat(path.split('/').length - 1) + INDEX;
    await writeWhole(join(folder, path), articlePage(output, text, { index, ...(notice === null ? {} : { notice }) }));
    const href = path.split('/').map(encodeURIComponent).join('/');
    run.add(output, href);
    all.add(output, reading.json);
    pages.set(output.article.id, { title: output.article.title ?? output.article.id, href });
    tell(false);
  }
  const { articles, claims } = run.data;
  const { clusters, register: entries, registerOf } = await all.corroborate();
  run.register(entries, registerOf);
  for (const cluster of clusters) {
    const articleOf = (id: string) => {
      const page = pages.get(id);
      return page === undefined ? null : { title: page.title, href: `../${page.href}` };
    };
    const page = clusterPage(cluster, articleOf, `../${INDEX}`);
    await writeWhole(join(folder, CLUSTERS, `${cluster.cluster}.html`), page);
  }
  if (articles.length > 0) {
    const unread = [...leftOut(out), ...failures.map(({ place, failure }) => `${place} ${failure}`)];
    await writeWhole(join(folder, INDEX), indexPage(out, run, unread, clusters));
  }
  return { articles: articles.length, claims: claims.length, pieced, failures };
}
