/** The articles of PolNeAR with our own layers, and their gold attributions as words. */
import { readFileSync } from 'node:fs';
import { makeView } from '../../../src/attributions/models/view.ts';
import { Page } from '../../../src/attributions/page.ts';
import { readSentence } from '../../../src/attributions/read.ts';
import type { Article, Layers } from '../../../src/document.ts';
import { findNames } from '../../../src/names/index.ts';
import { findQuotes } from '../../../src/quotes/index.ts';
import { findSentences } from '../../../src/sentences/index.ts';
import { findSyntax } from '../../../src/syntax/index.ts';
import { findWords } from '../../../src/syntax/words.ts';
import type { Example } from './fit.ts';
import { type GoldAttribution, goldWords } from './gold.ts';

const FOLDER = new URL('../../../../shared/eval/attributions/', import.meta.url);

export type ReadingLayers = Pick<Layers, 'sentences' | 'words' | 'syntax' | 'quotes' | 'names'>;

export interface Document extends Example {
  readonly article: Article;
  readonly layers: ReadingLayers;
}

/** The layers that the attribution stage needs, as the pipeline makes them. */
function layersOf(article: Article, syntaxOf: typeof findSyntax = findSyntax): ReadingLayers {
  const sentences = findSentences(article, {});
  const words = findWords(article, { sentences });
  const syntax = syntaxOf(article, { sentences, words });
  const quotes = findQuotes(article, { sentences });
  const names = findNames(article, { sentences, words, syntax });
  return { sentences, words, syntax, quotes, names };
}

export function readDocuments(
  part: 'train' | 'dev',
  syntaxOf: (id: string) => typeof findSyntax = () => findSyntax,
): Document[] {
  const lines = readFileSync(new URL(`${part}.jsonl`, FOLDER), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => {
    const { id, text, attributions } = JSON.parse(line) as {
      id: string;
      text: string;
      attributions: GoldAttribution[];
    };
    const published = { date: null, basis: 'unknown', candidates: [], evidence: [] } as const;
    const article: Article = { id, source: id, text, title: null, published, plain: true };
    const layers = layersOf(article, syntaxOf(id));
    const page = new Page(article, { ...layers, people: [] });
    const readings = layers.sentences.flatMap((_, index) => readSentence(page, index));
    const view = makeView(layers, readings);
    return { id, article, layers, view, gold: goldWords(view, layers.words, attributions) };
  });
}
