/**
 * The parser: arc-eager transitions, a beam of derivations scored by an averaged structured perceptron (Zhang and Nivre
 * 2011). It finds heads alone; `labeller.ts` names the relations when the tree is there.
 */
import { advance, follow, followed, followedAt, offer, scoreAt } from './beam';
import { DOLLAR, MD, VBZ } from './constants';
import { base, HEADS } from './memory';
import { forgetSums, scoreActions, scoreOf } from './scores';
import { readSentence, size } from './sentence';
import { ACTIONS, begin, headsOf, possible } from './transitions';
import { headAt, setHead, tagAt } from './words';

/**
 * How many derivations are followed at a time, and how far behind the best they may fall, in steps of the packed weights.
 * Measured on the development parts: a width of 8 and a margin of 130 find no more, and score half as many configurations
 * again; 4 and 90 score a fifth less and find 0.3 points of attachment less.
 */
const WIDTH: i32 = 6;
const MARGIN: f64 = 100;

/** Finds the heads of the words `from` to `to`, at most `LONGEST` of them: indexes of words, -1 for the one root. */
export function parseWords(from: i32, to: i32): void {
  readSentence(from, to);
  forgetSums();
  follow(begin());
  for (let step = 0; step < 2 * size; step++) stepOn<i32>(WIDTH, MARGIN);
  headsOf(followedAt(0), base + HEADS + ((from as usize) << 2));
  settleRoots(from, to);
  for (let word = from; word < to; word++) {
    const head = headAt(word);
    setHead(word, head === size ? -1 : from + head);
  }
}

/** Takes every derivation that is followed one action on. */
export function stepOn<Sum>(width: i32, margin: f64): void {
  for (let index = 0; index < followed; index++) {
    const at = followedAt(index);
    const score = scoreAt(index);
    const actions = possible(at);
    if ((actions & (actions - 1)) === 0) {
      offer(index, ctz(actions), score, width);
      continue;
    }
    scoreActions<Sum>(at);
    for (let action = 0; action < ACTIONS; action++) {
      if (actions & (1 << action)) offer(index, action, score + scoreOf<Sum>(action), width);
    }
  }
  advance(margin);
}

/** Leaves one root: the first verb among the roots, or the first that is no mark; the others hang on it. */
function settleRoots(from: i32, to: i32): void {
  let root = -1;
  let rank = 4;
  for (let word = from; word < to; word++) {
    if (headAt(word) !== size) continue;
    const tag = tagAt(word);
    const own = tag >= MD && tag <= VBZ ? 0 : tag < MD ? 1 : tag < DOLLAR ? 2 : 3;
    if (own < rank) {
      root = word;
      rank = own;
    }
  }
  for (let word = from; word < to; word++) if (headAt(word) === size && word !== root) setHead(word, root - from);
}
