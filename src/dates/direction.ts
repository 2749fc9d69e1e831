/** Before or after the moment of speaking: what the verb that governs a date says. */
import type { Syntax, Words } from '../document.ts';
import { TAG } from '../syntax/labels.ts';
import type { Turn } from './reading.ts';

const WILL = new Set(['will', "'ll", '’ll', 'shall', 'wo', 'would', 'may', 'might', 'could', 'can', 'should', 'must']);
const AHEAD = new Set(
  'plan plans planned expect expects expected schedule scheduled set due going intends hopes aims begins starts starting beginning upcoming expires forthcoming slated set'.split(
    ' ',
  ),
);
const PAST = new Set(
  "was were had did said told got became came went took made began fell rose saw met won lost left held sent ran put gave felt kept found knew brought stood heard led paid spoke wrote died built grew drew broke fought hit cut killed rose shot struck spent sold bought beat set announced has have 've been".split(
    ' ',
  ),
);

/**
 * The direction of the verb nearest to a date in its sentence, by the word forms alone: -1 past, 1 future, 0 unknown.
 *
 * @param at index of the date's first word
 * @param next index of the first word after the date
 */
export function directionOf(words: Words, syntax: Syntax | null, sentence: number, at: number, next: number): Turn {
  const from = words.first[sentence]!;
  const to = words.first[sentence + 1]!;
  for (let step = 1; step < 40; step++) {
    for (const w of [at - step, next - 1 + step]) {
      if (w < from || w >= to || (w >= at && w < next)) continue;
      const turn = syntax ? taggedTurn(words, syntax, w) : wordTurn(words, w);
      if (turn !== 0) return turn;
    }
    if (at - step < from && next - 1 + step >= to) break;
  }
  return 0;
}

function taggedTurn(words: Words, syntax: Syntax, w: number): Turn {
  const tag = syntax.tags[w]!;
  const word = words.lower[w]!;
  if (tag === TAG.MD) return WILL.has(word) && word !== 'could' && word !== 'would' ? 1 : 0;
  if (tag === TAG.VBD) return -1;
  if (tag === TAG.VBN) return AHEAD.has(word) ? 1 : -1;
  if (tag === TAG.VB) {
    const before = words.lower[w - 1];
    if (before === 'to') return 1;
    return 0;
  }
  return AHEAD.has(word) ? 1 : 0;
}

function wordTurn(words: Words, w: number): Turn {
  const word = words.lower[w]!;
  if (word === 'will' || word === "'ll" || word === '’ll' || word === 'wo' || word === 'shall' || word === 'may')
    return 1;
  if (AHEAD.has(word)) return 1;
  if (PAST.has(word)) return -1;
  return /^[a-z]{2,}ed$/.test(word) && !/eed$/.test(word) ? -1 : 0;
}
