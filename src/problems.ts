/** Oddities as data: what the reader met in the bytes, and what stands in the finished layers. */
import type { Article, Layers, Problem } from './document.ts';

/** @returns what the reader and the stages met that is odd, each with its place and what to think of it */
export function findProblems(article: Article, { quotes, dates }: Layers): readonly Problem[] {
  return [
    ...(article.problems ?? []),
    ...quotes
      .filter((quote) => !quote.closed)
      .map(({ start, end }) => ({
        stage: 'quotes',
        code: 'unclosed-quotation',
        message:
          'The closing quotation mark is missing; the quotation was ended where another begins, who speaks is said, or the paragraph ends.',
        start,
        end,
      })),
    ...dates
      .filter((date) => date.basis === 'unresolved')
      .map(({ start, end, candidates, impossible }) => ({
        stage: 'dates',
        code: impossible ? 'impossible-date' : candidates ? 'ambiguous-date' : 'unresolved-date',
        message: impossible
          ? 'The calendar has no such day.'
          : candidates
            ? `Day and month may stand in either order: ${candidates.join(' or ')}.`
            : 'The text does not say which date is meant.',
        start,
        end,
      })),
  ];
}
