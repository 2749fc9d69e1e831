/** Numbers that are part of a name: "iPhone 14", "Boeing 737", "Windows 10". */

import type { Span } from '../../document.ts';
import { loadWords } from '../../lexicon.ts';
import type { Quantity } from '../figure.ts';
import { type Refusal, textAfter, textBefore } from './refusal.ts';

let openers: ReadonlySet<string> | undefined;
const NAME_BEFORE = /(?<word>[\p{Lu}][\p{L}\p{N}’'&.-]*|i(?:Phone|Pad|Pod|OS))[ \u00a0]$/u;
const COUNTED = /^ (?:people|men|women|children|others?|more)\b/;
/** "a new 737 Max jet": a model's number before its name. */
const MODEL = /\b(?:the|a|new|its|first|old|two|three) $/;
const NAME_AFTER = /^ [\p{Lu}]\p{L}+/u;
/** Model numbers have three digits or more: "the 43 Bradley vehicles" are counted. */
const SMALLEST_MODEL = 100;

export const names: Refusal = {
  name: 'part of a name',
  refuses: (text, quantity, sentence) => {
    if (quantity.form === 'words' && quantity.unit === null) return isWritten(text, quantity, sentence);
    if (quantity.form !== 'bare' || quantity.kind !== 'cardinal' || quantity.unit !== null) return false;
    openers ??= loadWords(new URL('../openers.tsv', import.meta.url));
    const left = textBefore(text, quantity, sentence);
    const right = textAfter(text, quantity, sentence);
    const name = NAME_BEFORE.exec(left)?.groups?.word;
    if (name !== undefined && !openers.has(name.toLowerCase()) && !name.endsWith('.') && !/[’'](?:s|$)/.test(name))
      return !COUNTED.test(right);
    return NAME_AFTER.test(right) && MODEL.test(left) && quantity.value! >= SMALLEST_MODEL;
  },
  examples: [
    'They backed our One Home Depot plan and the First Amendment.',
    'The iPhone 14 Pro and the Boeing 737 were shown.',
    'He read Catch 22.',
  ],
};

/**
 * Whether a number word is part of a name: capitalised after a small letter and before another capital, as in "our One
 * Home Depot plan", "the First Amendment".
 */
function isWritten(text: string, quantity: Quantity, sentence: Span): boolean {
  const { start, end } = quantity.amount;
  if (!/^\p{Lu}\p{Ll}+$/u.test(text.slice(start, end)) || !/^ \p{Lu}\p{L}/u.test(text.slice(end, end + 3)))
    return false;
  return /\p{Ll} $/u.test(textBefore(text, quantity, sentence));
}
