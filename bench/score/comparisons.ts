/**
 * Figures that the program calls contradictory, against two hundred pairs of real news judged by reading. The loosest
 * reading of its own keys (figures of two voices that measure the same by name, ten sentences apart at most) chose them.
 */
import { readFileSync } from 'node:fs';
import type { Article } from '../../src/document.ts';
import { analyse } from '../../src/extract.ts';
import { loadLexicon } from '../../src/lexicon.ts';
import type { Figure, Row } from './figures.ts';

const SHARED = new URL('../../../shared/eval/', import.meta.url);

interface Judged {
  readonly document: string;
  readonly starts: readonly [number, number];
  readonly verdict: string;
}

function readJudged(): Judged[] {
  return loadLexicon(new URL('./disagreements.tsv', import.meta.url)).map(([pair, verdict]) => {
    const [set, id, first, second] = pair!.split(' ');
    return {
      document: `${set} ${id}`,
      starts: [Number.parseInt(first!, 10), Number.parseInt(second!, 10)],
      verdict: verdict!,
    };
  });
}

/** How many of the judged pairs are called a disagreement, how many of these are one, and how many are missed. */
export function scoreComparisons(): Row {
  const judged = readJudged();
  const wanted = new Set(judged.map(({ document }) => document));
  const called = new Set<string>();
  for (const set of new Set(judged.map(({ document }) => document.split(' ')[0]!))) {
    for (const line of readFileSync(new URL(`${set}.jsonl`, SHARED), 'utf8').split('\n')) {
      if (line === '') continue;
      const { id, text, published } = JSON.parse(line) as { id: string; text: string; published: string | null };
      if (!wanted.has(`${set} ${id}`)) continue;
      const day = { date: published, basis: published ? 'given' : 'unknown', candidates: [], evidence: [] } as const;
      const article: Article = { id, source: '-', text, title: null, published: day, plain: true };
      const { comparisons, numbers } = analyse(article);
      for (const { relation, numbers: pair } of comparisons)
        if (relation === 'disagree') called.add(`${set} ${id} ${pair.map((index) => numbers[index]!.start).join(' ')}`);
    }
  }
  const isCalled = ({ document, starts }: Judged): boolean => called.has(`${document} ${starts.join(' ')}`);
  const right = judged.filter((pair) => isCalled(pair) && pair.verdict === 'disagree').length;
  const all = judged.filter(isCalled).length;
  const truths = judged.filter(({ verdict }) => verdict === 'disagree').length;
  const figure = (label: string, value: number | null): Figure => ({
    key: `judged-pairs/comparisons/${label}`,
    label,
    value,
    count: true,
  });
  return {
    set: 'judged-pairs',
    layer: 'comparisons',
    documents: wanted.size,
    figures: [
      figure('pairs', judged.length),
      figure('disagreements', truths),
      figure('called', all),
      figure('called wrongly', all - right),
    ],
    peer: 'target: nine of ten called are right',
    failures: [],
  };
}
