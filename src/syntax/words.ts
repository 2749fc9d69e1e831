/**
 * Words with their places, cut as the English UD treebanks cut them: a clitic apart from its word (do|n't, Smith|'s,
 * can|not), hyphenated words at the hyphen (30|-|year|-|old, Al|-|Qaeda) unless the first part is a mere prefix
 * (non-profit, mid-July), units apart from their figure (65|km), currency signs and % alone, abbreviations with their
 * period. So every name, date and number that another stage marks begins and ends with a word.
 *
 * One pass over each sentence; no character is looked at more than a bounded number of times.
 */
import type { Stage } from '../document.ts';
import { findAddresses } from './addresses.ts';
import { kindOf, OTHER, SPACE } from './characters.ts';
import { scanMark } from './marks.ts';
import { trimTypes, typeOf, wordTypes } from './types.ts';
import { addWord, type WordSpans } from './word-spans.ts';
import { scanWord } from './wordforms.ts';

/** Cuts sentences into words; linear in the length of the text. */
export const findWords: Stage<'words', 'sentences'> = ({ text }, { sentences }) => {
  trimTypes();
  const size = (text.length >> 2) + 16;
  const found: WordSpans = { text, starts: new Int32Array(size), ends: new Int32Array(size), count: 0 };
  const addresses = findAddresses(text);
  const first = new Int32Array(sentences.length + 1);
  let next = 0;
  for (const [index, { start, end }] of sentences.entries()) {
    const period = finalPeriod(text, start, end);
    while (next < addresses.length && addresses[next]!.start < start) next += 1;
    for (let at = start; at < end; ) {
      const stop = next < addresses.length ? addresses[next]!.start : end;
      if (at === stop) {
        at = Math.min(end, addresses[next++]!.end);
        addWord(found, stop, at);
        continue;
      }
      const kind = kindOf(text.charCodeAt(at));
      if (kind === SPACE) at += 1;
      else if (kind === OTHER) at = scanMark(found, at, Math.min(stop, end));
      else at = scanWord(found, at, Math.min(stop, end), period);
    }
    first[index + 1] = found.count;
  }
  const { count } = found;
  const types = new Int32Array(count);
  const forms: string[] = new Array(count);
  const lower: string[] = new Array(count);
  for (let word = 0; word < count; word++) {
    const type = typeOf(text, found.starts[word]!, found.ends[word]!);
    types[word] = type;
    forms[word] = wordTypes.forms[type]!;
    lower[word] = wordTypes.lower[type]!;
  }
  return { count, starts: found.starts.slice(0, count), ends: found.ends.slice(0, count), forms, lower, types, first };
};

/** The place of the period that ends the sentence, before any closing marks; -1 where there is none. */
function finalPeriod(text: string, start: number, end: number): number {
  let at = end - 1;
  while (at > start && /["'”’»)\]\s]/.test(text[at]!)) at -= 1;
  return text[at] === '.' ? at : -1;
}
