/**
 * The reader's models: which words carry a cue, who its source is, what its content, and whether such a reading is right.
 * One call scores all candidates of a cue; training asks for the features of each instead. Weights and columns lie in the memory of
 * `kernels/sums/`, in which nothing but the host makes room.
 */

export { setReading } from './acceptance';
export { openArticle } from './article';
export { contentCount, cueFrom, cueTo } from './candidates';
export { featureCount, fieldsCount, setFeatures, setRecord, step, takeSteps } from './features';
export {
  CONTENT_SCORES,
  MAX_CONTENTS,
  MAX_PIECES,
  MAX_SOURCES,
  ORIGINS,
  PIECE_COUNTS,
  PIECES,
  ROOM,
  SOURCE_CUTS,
  SOURCE_FROM,
  SOURCE_HEAD,
  SOURCE_SCORES,
  SOURCE_TO,
  setRoom,
  setScope,
} from './memory';
export { sourceCount } from './sources';
export { complements, markOf } from './tree';

import { unitScore } from '../sums/index';
import { acceptFeatures } from './acceptance';
import { contentCount } from './candidates';
import { contentFeatures, openFeatures, sourceSide } from './contentfeatures';
import { findContents } from './contents';
import { cueFeatures } from './cues';
import { clear, linear, units } from './features';
import { anchorFields, contentFields } from './fields';
import {
  base,
  CONTENT_SCORES,
  HEAD_PATHS,
  HEAD_SCORES,
  NO_UNITS,
  OWN_UNITS,
  putRoom,
  putScore,
  roomAt,
  SHARED_UNITS,
  SOURCE_HEAD,
  SOURCE_SCORES,
  scoreAt,
} from './memory';
import { cutFeatures, headFeatures, nobodyFeatures, openSources, pathHash } from './sourcefeatures';
import { findSources, sourceCount } from './sources';

/** A model: its table, by which bits of a hash a slot is found, what one unit of a weight is worth, whether weights are f32. */
let table: usize = 0;
let mask: i32 = 0;
let scale: f64 = 0;
let learned: bool = false;
/** The network beside it. */
let unitTable: usize = 0;
let unitMask: i32 = 0;
let unitScale: f64 = 0;
let unitShare: f64 = 0;
let unitsAreLearned: bool = false;

/** Sets the linear model that the next call scores with. */
export function useLinear(address: usize, bits: i32, worth: f64, isLearned: bool): void {
  table = address;
  mask = bits;
  scale = worth;
  learned = isLearned;
}

/** @param share what a unit's sum counts for in the score */
export function useNetwork(address: usize, bits: i32, worth: f64, share: f64, isLearned: bool): void {
  unitTable = address;
  unitMask = bits;
  unitScale = worth;
  unitShare = share;
  unitsAreLearned = isLearned;
}

/** The score that a network gives the candidate whose units are summed up. */
function output(): f64 {
  return unitScore(base + OWN_UNITS) * unitScale * unitShare;
}

/** Keeps the features and fields of a word that may carry a cue. */
export function keepCue(anchor: i32): void {
  clear();
  cueFeatures(anchor);
  anchorFields(anchor);
}

/** The score of a word that may carry a cue: the mean of the linear model and the network, which errs less than either. */
export function scoreCue(anchor: i32): f64 {
  keepCue(anchor);
  units(unitTable, unitMask, unitsAreLearned, base + NO_UNITS, base + OWN_UNITS);
  return (linear(table, mask, scale, learned) + output()) / 2;
}

/** Finds the sources of a cue, without scores. */
export function listSources(anchor: i32): i32 {
  findSources(anchor);
  openSources(anchor);
  return sourceCount;
}

/** Keeps the features of a source. */
export function keepSource(index: i32): void {
  clear();
  if (index === 0) {
    nobodyFeatures();
    return;
  }
  const head = roomAt(SOURCE_HEAD, index);
  const path = pathHash(head);
  headFeatures(head, path);
  cutFeatures(index, path);
}

/** Finds the sources of a cue and scores them; returns how many. */
export function scoreSources(anchor: i32): i32 {
  listSources(anchor);
  clear();
  nobodyFeatures();
  putScore(SOURCE_SCORES, 0, linear(table, mask, scale, learned));
  for (let index = 1; index < sourceCount; index++) {
    weighHead(index);
    clear();
    cutFeatures(index, roomAt(HEAD_PATHS, index));
    putScore(SOURCE_SCORES, index, scoreAt(HEAD_SCORES, index) + linear(table, mask, scale, learned));
  }
  return sourceCount;
}

/** What the head of a source weighs: known where an earlier one is a cut of the same phrase. */
function weighHead(index: i32): void {
  const head = roomAt(SOURCE_HEAD, index);
  for (let twin = index - 1; twin > 0; twin--) {
    if (roomAt(SOURCE_HEAD, twin) !== head) continue;
    putScore(HEAD_SCORES, index, scoreAt(HEAD_SCORES, twin));
    putRoom(HEAD_PATHS, index, roomAt(HEAD_PATHS, twin));
    return;
  }
  const path = pathHash(head);
  putRoom(HEAD_PATHS, index, path);
  clear();
  headFeatures(head, path);
  putScore(HEAD_SCORES, index, linear(table, mask, scale, learned));
}

/** Finds the contents of a cue whose source is words `from` to `to - 1`, without scores; keeps what fields they share. */
export function listContents(anchor: i32, from: i32, to: i32): i32 {
  findContents(anchor, from, to);
  openFeatures(anchor);
  clear();
  contentFields(anchor, sourceSide(anchor));
  return contentCount;
}

/** Keeps the features and fields of a content. */
export function keepContent(index: i32): void {
  clear();
  contentFeatures(index);
}

/** Finds the contents of a cue and scores them; returns how many. */
export function scoreContents(anchor: i32, from: i32, to: i32): i32 {
  listContents(anchor, from, to);
  if (contentCount === 0) return 0;
  units(unitTable, unitMask, unitsAreLearned, base + NO_UNITS, base + SHARED_UNITS);
  for (let index = 0; index < contentCount; index++) {
    keepContent(index);
    units(unitTable, unitMask, unitsAreLearned, base + SHARED_UNITS, base + OWN_UNITS);
    putScore(CONTENT_SCORES, index, (linear(table, mask, scale, learned) + output()) / 2);
  }
  return contentCount;
}

/** Keeps the features of the reading set. */
export function keepReading(): void {
  clear();
  acceptFeatures();
}

/** The score of the reading set. */
export function scoreReading(): f64 {
  keepReading();
  return linear(table, mask, scale, learned);
}
