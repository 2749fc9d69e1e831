/** Finds the dates of an article: chrono's loop reads each sentence, then every reading is resolved in order. */
import type { DateMention, Stage } from '../document.ts';
import { wordAt } from '../document.ts';
import { noAnchors } from './anchors.ts';
import { parseDay } from './calendar.ts';
import { directionOf, hasTags } from './direction.ts';
import { isNarrative } from './narrative.ts';
import { readArticle } from './read.ts';
import { resolve } from './resolve.ts';

/**
 * Finds time expressions with their TIMEX3 type and value.
 *
 * @returns sorted mentions that do not overlap; what the article leaves open has X in its value and basis `unresolved`
 */
export const findDates: Stage<'dates', 'sentences' | 'words' | 'syntax' | 'published'> = (article, layers) => {
  const { words, published } = layers;
  const found = readArticle(article, layers);
  const day = published.date === null ? null : parseDay(published.date);
  const syntax = hasTags(layers.syntax) ? layers.syntax : null;
  const narrative = isNarrative(found, day);
  const anchors = noAnchors();
  return found.map(({ reading, by, sentence, start, end }): DateMention => {
    const tense = directionOf(words, syntax, sentence, wordAt(words, start), wordAt(words, end - 1) + 1);
    const setting = { published: day, narrative, anchors, sentence, tense };
    const { type, value, basis } = resolve(reading, setting);
    if (reading.is !== 'literal') anchors.sentence = sentence;
    return { start, end, type, value, basis, by };
  });
};
