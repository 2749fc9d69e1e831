/** What the goldens should be: shared by the test that compares them and the command that writes them. */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { findInputs } from '../src/batch/inputs.ts';
import { pathOf } from '../src/batch/names.ts';
import { extractArticle } from '../src/extract.ts';
import { readArticles } from '../src/read/index.ts';
import { findSentences } from '../src/sentences/index.ts';
import { findSyntax } from '../src/syntax/index.ts';
import { findWords } from '../src/syntax/words.ts';
import { writeJson } from '../src/write/json.ts';
import { writeText } from '../src/write/text.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The goldens by file name: for every article under fixtures/ the contract's output and the page for people.
 *
 * @throws Error where a fixture cannot be read
 */
export async function expectedPages(): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  for (const input of findInputs([`${root}fixtures`], null).inputs) {
    const source = input.source.slice(input.source.indexOf('fixtures/'));
    for await (const reading of readArticles(input, {})) {
      if (!('article' in reading)) throw new Error(`${reading.place}: no article`);
      const article = { ...reading.article, source };
      const name = pathOf(article.id).replaceAll('/', '~');
      const output = extractArticle(article);
      pages.set(`${name}.json`, writeJson({ output }));
      pages.set(`${name}.txt`, writeText({ output, article }));
    }
  }
  return pages;
}

/** The file of `syntaxSums`, beside the goldens. */
export const SYNTAX_SUMS = new URL('../fixtures/expected/syntax.sha256', import.meta.url);

/** For every article under fixtures/ the sum of its tags, heads and relations: what no other golden shows to the last one. */
export async function syntaxSums(): Promise<string> {
  const lines: string[] = [];
  for (const input of findInputs([`${root}fixtures`], null).inputs) {
    for await (const reading of readArticles(input, {})) {
      if (!('article' in reading)) throw new Error(`${reading.place}: no article`);
      const { article } = reading;
      const sentences = findSentences(article, {});
      const { tags, heads, relations } = findSyntax(article, { sentences, words: findWords(article, { sentences }) });
      const sum = createHash('sha256').update(tags).update(new Uint8Array(heads.buffer)).update(relations);
      lines.push(`${sum.digest('hex')}  ${article.id}\n`);
    }
  }
  return lines.join('');
}
