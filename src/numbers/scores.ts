/** Results of games and votes, which are pairs and no quantities: "2-2", "6-4", "a 5-4 vote", "7-6 (7-5)". */
import type { Figure, Reader } from './figure.ts';

const PAIR =
  /(?<a>\d{1,3})(?:(?:[-\u2010\u2011\u2013]|-to-)(?<b>\d{1,3}))(?:[-\u2010\u2011\u2013](?<c>\d{1,3}))?(?![\w%$€£]|[.,:]\d|[-\u2013]\w)/y;
const PLAYED =
  /\b(?:won|wins?|winning|beat|beats|beating|beaten|leads?|leading|led|lost|loses?|losing|defeat\w*|victory|victories|draw|drew|drawn|tied?|ties|scores?|scored|result|final|record|vote[ds]?|ruling|ruled|ahead|rout\w*|thrash\w*|edg\w*|crush\w*|improved|advanced?|decision|level|trail\w*)\s+(?:\w+\s+){0,3}\(?$/i;
const STANDS = /\b(?:up|down|series|sets?|past|over|at|to|of|a|by|went)\s+(?:\w+\s+){0,2}\(?$/i;
const AFTER =
  /\s*\)?,?\s?(?:win|victory|defeat|loss|draw|tie|lead|vote|ruling|decision|record|margin|score|scoreline|rout|thrashing|triumph|upset|set|run|in\s+(?:overtime|extra|the\s+(?:series|final|semi|quarter))|on\s+(?:aggregate|penalties)|majority|against|over)\b/iy;

/** How far before a pair the words of play are looked for, in UTF-16 code units. */
const REACH = 40;

export const scores: Reader = {
  name: 'score',
  reads: '2-2 | won 3-1 | a 5-4 vote | 6-4, 6-3',
  read,
  examples: ['Spain won {n=1..3 3-1} at home.', 'By a {n=4..5 5-4} vote the court agreed.', 'It ended {n=2..2 2-2}.'],
  not: ['Winds of 15-22 mph are likely.', 'Children of 12-14 years came.'],
};

function read(text: string, at: number, end: number): Figure | null {
  PAIR.lastIndex = at;
  const groups = PAIR.exec(text)?.groups;
  const stop = PAIR.lastIndex;
  if (!groups || stop > end) return null;
  const [a, b] = [Number(groups.a), Number(groups.b)];
  AFTER.lastIndex = stop;
  const before = text.slice(Math.max(0, at - REACH), at);
  const noun = /^[-\s]*[a-z]/.test(text.slice(stop, stop + 3));
  const isScore =
    groups.c !== undefined ||
    a === b ||
    AFTER.test(text) ||
    (a > b && (!noun || PLAYED.test(before))) ||
    (!noun && (PLAYED.test(before) || STANDS.test(before)));
  if (!isScore) return null;
  return {
    start: at,
    end: stop,
    kind: 'score',
    value: null,
    min: Math.min(a, b),
    max: Math.max(a, b),
    form: 'digits',
    scale: 1,
    modifier: null,
    by: 'score',
  };
}
