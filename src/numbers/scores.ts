/** Results of games and votes, which are pairs and no quantities: "2-2", "6-4", "a 5-4 vote", "7-6 (7-5)". */
import type { Figure, Reader } from './figure.ts';

const DASH = String.raw`[-\u2010\u2011\u2013]`;
const NO_FIGURE = String.raw`(?![\w%$€£]|[.,:]\d|[-\u2013]\w)`;
const PAIR = new RegExp(
  String.raw`(?<a>\d{1,3})(?:(?:${DASH}|-to-)(?<b>\d{1,3}))(?:${DASH}(?<c>\d{1,3}))?${NO_FIGURE}`,
  'y',
);
const WORDS_OF_PLAY = [
  String.raw`won|wins?|winning|beat|beats|beating|beaten|leads?|leading|led|lost|loses?|losing|defeat\w*|victory|victories`,
  String.raw`draw|drew|drawn|tied?|ties|scores?|scored|result|final|record|vote[ds]?|ruling|ruled|ahead|rout\w*|thrash\w*`,
  String.raw`edg\w*|crush\w*|improved|advanced?|decision|level|trail\w*`,
].join('|');
const PLAYED = new RegExp(String.raw`\b(?:${WORDS_OF_PLAY})\s+(?:\w+\s+){0,3}\(?$`, 'i');
const STANDS = /\b(?:up|down|series|sets?|past|over|at|to|of|a|by|went)\s+(?:\w+\s+){0,2}\(?$/i;
const RESULTS = [
  'win|victory|defeat|loss|draw|tie|lead|vote|ruling|decision|record|margin|score|scoreline|rout|thrashing|triumph|upset|set',
  String.raw`run|in\s+(?:overtime|extra|the\s+(?:series|final|semi|quarter))|on\s+(?:aggregate|penalties)|majority|against|over`,
].join('|');
const AFTER = new RegExp(String.raw`\s*\)?,?\s?(?:${RESULTS})\b`, 'iy');

/** Sets of a match stand in a row: "6-4, 7-6 (5), 3-6". */
const SET_BEFORE = /(?:^|[^\d-])\d{1,2}[-\u2013]\d{1,2}(?:\s?\(\d{1,2}\))?,?\s(?:and\s)?$/;
const SET_AFTER = /^(?:\s?\(\d{1,2}\))?,\s(?:and\s)?\d{1,2}[-\u2013]\d{1,2}(?![\w-])/;
/** Words behind a pair that are nothing it could count. */
const NO_NOUN = /^\s(?:to|in|and|at|on|for|by|after|with|but|while|as|when|from|since|until|before)\b/;

/** How far before a pair the words of play are looked for, in UTF-16 code units. */
const MAX_LOOK_BACK = 40;

export const scores: Reader = {
  name: 'score',
  reads: '2-2 | won 3-1 | a 5-4 vote | 6-4, 6-3',
  read,
  examples: [
    'Spain won {n=1..3 3-1} at home.',
    'By a {n=4..5 5-4} vote the court agreed.',
    'It ended {n=2..2 2-2}.',
    'He won {n=4..6 6-4}, {n=6..7 7-6} (5), {n=3..6 3-6} at home.',
  ],
  not: ['Winds of 15-22 mph are likely.', 'Children of 12-14 years came.'],
};

function read(text: string, at: number, end: number): Figure | null {
  PAIR.lastIndex = at;
  const groups = PAIR.exec(text)?.groups;
  const stop = PAIR.lastIndex;
  if (!groups || stop > end) return null;
  const [a, b] = [Number(groups.a), Number(groups.b)];
  AFTER.lastIndex = stop;
  const before = text.slice(Math.max(0, at - MAX_LOOK_BACK), at);
  const noun = /^[-\s]*[a-z]/.test(text.slice(stop, stop + 3));
  // a falling pair is no range
  const counted = noun && !NO_NOUN.test(text.slice(stop, stop + 9));
  const isScore =
    groups.c !== undefined ||
    SET_BEFORE.test(before) ||
    SET_AFTER.test(text.slice(stop, stop + 14)) ||
    a === b ||
    AFTER.test(text) ||
    (a > b && (!counted || PLAYED.test(before))) ||
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
