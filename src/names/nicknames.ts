/** Nicknames in marks amid a name: “Walter “Biscuit” Crane”, “Maria (Mia) Keller”. All of it is one name. */
import type { Words } from '../document.ts';
import { bitOf } from './gazetteer.ts';
import { isCapital, OPENING, POSSESSIVE, type WordType } from './wordtypes.ts';

const CLOSING: Readonly<Record<string, string>> = { '“': '”', '"': '"', '‘': '’', "'": "'", '(': ')', '``': "''" };
const FIRST_NAME = bitOf('F') | bitOf('f');
const COUNTRY = bitOf('C');
const NO_NAME = bitOf('title') | bitOf('calendar');
/** Words between the marks, at most; between brackets a single one. */
const MAX_NICKNAME_WORDS = 3;
const [PERSON, PERSON_ON, PLACE, PLACE_ON] = [1, 2, 5, 6];

/** Joins what the tagger read apart around a nickname; changes `labels` in place. */
export function joinNicknames(labels: Uint8Array, words: Words, types: readonly WordType[]): void {
  const { forms, first } = words;
  for (let sentence = 0; sentence + 1 < first.length; sentence++) {
    const from = first[sentence]!;
    const to = first[sentence + 1]!;
    for (let mark = from + 1; mark + 3 < to; mark++) {
      const { kind } = types[mark]!;
      if ((kind !== OPENING && kind !== POSSESSIVE) || !isCapital(types[mark - 1]!.kind)) continue;
      const closing = CLOSING[forms[mark]!];
      if (closing === undefined || !isGiven(labels, types, mark - 1)) continue;
      const end = endOfNickname(words, types, mark + 1, to, closing);
      if (end < 0 || isPlace(labels, types, mark + 1) || !isSurname(labels, types, end + 1)) continue;
      let start = mark - 1;
      while (labels[start] === PERSON_ON && start > from) start -= 1;
      let last = end + 1;
      while (last + 1 < to && labels[last + 1] === PERSON_ON) last += 1;
      labels.fill(PERSON_ON, start, last + 1);
      labels[start] = PERSON;
      mark = end;
    }
  }
}

/** The place of the closing mark where a nickname begins at `from`, or -1. */
function endOfNickname(words: Words, types: readonly WordType[], from: number, to: number, closing: string): number {
  const single = closing === ')';
  let at = from;
  while (at < to && at - from < (single ? 1 : MAX_NICKNAME_WORDS) && isCapital(types[at]!.kind)) at += 1;
  if (at === from || at + 1 >= to || words.forms[at] !== closing) return -1;
  return single && !(types[from]!.bits & FIRST_NAME) ? -1 : at;
}

/** "Jean Dupont (France) Citroën". */
const isPlace = (labels: Uint8Array, types: readonly WordType[], word: number): boolean =>
  labels[word] === PLACE || (types[word]!.bits & COUNTRY) !== 0;

function isGiven(labels: Uint8Array, types: readonly WordType[], word: number): boolean {
  const { kind, bits } = types[word]!;
  if (!isCapital(kind) || bits & NO_NAME) return false;
  return labels[word] === PERSON || labels[word] === PERSON_ON || (labels[word] === 0 && (bits & FIRST_NAME) !== 0);
}

function isSurname(labels: Uint8Array, types: readonly WordType[], word: number): boolean {
  const { kind, bits } = types[word]!;
  return isCapital(kind) && !(bits & NO_NAME) && labels[word] !== PLACE && labels[word] !== PLACE_ON;
}
