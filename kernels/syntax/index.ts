/**
 * The syntax of a part of an article, in one call: tagger, parser and labeller over columns of numbers. The host
 * (`src/syntax/kernel.ts`) writes words and takes tags, heads and relations; trainers (`bench/train/`) call the steps with
 * weights that they are learning.
 */
import { followed as beamCount, followedAt, scoreAt } from './beam';
import { labelWord, labelWords } from './labeller';
import { base, PIECES } from './memory';
import { parseWords, stepOn } from './parser';
import { fetchWeights, scoreActions, scoreOf } from './scores';
import { tagWord, tagWords } from './tagger';
import { Configuration } from './transitions';
import { numberAt } from './words';

export { mix } from '../hash';
export { advance, follow, offer } from './beam';
export { allowedAt, linkDependents, pairOf, setAllowed, setLabeller } from './labeller';
export { setLists, takeSteps } from './linear';
export {
  BLOCKS,
  HEADS,
  MOST_WORDS,
  PIECES,
  RECORDS,
  RELATIONS,
  ROOM,
  SLOTS,
  setBase,
  TAGS,
} from './memory';
export { allFeatures, FEATURE_COUNT } from './parsefeatures';
export { parseWords } from './parser';
export { forgetSums, setLearned, setParser } from './scores';
export { readSentence } from './sentence';
export { caseMode, setTagger } from './tagger';
export { act, begin, headsOf, possible } from './transitions';

/** With so many words it is worth having the parser's weights at hand before it begins. */
const MANY_WORDS: i32 = 200;

/**
 * Analyses the words of the first `count` pieces; a piece ends before the word that `PIECES` has in its place. One step is
 * done with all of them before the next begins: each has megabytes of weights, of which the processor keeps those of one.
 */
export function analyse(count: i32): void {
  const pieces = base + PIECES;
  for (let piece = 0, from = 0; piece < count; piece++) {
    const to = numberAt(pieces, piece);
    tagWords(from, to);
    from = to;
  }
  if (count > 0 && numberAt(pieces, count - 1) >= MANY_WORDS) fetchWeights();
  for (let piece = 0, from = 0; piece < count; piece++) {
    const to = numberAt(pieces, piece);
    parseWords(from, to);
    from = to;
  }
  for (let piece = 0, from = 0; piece < count; piece++) {
    const to = numberAt(pieces, piece);
    labelWords(from, to);
    from = to;
  }
}

export { labelWords, tagWords };

/** The steps with weights that are learned. */
export function tagLearned(word: i32, from: i32, to: i32, mode: i32): i32 {
  return tagWord<f32>(word, from, to, mode);
}

export function labelLearned(word: i32, from: i32, to: i32): i32 {
  return labelWord<f32>(word, from, to);
}

export function stepLearned(width: i32): void {
  stepOn<f64>(width, Infinity);
}

export function scoreLearned(at: Configuration, action: i32): f64 {
  scoreActions<f64>(at);
  return scoreOf<f64>(action);
}

/** The score of an action by the packed weights. */
export function scorePacked(at: Configuration, action: i32): f64 {
  scoreActions<i32>(at);
  return scoreOf<i32>(action);
}

/** How many derivations are followed. */
export function followed(): i32 {
  return beamCount;
}

/** The derivation that is followed in a place of the beam: the best in the first. */
export function configurationAt(index: i32): Configuration {
  return followedAt(index);
}

export function sumAt(index: i32): f64 {
  return scoreAt(index);
}

/** What is asked of a configuration and of the item on top of its stack, by those who learn. */
export function nextOf(at: Configuration): i32 {
  return at.next;
}

/** -1 where the stack is empty. */
export function wordOnTop(at: Configuration): i32 {
  const top = at.top;
  return top === null ? -1 : top.word;
}

export function isHeaded(at: Configuration): bool {
  return at.top!.headed;
}

/** Null before the first. */
export function parentOf(at: Configuration): Configuration | null {
  return at.parent;
}

export function actionOf(at: Configuration): i32 {
  return at.action;
}
