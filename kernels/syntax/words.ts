/** The words of a part, as the host hands them over: what is known of each word's type, and where it stands. */
import { base, HEADS, RECORDS, RELATIONS, TAGS } from './memory';

/** The first twelve numbers are a type's record, in the order of `src/syntax/types.ts`. */
@unmanaged
export class Word {
  word: i32;
  folded: i32;
  suffix1: i32;
  suffix2: i32;
  suffix3: i32;
  suffix4: i32;
  prefix1: i32;
  prefix2: i32;
  prefix3: i32;
  shape: i32;
  flags: i32;
  cluster: i32;
  /** Number of the list of tags that the word is scored on, and a hash of those it had in training. */
  list: i32;
  ambiguity: i32;
  /** Place in the text. */
  start: i32;
  end: i32;
}

export function wordAt(index: i32): Word {
  return changetype<Word>(base + RECORDS + ((index as usize) << 6));
}

export function tagAt(index: i32): i32 {
  return load<u8>(base + TAGS + index);
}

export function setTag(index: i32, tag: i32): void {
  store<u8>(base + TAGS + index, tag as u8);
}

/** -1 where the word is the root. */
export function headAt(index: i32): i32 {
  return load<i32>(base + HEADS + ((index as usize) << 2));
}

export function setHead(index: i32, head: i32): void {
  store<i32>(base + HEADS + ((index as usize) << 2), head);
}

export function relationAt(index: i32): i32 {
  return load<u8>(base + RELATIONS + index);
}

export function setRelation(index: i32, relation: i32): void {
  store<u8>(base + RELATIONS + index, relation as u8);
}

/** The number at a place of a column that begins at `column`. */
export function numberAt(column: usize, index: i32): i32 {
  return load<i32>(column + ((index as usize) << 2));
}

/** Writes a number to a place of a column. */
export function put(column: usize, index: i32, value: i32): void {
  store<i32>(column + ((index as usize) << 2), value);
}

/** The coarser cluster that a path's first `bits` bits name, plus 1; 0 remains 0. */
export function coarser(cluster: i32, bits: i32): i32 {
  return cluster === 0 ? 0 : ((cluster - 1) >> (10 - bits)) + 1;
}
