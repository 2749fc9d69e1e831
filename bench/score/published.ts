/** How often the day of publication is found in a text that hides it, and how often it is right. */
import { findPublished } from '../../src/dates/published.ts';
import type { Article, Published } from '../../src/document.ts';
import { findSentences } from '../../src/sentences/index.ts';
import { findSyntax } from '../../src/syntax/index.ts';
import { findWords } from '../../src/syntax/words.ts';
import type { GoldDocument } from './sets.ts';

const UNKNOWN: Published = { date: null, basis: 'unknown', candidates: [], evidence: [] };

export interface PublishedScore {
  readonly documents: number;
  /** One day was given. */
  readonly answered: number;
  readonly right: number;
  /** Several days were given, and whether the right one was among them. */
  readonly candidates: number;
  readonly among: number;
  readonly wrong: readonly {
    readonly id: string;
    readonly gold: string;
    readonly found: string;
    readonly basis: string;
  }[];
}

/** Hides the date of each gold document that has one, and asks for it. */
export function scorePublished(gold: readonly GoldDocument[]): PublishedScore {
  const documents = gold.filter(({ published }) => published !== null);
  const score = { answered: 0, right: 0, candidates: 0, among: 0 };
  const wrong: PublishedScore['wrong'][number][] = [];
  for (const document of documents) {
    const gold = document.published!;
    const article: Article = {
      id: document.id,
      source: '-',
      text: document.text,
      title: null,
      published: UNKNOWN,
      plain: true,
    };
    const sentences = findSentences(article, {});
    const words = findWords(article, { sentences });
    const syntax = findSyntax(article, { sentences, words });
    const { date, candidates, basis } = findPublished(article, { sentences, words, syntax });
    if (date !== null) {
      score.answered++;
      if (date === gold) score.right++;
      else wrong.push({ id: document.id, gold, found: date, basis });
    } else if (candidates.length > 0) {
      score.candidates++;
      if (candidates.includes(gold)) score.among++;
      else wrong.push({ id: document.id, gold, found: candidates.join(' '), basis });
    }
  }
  return { documents: documents.length, ...score, wrong };
}

/** One line for people. */
export function publishedLine({ documents, answered, right, candidates, among }: PublishedScore): string {
  const share = (part: number, whole: number): string => (whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`);
  return (
    `published hidden: ${documents} documents, ${answered} answered (${share(answered, documents)}), ` +
    `${right} right (${share(right, answered)}); candidates for ${candidates} more, right among them ${among}`
  );
}
