/** What the tests hold of a stage, as one list of lines: a mutant that changes none of them goes unnoticed. */
import { CONSTRUCTS } from '../../src/dates/configuration.ts';
import { findDates } from '../../src/dates/index.ts';
import { findPublished } from '../../src/dates/published.ts';
import type { Article, DateMention, NumberMention, Published } from '../../src/document.ts';
import { READERS } from '../../src/numbers/readers.ts';
import { REFUSALS } from '../../src/numbers/refusals/index.ts';
import { findSentences } from '../../src/sentences/index.ts';
import { findSyntax } from '../../src/syntax/index.ts';
import { findWords } from '../../src/syntax/words.ts';
import { parseMarkup, readCases } from '../../tests/markup.ts';

export interface Stage {
  /** Where its guards stand, below `src/`; the whole stage is built again for each mutant. */
  readonly guards: readonly string[];
  /** The module that is built, and the function that it exports. */
  readonly module: string;
  /** @param find that function, of the source as it is or of a mutant */
  readonly lines: (find: unknown) => string[];
}

interface Prepared {
  readonly article: Article;
  readonly layers: Parameters<typeof findDates>[1];
  /** Nothing where all that is found counts, else the one maker whose findings count. */
  readonly by: string | null;
}

function prepare(text: string, date: string | null, by: string | null): Prepared {
  const published: Published = { date, basis: date === null ? 'unknown' : 'given', candidates: [], evidence: [] };
  const article: Article = { id: 'case', source: '-', text, title: null, published, plain: true };
  const sentences = findSentences(article, {});
  const words = findWords(article, { sentences });
  const syntax = findSyntax(article, { sentences, words });
  return { article, layers: { sentences, words, syntax, published }, by };
}

/** One line for each text: what is found in it, as far as the tests look at it. */
const lineOf = (found: readonly (DateMention | NumberMention)[], by: string | null): string =>
  JSON.stringify(by === null ? found.map(({ by: _, ...rest }) => rest) : found.filter((mention) => mention.by === by));

const dated = (): Prepared[] => [
  ...readCases('dates.cases.txt').map(({ text, options }) => prepare(text, options.published ?? null, null)),
  ...CONSTRUCTS.flatMap(({ construct: { name, examples, not } }) =>
    [...examples.map((example) => parseMarkup(example).text), ...not].map((text) => prepare(text, '2020-09-13', name)),
  ),
];
const numbered = (): Prepared[] => [
  ...readCases('numbers.cases.txt').map(({ text }) => prepare(text, null, null)),
  ...READERS.flatMap(({ name, examples, not }) => [
    ...examples.map((example) => prepare(parseMarkup(example).text, null, null)),
    ...not.map((text) => prepare(text, null, name)),
  ]),
  ...REFUSALS.flatMap(({ examples }) => examples.map((text) => prepare(text, null, null))),
];

export const STAGES: Readonly<Record<string, () => Stage>> = {
  dates: () => {
    const texts = dated();
    return {
      guards: ['dates/parsers'],
      module: 'dates/index.ts',
      lines: (find) => texts.map(({ article, layers, by }) => lineOf((find as typeof findDates)(article, layers), by)),
    };
  },
  numbers: () => {
    const texts = numbered().map(({ article, layers, by }) => {
      const published = findPublished(article, layers);
      return { article, layers: { ...layers, dates: findDates(article, { ...layers, published }) }, by };
    });
    type Find = typeof import('../../src/numbers/index.ts').findNumbers;
    return {
      guards: ['numbers'],
      module: 'numbers/index.ts',
      lines: (find) => texts.map(({ article, layers, by }) => lineOf((find as Find)(article, layers), by)),
    };
  },
};
