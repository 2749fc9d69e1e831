/** Whether a reading tells that somebody said something: nobody did in "neither Ott nor Weber said", "at no point did Ott say". */
import type { EncodedDocument } from '../../grammar/encoded.ts';
import { hashText } from '../../grammar/hash.ts';
import { RELATION, TAG } from '../../syntax/labels.ts';
import type { Reading } from './propose.ts';

const hashes = (...words: string[]): ReadonlySet<number> => new Set(words.map((word) => hashText(word)));

/** Words that deny the noun phrase which they begin. */
const DENIES = hashes('neither', 'nor', 'no', 'nobody', 'none');
/** Words that deny the noun phrase which they precede. */
const DENIES_NEXT = hashes('neither', 'nor', 'no', 'hardly', 'scarcely', 'barely');
const NOR = hashText('nor');
const NO = hashText('no');
const ONE = hashText('one');
/** "No wonder Ott said": nothing is denied. */
const NO_DENIAL = hashes('wonder', 'doubt', 'matter');
/** Words at the front that turn the clause round and deny it. */
const DENIES_ALL = hashes('never', 'not', 'no', 'nor', 'nowhere', 'neither', 'rarely', 'seldom', 'hardly', 'scarcely');
const AUXILIARIES = hashes(
  ...['do', 'does', 'did', 'has', 'have', 'had', 'is', 'are', 'was', 'were'],
  ...['will', 'would', 'can', 'could', 'may', 'might', 'should'],
);
/** Words before an auxiliary that are looked at: a sentence can be as long as its text. */
const MAX_BEFORE = 12;
/** "Only then did Ott say", "so did Ott": the verb comes first without a question. */
const TURNS_ROUND = hashes('only', 'so', 'thus', 'then');

/** What opens a clause in which nothing is told: "if Ott said so", "without saying so", "asked whether Ott said so". */
const OPENS_OPEN = hashes('if', 'unless', 'whether', 'without');
/** "It is false that Ott said so", "it is not true that Ott said so". */
const [FALSE, TRUE] = [hashes('false', 'untrue'), hashText('true')];
const NOT = hashes('not', "n't", 'n’t');
/** "Did not deny", "has not disputed": nothing is said. Of 21 in the written texts none is a required attribution. */
const NO_ASSENT = hashes('deny', 'denied', 'dispute', 'disputed', 'contest', 'contested', 'refute', 'refuted');
/** "Never said": of 82 in the training texts two are required attributions. */
const NEVER = hashText('never');
const [NEITHER, THAT] = [hashText('neither'), hashText('that')];
/** "Rather than saying", "instead of saying", "stopped short of saying", "has yet to say". */
const NOT_THIS = [
  ['rather', 'than'],
  ['instead', 'of'],
  ['short', 'of'],
  ['yet', 'to'],
].map(([first, second]) => [hashText(first!), hashText(second!)] as const);

/**
 * False where the cue stands in a clause that "if", "whether", "without" or "rather than" opens (of 50 such readings of the
 * training texts 45 were false, two optional), where the source is denied, or where an auxiliary of the cue stands right
 * before it: a question, a condition ("had Ott said"), a denial at the front of the sentence ("not once has Ott said"). Of 32
 * such readings of the training texts 28 were false, two optional.
 */
export function isAsserted(encoded: EncodedDocument, { anchor, sourceFrom, sourceTo }: Reading): boolean {
  if (isLeftOpen(encoded, anchor)) return false;
  if (sourceTo <= sourceFrom) return true;
  const { form, tag } = encoded;
  const begin = encoded.first[encoded.sentence[sourceFrom]!]!;
  if (denies(encoded, sourceFrom, DENIES)) return false;
  if (sourceFrom > begin && denies(encoded, sourceFrom - 1, DENIES_NEXT) && tag[sourceFrom] !== TAG.CD) return false;
  for (let word = sourceFrom; word < sourceTo; word += 1) if (form[word] === NOR) return false;
  return !isTurnedRound(encoded, anchor, sourceFrom, sourceTo, begin);
}

function isLeftOpen({ form, head, relation, first, sentence }: EncodedDocument, anchor: number): boolean {
  const begin = Math.max(first[sentence[anchor]!]!, anchor - MAX_BEFORE);
  for (let word = begin; word < anchor; word += 1) {
    if (!OPENS_OPEN.has(form[word]!) || head[word] !== anchor) continue;
    if (relation[word] === RELATION.mark || relation[word] === RELATION.case) return true;
  }
  const before = form[anchor - 1];
  if (before === NEITHER || before === NEVER || isUntrue({ form, head }, anchor)) return true;
  if (NO_ASSENT.has(form[anchor]!) && [1, 2].some((back) => NOT.has(form[anchor - back]!))) return true;
  return anchor - 2 >= begin && NOT_THIS.some(([one, two]) => form[anchor - 2] === one && form[anchor - 1] === two);
}

function isUntrue({ form, head }: Pick<EncodedDocument, 'form' | 'head'>, anchor: number): boolean {
  const up = head[anchor]!;
  // "that" right behind the adjective: the tree takes the clause now for its subject, now for an adjunct.
  if (up < 0 || up > anchor || form[up + 1] !== THAT) return false;
  return FALSE.has(form[up]!) || (form[up] === TRUE && up > 0 && NOT.has(form[up - 1]!));
}

function denies({ form, tag }: EncodedDocument, word: number, which: ReadonlySet<number>): boolean {
  if (!which.has(form[word]!)) return false;
  return form[word] !== NO || (tag[word + 1] !== TAG.CD && !NO_DENIAL.has(form[word + 1]!)) || form[word + 1] === ONE;
}

function isTurnedRound(encoded: EncodedDocument, anchor: number, from: number, to: number, begin: number): boolean {
  const auxiliary = from - 1;
  if (to > anchor || auxiliary < begin) return false;
  const { form, head, relation } = encoded;
  const isAuxiliary = relation[auxiliary] === RELATION.aux || relation[auxiliary] === RELATION['aux:pass'];
  const own = isAuxiliary && head[auxiliary] === anchor;
  if (!own && !AUXILIARIES.has(form[auxiliary]!)) return false;
  for (let word = Math.max(begin, auxiliary - MAX_BEFORE); word < auxiliary; word += 1) {
    if (TURNS_ROUND.has(form[word]!)) return false;
    if (DENIES_ALL.has(form[word]!) && AUXILIARIES.has(form[auxiliary]!)) return true;
  }
  return own;
}
