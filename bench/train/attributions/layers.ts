/**
 * The layers that the attribution stage needs, for training texts: made as the pipeline makes them, but by syntax models
 * that have not learnt from the text. Tags, trees and names are kept in `.work/layers/` until the code, the weights or the
 * texts change, so that a training loop starts within seconds.
 */
import { createHash, type Hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { Article, Layers, NameMention, Syntax } from '../../../src/document.ts';
import { findNames } from '../../../src/names/index.ts';
import { findQuotes } from '../../../src/quotes/index.ts';
import { findSentences } from '../../../src/sentences/index.ts';
import { analyseWords, findSyntax } from '../../../src/syntax/index.ts';
import { findWords } from '../../../src/syntax/words.ts';
import { FOLD_MODELS, modelsNotTrainedOn } from '../folds.ts';
import type { Corpus, GoldText } from './corpora.ts';

export type ReadingLayers = Pick<Layers, 'sentences' | 'words' | 'syntax' | 'quotes' | 'names'>;

const SOURCES = new URL('../../../src/', import.meta.url);
const KEPT = new URL('../../../.work/layers/', import.meta.url);
/** The folders and files on which tags, trees and names depend. */
const CODE = ['document.ts', 'lexicon.ts', 'model/', 'sentences/', 'syntax/', 'names/'];

/** What is kept of a text. */
type Costly = Syntax & { readonly names: readonly NameMention[] };

/** The layers of all texts of a corpus, in their order. */
export function layersOf(corpus: Corpus, texts: readonly GoldText[], articles: readonly Article[]): ReadingLayers[] {
  const file = new URL(`${corpus}-${keyOf(texts)}.bin`, KEPT);
  const kept = existsSync(file) ? (deserialize(readFileSync(file)) as Costly[]) : null;
  const all = articles.map((article, index) => layersOfOne(article, texts[index]!, kept?.[index] ?? null));
  if (kept === null) {
    mkdirSync(KEPT, { recursive: true });
    for (const name of readdirSync(KEPT)) if (name.startsWith(`${corpus}-`)) rmSync(new URL(name, KEPT));
    writeFileSync(file, serialize(all.map(({ syntax, names }) => ({ ...syntax, names }))));
  }
  return all;
}

function layersOfOne(article: Article, { news }: GoldText, kept: Costly | null): ReadingLayers {
  const sentences = findSentences(article, {});
  const words = findWords(article, { sentences });
  const quotes = findQuotes(article, { sentences });
  if (kept !== null) {
    const { names, ...syntax } = kept;
    return { sentences, words, syntax, quotes, names };
  }
  const syntax =
    news === null || !existsSync(FOLD_MODELS)
      ? findSyntax(article, { sentences, words })
      : analyseWords(words, modelsNotTrainedOn(news));
  return { sentences, words, syntax, quotes, names: findNames(article, { sentences, words, syntax }) };
}

function keyOf(texts: readonly GoldText[]): string {
  const hash = createHash('sha256');
  for (const path of CODE) addFiles(hash, new URL(path, SOURCES));
  if (texts.some(({ news }) => news !== null) && existsSync(FOLD_MODELS)) addFiles(hash, FOLD_MODELS);
  for (const { id, text, news } of texts) hash.update(JSON.stringify([id, news, text]));
  return hash.digest('hex').slice(0, 16);
}

function addFiles(hash: Hash, url: URL): void {
  if (!url.href.endsWith('/')) hash.update(readFileSync(url));
  else {
    for (const entry of readdirSync(url, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      addFiles(hash, new URL(entry.isDirectory() ? `${entry.name}/` : entry.name, url));
    }
  }
}
