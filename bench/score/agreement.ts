/**
 * The same quotation in two outlets: how often both get the same speaker. No annotation is needed for it, and it measures
 * what a register of speakers over many articles is worth.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { extractArticle } from '../../src/extract.ts';
import type { Output } from '../../src/output.ts';
import type { Row } from './figures.ts';
import { articleOf } from './run.ts';

const FOLDER = new URL('../../../shared/eval/folders/dev.jsonl.gz', import.meta.url);
/** Shorter quotations are too often said by two people. */
const LEAST_WORDS = 5;
const GRAM = 4;
/** The share of the shorter quotation's word 4-grams that the longer one has. */
const CONTAINED = 0.5;

interface Article {
  readonly id: string;
  readonly group: string;
  readonly text: string;
  readonly published: string | null;
}

interface Quotation {
  readonly article: string;
  readonly grams: ReadonlySet<string>;
  /** The last word of the speaker's name, lower case; null where nobody was found. */
  readonly speaker: string | null;
}

/** Speakers of the same quotation in the articles of one event. */
export function scoreAgreement(): Row {
  const articles = gunzipSync(readFileSync(FOLDER))
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Article)
    .filter(({ group }) => group.startsWith('event-'));
  let pairs = 0;
  let agreed = 0;
  for (const event of new Set(articles.map(({ group }) => group))) {
    const members = articles.filter(({ group }) => group === event);
    const quotations = members.flatMap((article) => quotationsOf(article.id, extractArticle(articleOf(article))));
    for (const [at, one] of quotations.entries()) {
      for (const other of quotations.slice(at + 1)) {
        if (one.article === other.article || !isSame(one.grams, other.grams)) continue;
        pairs += 1;
        if (one.speaker !== null && one.speaker === other.speaker) agreed += 1;
      }
    }
  }
  const key = 'folders-dev/speakers';
  const figures = [
    {
      key: `${key}/same speaker`,
      label: 'same speaker',
      value: pairs === 0 ? null : (100 * agreed) / pairs,
      count: false,
    },
    { key: `${key}/pairs`, label: 'pairs', value: pairs, count: true },
  ];
  const peer = 'at least 86, aim 93, of no fewer pairs';
  return { set: 'folders-dev', layer: 'speakers', documents: articles.length, figures, peer, failures: [] };
}

function quotationsOf(article: string, { claims, sources, people }: Output): Quotation[] {
  return claims.flatMap(({ quotation, content, attribution: [first] }) => {
    const words = wordsOf(content.map(({ text }) => text).join(' '));
    if (quotation !== 'direct' || words.length < LEAST_WORDS) return [];
    const source = sources.find(({ id }) => id === first?.source);
    const name = people.find(({ id }) => id === source?.person)?.name ?? source?.name ?? '';
    return [{ article, grams: gramsOf(words), speaker: wordsOf(name).at(-1) ?? null }];
  });
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const gramsOf = (words: readonly string[]): Set<string> =>
  new Set(words.slice(GRAM - 1).map((_, at) => words.slice(at, at + GRAM).join(' ')));

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [short, long] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const gram of short) if (long.has(gram)) shared += 1;
  return shared >= CONTAINED * short.size;
}
