/** Whether one claim says of the main verb what the other says it did not. */

import { TAG } from '../syntax/labels.ts';
import { lemmaOf } from '../syntax/lemma.ts';
import type { Member } from './cluster.ts';
import { distinctStems, stemOf, stemsIn } from './words.ts';

const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}]+)?/gu;
const NOT = /^(?:not|never|no|cannot)$|n['’]t$/i;
/** Between a negation and what it negates. */
const BETWEEN = /^(?:be|been|being|have|has|had|yet|ever|any|longer|in|fact|actually|really|to|a|an|the|going|able)$/i;
const RELATIVE = /^(?:who|which|that|whom|whose|where|when|because|although|though|if|while|but|and|or|than|as)$/i;
const AUXILIARY =
  /^(?:do|does|did|is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|shall|should|ca|wo)$/i;
/** The claims must be the same otherwise: of the words that tell, the shorter one's that the longer one has. */
const MIN_SAME_OTHERWISE = 0.8;
/** And of the longer one's words that tell. */
const MIN_SAME_OF_LONGER = 0.5;
/** In words, how far before the negated verb the other claim's negation may stand. */
const MAX_WORDS_BEFORE = 6;

interface Negation {
  readonly stem: string;
  /** The stem of the last word before it that is no auxiliary: the end of the subject. */
  readonly subject: string;
  readonly words: string;
}

/** @returns the words that turn the one against the other; null where they do not, or where more is different */
export function oppositeOf(a: Member, b: Member): string | null {
  if (
    a.claim.negated === b.claim.negated ||
    denies(a) ||
    denies(b) ||
    isQuestion(a) ||
    isQuestion(b) ||
    !sameOtherwise(a, b)
  )
    return null;
  const [negative, positive] = a.claim.negated ? [a, b] : [b, a];
  const negation = mainNegation(negative.text);
  if (negation === null) return null;
  const words = wordsOf(positive.text);
  const at = words.findIndex((word) => isForm(word.toLowerCase(), negation.stem));
  if (at < 0) return null;
  const before = words.slice(Math.max(0, at - MAX_WORDS_BEFORE), at);
  if (!before.some((word) => stemOf(word.toLowerCase()) === negation.subject)) return null;
  return before.some((word) => NOT.test(word) || RELATIVE.test(word)) ? null : negation.words;
}

/** To deny that it is not so is to say that it is so: `denied` in contradictions.ts has these. */
const denies = ({ claim }: Member): boolean => claim.attribution[0]?.stance === 'denies';

const isQuestion = ({ text }: Member): boolean => /\?["”’']*$/.test(text);

/** A form of the verb or the word itself. */
const isForm = (word: string, stem: string): boolean =>
  stemOf(word) === stem || stemOf(lemmaOf(word, TAG.VBD)) === stem || stemOf(lemmaOf(word, TAG.VBZ)) === stem;

/** The first negation, where it stands in the main clause: what comes before it opens no other clause. */
function mainNegation(text: string): Negation | null {
  const words = wordsOf(text);
  const at = words.findIndex((word) => NOT.test(word));
  if (at < 1 || words.slice(1, at).some((word) => RELATIVE.test(word))) return null;
  if (/[.;]/.test(text.slice(0, text.indexOf(words[at]!)))) return null;
  const next = words.slice(at + 1).findIndex((word) => !BETWEEN.test(word) && !AUXILIARY.test(word));
  if (next < 0) return null;
  const end = at + 1 + next;
  const subject = words.slice(0, at).findLast((word) => !AUXILIARY.test(word));
  if (subject === undefined) return null;
  return {
    stem: stemOf(words[end]!.toLowerCase()),
    subject: stemOf(subject.toLowerCase()),
    words: words.slice(at, end + 1).join(' '),
  };
}

const wordsOf = (text: string): string[] => text.match(WORD) ?? [];

function sameOtherwise(a: Member, b: Member): boolean {
  const hashes = new Set(stemsIn(b.text).map(({ hash }) => hash));
  const mine = distinctStems(stemsIn(a.text));
  const shared = mine.reduce((sum, { hash, weight }) => sum + (hashes.has(hash) ? weight : 0), 0);
  const [one, other] = [a.told.weight, b.told.weight];
  return shared >= MIN_SAME_OTHERWISE * Math.min(one, other) && shared >= MIN_SAME_OF_LONGER * Math.max(one, other);
}
