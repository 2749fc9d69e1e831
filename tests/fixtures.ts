/** The articles under `fixtures/`, read as a run reads them. */
import { fileURLToPath } from 'node:url';
import { findInputs } from '../src/batch/inputs.ts';
import type { Article } from '../src/document.ts';
import { readArticles } from '../src/read/index.ts';

/** @throws Error where one cannot be read */
export async function readFixtures(): Promise<Map<string, Article>> {
  const articles = new Map<string, Article>();
  for (const input of findInputs([fileURLToPath(new URL('../fixtures', import.meta.url))], null).inputs) {
    for await (const reading of readArticles(input, {})) {
      if (!('article' in reading)) throw new Error(`${reading.place}: no article`);
      articles.set(reading.article.id, reading.article);
    }
  }
  return articles;
}
