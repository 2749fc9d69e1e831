/**
 * One record a word type, kept for the life of the process and shared by all stages: what can be known of a word from
 * its letters alone is computed once, however often the word comes. Ids depend on the order of reading, so nothing that
 * is written may depend on them; the records do not.
 */
import { hashText, mix } from '../model/hash.ts';
import { clusterOf } from './clusters.ts';

/** Columns of a type's record in `features`, as the kernel reads them too (`kernels/syntax/words.ts`). All but FLAGS and CLUSTER are hashes. */
const WORD = 0;
/** The word in lower case, every digit as 0. */
const FOLDED = 1;
/** The last one to four letters of the folded word, and its first one to three: a column each. */
const SUFFIX1 = 2;
const PREFIX1 = 6;
/** Runs of the same kind of character shortened: `Xx` for Smith, `X.` for J., `d-x` for 30-year. */
const SHAPE = 9;
/** Bits `CAPITAL` … below. */
export const FLAGS = 10;
/** The cluster of the word (`clusters.ts`), 0 where it has none. */
const CLUSTER = 11;
export const COLUMNS = 12;

export const CAPITAL = 1;
export const ALL_CAPITALS = 2;
export const DIGIT = 4;
const HYPHEN = 8;
const PERIOD = 16;
export const LETTER = 32;

/** More types than this and the table starts anew with the next article: memory stays bounded in long runs. */
const MAX_TYPES = 1 << 15;

export interface WordTypes {
  /** Grows by one whenever the table starts anew and old ids lose their meaning. */
  generation: number;
  count: number;
  readonly forms: string[];
  readonly lower: string[];
  /** `COLUMNS` numbers a type. */
  features: Int32Array;
}

export const wordTypes: WordTypes = {
  generation: 0,
  count: 0,
  forms: [],
  lower: [],
  features: new Int32Array(COLUMNS << 12),
};

let slots = new Int32Array(1 << 13).fill(-1);

/** Whether the word type, an id of this table, begins with a capital letter. */
export function beginsWithCapital(type: number): boolean {
  return (wordTypes.features[type * COLUMNS + FLAGS]! & CAPITAL) !== 0;
}

let kept = false;

/**
 * From now on the table never starts anew: for programs that hold the words of many articles at once, as training does. Ids
 * of an earlier table would name other words.
 */
export function keepTypes(): void {
  kept = true;
}

/** Called between articles. */
export function trimTypes(): void {
  if (kept || wordTypes.count < MAX_TYPES) return;
  wordTypes.generation += 1;
  wordTypes.count = 0;
  wordTypes.forms.length = 0;
  wordTypes.lower.length = 0;
  slots.fill(-1);
}

/** The id of the type that `text.slice(start, end)` belongs to; made when it is new. */
export function typeOf(text: string, start: number, end: number): number {
  const hash = hashText(text, start, end);
  const mask = slots.length - 1;
  let slot = (hash ^ (hash >>> 15)) & mask;
  for (let id = slots[slot]!; id >= 0; id = slots[slot]!) {
    if (wordTypes.features[id * COLUMNS] === hash && equals(wordTypes.forms[id]!, text, start, end)) return id;
    slot = (slot + 1) & mask;
  }
  const id = addType(text.slice(start, end), hash);
  slots[slot] = id;
  if (wordTypes.count * 2 > slots.length) growSlots();
  return id;
}

function equals(form: string, text: string, start: number, end: number): boolean {
  if (form.length !== end - start) return false;
  for (let at = 0; at < form.length; at++) if (form.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}

function growSlots(): void {
  slots = new Int32Array(slots.length * 2).fill(-1);
  const mask = slots.length - 1;
  for (let id = 0; id < wordTypes.count; id++) {
    const hash = wordTypes.features[id * COLUMNS]!;
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (slots[slot]! >= 0) slot = (slot + 1) & mask;
    slots[slot] = id;
  }
}

function addType(cut: string, hash: number): number {
  // A copy of its own: a slice would keep its whole article in memory.
  const form = Buffer.from(cut, 'utf16le').toString('utf16le');
  const id = wordTypes.count++;
  if (wordTypes.count * COLUMNS > wordTypes.features.length) {
    const features = new Int32Array(wordTypes.features.length * 2);
    features.set(wordTypes.features);
    wordTypes.features = features;
  }
  const lower = form.toLowerCase();
  wordTypes.forms.push(form);
  wordTypes.lower.push(lower === form ? form : lower);
  const folded = lower.replace(/\p{Nd}/gu, '0').replace(/’/gu, "'");
  const record = wordTypes.features;
  const base = id * COLUMNS;
  const length = folded.length;
  record[base + WORD] = hash;
  record[base + FOLDED] = hashText(folded);
  for (let size = 1; size <= 4; size++) {
    record[base + SUFFIX1 + size - 1] = mix(size, hashText(folded, Math.max(0, length - size)));
  }
  for (let size = 1; size <= 3; size++) {
    record[base + PREFIX1 + size - 1] = mix(size + 4, hashText(folded, 0, Math.min(length, size)));
  }
  record[base + SHAPE] = hashText(shapeOf(form));
  record[base + FLAGS] =
    (/^\p{Lu}/u.test(form) ? CAPITAL : 0) |
    (/\p{Lu}/u.test(form) && !/\p{Ll}/u.test(form) ? ALL_CAPITALS : 0) |
    (/\p{Nd}/u.test(form) ? DIGIT : 0) |
    (form.includes('-') ? HYPHEN : 0) |
    (form.includes('.') ? PERIOD : 0) |
    (/\p{L}/u.test(form) ? LETTER : 0);
  record[base + CLUSTER] = clusterOf(lower);
  return id;
}

function shapeOf(form: string): string {
  return form
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{L}/gu, (letter) => (letter === 'X' ? 'X' : 'x'))
    .replace(/\p{Nd}/gu, 'd')
    .replace(/(.)\1+/gu, '$1$1')
    .slice(0, 8);
}
