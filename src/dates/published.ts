import type { Published, Stage } from '../document.ts';
import { daysInMonth, formatDay, toDays } from './calendar.ts';
import { findDateline } from './dateline.ts';
import { inferPublished } from './infer.ts';

/**
 * When the article appeared: what the reader knows (option, record, metadata, file name) stands; else a date at the
 * top of the text; else what follows from the text itself.
 *
 * @returns `unknown` rather than a guess; several possible days as candidates
 */
export const findPublished: Stage<'published', 'sentences' | 'words' | 'syntax'> = (article, layers): Published => {
  if (article.published.date !== null) return article.published;
  const dateline = findDateline(article);
  if (dateline) {
    const { start, end } = dateline;
    const { year, month, day } = dateline.fields;
    if (year !== undefined && day! <= daysInMonth(year, month!)) {
      const date = formatDay(toDays({ year, month: month!, day: day! }));
      return { date, basis: 'dateline', candidates: [], evidence: [{ start, end }] };
    }
  }
  return inferPublished(article, layers, dateline);
};
