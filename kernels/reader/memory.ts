/** The room in which the reader keeps the candidates of one cue, so that nothing is made anew for each: laid out here, its place given by the host. */
import { numberAt, put } from './article';

/** Candidates of a cue that are kept: sources, and contents. */
export const MAX_SOURCES: i32 = 96;
export const MAX_CONTENTS: i32 = 96;
/** Pieces that a content can have. */
export const MAX_PIECES: i32 = 4;

const COLUMN: usize = 4 * 96;

/** Scores come first, for they are doubles: of the sources, of the contents, and the part of a source's that its head brings. */
export const SOURCE_SCORES: usize = 0;
export const CONTENT_SCORES: usize = SOURCE_SCORES + 2 * COLUMN;
export const HEAD_SCORES: usize = CONTENT_SCORES + 2 * COLUMN;
/** What the units of a network sum up, 16 doubles each: nothing, what all contents have in common, one content. */
export const NO_UNITS: usize = HEAD_SCORES + 2 * COLUMN;
export const SHARED_UNITS: usize = NO_UNITS + 8 * 16;
export const OWN_UNITS: usize = SHARED_UNITS + 8 * 16;
/** Sources by number: first word, end, the word that heads them, their cuts, the path to their head. */
export const SOURCE_FROM: usize = OWN_UNITS + 8 * 16;
export const SOURCE_TO: usize = SOURCE_FROM + COLUMN;
export const SOURCE_HEAD: usize = SOURCE_TO + COLUMN;
export const SOURCE_CUTS: usize = SOURCE_HEAD + COLUMN;
export const HEAD_PATHS: usize = SOURCE_CUTS + COLUMN;
/** Contents by number: how many pieces they have, what proposed them, and their pieces, `MAX_PIECES` pairs of first word and end each. */
export const PIECE_COUNTS: usize = HEAD_PATHS + COLUMN;
export const ORIGINS: usize = PIECE_COUNTS + COLUMN;
export const PIECES: usize = ORIGINS + COLUMN;
/** A content's pieces while they are cut to a scope. */
export const CUT_PIECES: usize = PIECES + 8 * COLUMN;
export const ROOM: usize = CUT_PIECES + 4 * 8;

export let base: usize = 0;
/** Where the reading may lie: pairs of first word and end. */
let scope: usize = 0;
/** Numbers of the scope; 0 where it is the whole article. */
export let scopeLength: i32 = 0;

/** @param address where the room is, a multiple of 16 */
export function setRoom(address: usize): void {
  base = address;
}

/** @param length 0 for the whole article */
export function setScope(address: usize, length: i32): void {
  scope = address;
  scopeLength = length;
}

export function scopeAt(place: i32): i32 {
  return numberAt(scope, place);
}

/** The number of a candidate in a column of the room. */
export function roomAt(column: usize, index: i32): i32 {
  return numberAt(base + column, index);
}

export function putRoom(column: usize, index: i32, value: i32): void {
  put(base + column, index, value);
}

export function scoreAt(column: usize, index: i32): f64 {
  return load<f64>(base + column + ((index as usize) << 3));
}

export function putScore(column: usize, index: i32, value: f64): void {
  store<f64>(base + column + ((index as usize) << 3), value);
}
