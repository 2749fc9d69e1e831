/** The processor time each stage takes: the stages of `extract.ts` run one by one. */
import { findAttributions } from '../../src/attributions/index.ts';
import { findClaims } from '../../src/claims/index.ts';
import { findComparisons } from '../../src/comparisons/index.ts';
import { compose } from '../../src/compose.ts';
import { findDates } from '../../src/dates/index.ts';
import { findPublished } from '../../src/dates/published.ts';
import type { Article, Layers, Stage } from '../../src/document.ts';
import { findNames } from '../../src/names/index.ts';
import { findNumbers } from '../../src/numbers/index.ts';
import { findPeople } from '../../src/people/index.ts';
import { findQuotes } from '../../src/quotes/index.ts';
import { findSentences } from '../../src/sentences/index.ts';
import { findSources } from '../../src/sources/index.ts';
import { findSyntax } from '../../src/syntax/index.ts';
import { findWords } from '../../src/syntax/words.ts';

/** In the order of `extract.ts`. */
const STAGES = {
  sentences: findSentences,
  words: findWords,
  syntax: findSyntax,
  quotes: findQuotes,
  published: findPublished,
  dates: findDates,
  numbers: findNumbers,
  names: findNames,
  people: findPeople,
  attributions: findAttributions,
  sources: findSources,
  claims: findClaims,
  comparisons: findComparisons,
} satisfies { [Name in keyof Layers]: Stage<Name, keyof Layers> };

/** Milliseconds of processor time of each stage, and of writing the output, over all articles. */
export function timeStages(articles: readonly Article[]): Record<string, number> {
  const times: Record<string, number> = {};
  const add = (name: string, since: NodeJS.CpuUsage): void => {
    const { user, system } = process.cpuUsage(since);
    times[name] = (times[name] ?? 0) + (user + system) / 1000;
  };
  for (const article of articles) {
    const layers: Partial<Record<keyof Layers, unknown>> = {};
    for (const [name, stage] of Object.entries(STAGES)) {
      const start = process.cpuUsage();
      layers[name as keyof Layers] = stage(article, layers as Layers);
      add(name, start);
    }
    const start = process.cpuUsage();
    compose(article, layers as Layers);
    add('compose', start);
  }
  return times;
}
