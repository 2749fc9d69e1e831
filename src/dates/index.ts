/** Finds the dates of an article: the constructs and chrono read each sentence (`read.ts`), then every reading is resolved in the order of the text. */
import type { DateMention, Sentence, Stage, Syntax, Words } from '../document.ts';
import { wordAt } from '../document.ts';
import { TAG } from '../syntax/labels.ts';
import { type Anchors, forget, nameDay, noAnchors } from './anchors.ts';
import { parseDay } from './calendar.ts';
import { directionOf, hasTags, isPlainlyAhead, isPlainlyOver } from './direction.ts';
import { isNarrative } from './narrative.ts';
import { orderOf } from './order.ts';
import { type Found, readArticle } from './read.ts';
import { isBareClock, isDay } from './reading.ts';
import { resolve } from './resolve.ts';
import type { Setting } from './setting.ts';
import type { Resolved } from './value.ts';

/**
 * Finds time expressions with their TIMEX3 type and value.
 *
 * @returns sorted mentions that do not overlap; what the article leaves open has X in its value and basis `unresolved`
 */
export const findDates: Stage<'dates', 'sentences' | 'words' | 'syntax' | 'published'> = (article, layers) => {
  const { sentences, words, published } = layers;
  const found = readArticle(article, layers);
  const day = published.date === null ? null : parseDay(published.date);
  const syntax = hasTags(layers.syntax) ? layers.syntax : null;
  const narrative = isNarrative(found, day);
  const order = orderOf(article.text, found);
  const anchors = noAnchors();
  const settingOf = ({ sentence, start, end }: Found, from: Anchors, dayAhead: number | null): Setting => {
    const [at, next] = [wordAt(words, start), wordAt(words, end - 1) + 1];
    const tense = directionOf(words, syntax, sentence, at, next);
    const ahead = isPlainlyAhead(words, sentence, at, next);
    const plain = tense > 0 && ahead;
    const over = !ahead && isPlainlyOver(words, syntax, sentence, at, next);
    const headed = lastHeading(sentences, sentence, from.namedIn);
    return { published: day, narrative, anchors: from, sentence, tense, plain, over, headed, order, dayAhead };
  };
  return found.map((mention, index): DateMention => {
    const { reading, sentence } = mention;
    const ahead = isBareClock(reading)
      ? found.slice(index + 1, index + 1 + MAX_MENTIONS_TO_DAY).find(isDayOf(sentence))
      : undefined;
    const scratch = { ...anchors };
    if (ahead) resolve(ahead.reading, settingOf(ahead, scratch, null));
    // "the July 25 call" names an event and does not move the narrative to that day
    const naming = !narrative && syntax !== null && isAttribute(words, syntax, mention);
    const from = naming ? { ...anchors } : anchors;
    const resolved = resolve(reading, settingOf(mention, from, ahead ? scratch.day : null));
    if (naming) return made(mention, resolved);
    const { basis } = resolved;
    if (reading.is !== 'literal') anchors.sentence = sentence;
    if (isDay(reading)) nameDay(anchors, sentence, basis !== 'unresolved');
    // after "in June", "at 9 a.m." no longer belongs to the day named before
    else if (reading.is === 'calendar' && reading.fields.month !== undefined && anchors.namedIn !== sentence)
      anchors.named = null;
    if (basis === 'unresolved' && !isBareClock(reading)) forget(anchors);
    return made(mention, resolved);
  });
};

function made({ start, end, by }: Found, { type, value, basis, ...doubts }: Resolved): DateMention {
  return { start, end, type, value, basis, ...doubts, by };
}

/** Whether a month and day stand between a determiner and a noun. */
function isAttribute({ lower, ...words }: Words, { tags }: Syntax, { reading, start, end }: Found): boolean {
  if (reading.is !== 'calendar' || reading.fields.day === undefined || reading.fields.year !== undefined) return false;
  const before = lower[wordAt({ lower, ...words }, start) - 1] ?? '';
  const next = wordAt({ lower, ...words }, end - 1) + 1;
  return (
    /^(?:the|a|an|this|that|his|her|its|their|['’]s)$/.test(before) && (tags[next] === TAG.NN || tags[next] === TAG.NNS)
  );
}

/** How many mentions ahead the day of a clock time is looked for. */
const MAX_MENTIONS_TO_DAY = 4;

/**
 * Whether a heading stands between the last date and this sentence, or is this sentence; only a few sentences back are
 * searched.
 */
function lastHeading(sentences: readonly Sentence[], sentence: number, from: number): boolean {
  for (let at = sentence; at > Math.max(from, sentence - MAX_SENTENCES_TO_HEADING); at--)
    if (sentences[at]!.kind === 'heading') return true;
  return false;
}

/** How many sentences back a heading is looked for. */
const MAX_SENTENCES_TO_HEADING = 8;

const isDayOf =
  (sentence: number) =>
  (mention: Found): boolean =>
    mention.sentence === sentence && isDay(mention.reading);
