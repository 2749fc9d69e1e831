/**
 * The text that the reader takes out of web pages, beside what a person marked as the article: runs of four words,
 * precision and recall averaged over pages, as the public article extraction benchmark counts them.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { extractArticle } from '../../src/extract.ts';
import { htmlArticle } from '../../src/read/html.ts';
import type { Figure, Row } from './figures.ts';

const GOLD = new URL('../../../shared/eval/pages/dev.jsonl.gz', import.meta.url);
/** So many pages, the first by the hash of their id, are learned from; the others are only measured. */
const LEARNED_FROM = 60;

export interface GoldPage {
  readonly id: string;
  readonly url: string;
  readonly html: string;
  readonly text: string;
  /** True where the weights of blocks were learned from it. */
  readonly learned: boolean;
}

/** @returns the pages in the order of their hashes, or null where ../shared lacks them */
export function readPages(): GoldPage[] | null {
  if (!existsSync(GOLD)) return null;
  const lines = gunzipSync(readFileSync(GOLD)).toString().trim().split('\n');
  return lines
    .map((line) => JSON.parse(line) as Omit<GoldPage, 'learned'>)
    .map((page) => ({ page, hash: createHash('sha256').update(page.id).digest('hex') }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1))
    .map(({ page }, at) => ({ ...page, learned: at < LEARNED_FROM }));
}

export const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}_\p{M}]+/gu) ?? [];

/** Runs of four words and how often each occurs; of fewer words the text as a whole. */
export function grams(text: string): Map<string, number> {
  const words = wordsOf(text);
  const counts = new Map<string, number>();
  for (let at = 0; words.length > 0 && at < Math.max(1, words.length - 3); at += 1) {
    const gram = words.slice(at, at + 4).join(' ');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

/** How much of two texts is common: shares of `mine` and of `gold`. */
export function overlap(mine: ReadonlyMap<string, number>, gold: ReadonlyMap<string, number>): [number, number] {
  const sum = (counts: Iterable<number>) => [...counts].reduce((total, count) => total + count, 0);
  const same = sum([...mine].map(([gram, count]) => Math.min(count, gold.get(gram) ?? 0)));
  return [mine.size === 0 ? 0 : same / sum(mine.values()), gold.size === 0 ? 0 : same / sum(gold.values())];
}

/** @returns all pages as one row, and those that were only measured as another */
export async function scorePages(): Promise<Row[]> {
  const pages = readPages();
  if (pages === null) return [];
  const scored = [];
  for (const page of pages) scored.push({ learned: page.learned, ...(await scorePage(page)) });
  return [
    rowOf('pages-dev', scored),
    rowOf(
      'pages-measured',
      scored.filter(({ learned }) => !learned),
    ),
  ];
}

interface PageScore {
  readonly precision: number;
  readonly recall: number;
  readonly claims: number;
  /** Claims most of whose content is not in the gold text. */
  readonly outside: number;
}

async function scorePage({ id, html, text }: GoldPage): Promise<PageScore> {
  const published = { date: null, basis: 'unknown', candidates: [], evidence: [] } as const;
  const article = await htmlArticle({ text: html, oddities: [] }, { id, source: id, published });
  const gold = grams(text);
  const [precision, recall] = overlap(grams(article.text), gold);
  const { claims } = extractArticle(article);
  const outside = claims.filter(({ content }) => {
    const mine = grams(content.map((piece) => piece.text).join(' '));
    return [...mine.keys()].filter((gram) => gold.has(gram)).length * 2 < mine.size;
  });
  return { precision, recall, claims: claims.length, outside: outside.length };
}

function rowOf(set: string, pages: readonly PageScore[]): Row {
  const mean = (key: 'precision' | 'recall') => pages.reduce((sum, page) => sum + page[key], 0) / pages.length;
  const sum = (key: 'claims' | 'outside') => pages.reduce((total, page) => total + page[key], 0);
  const [precision, recall] = [mean('precision'), mean('recall')];
  const shares = {
    P: precision,
    R: recall,
    F1: (2 * precision * recall) / (precision + recall),
    'claims inside': 1 - sum('outside') / sum('claims'),
  };
  const figures: Figure[] = Object.entries(shares).map(([label, share]) => {
    return { key: `${set}/pages/${label}`, label, value: 100 * share, count: false };
  });
  const peer = 'trafilatura 95.8, rs-trafilatura 96.8, AutoExtract 97.8 on all';
  return { set, layer: 'pages', documents: pages.length, figures, peer, failures: [] };
}
