/**
 * What can be said of a word without its neighbours, computed once a word form: hashed feature rows for the word itself and
 * for its effect on the words around it.
 */
import type { Words } from '../document.ts';
import { hashText, mix } from '../model/hash.ts';
import { slotOf } from '../model/linear.ts';
import { clusterOf, coarser, PATH_BITS } from '../syntax/clusters.ts';
import { wordTypes } from '../syntax/types.ts';
import { BITS, gazetteerBits } from './gazetteer.ts';

/** The weight table has `2 ** ROW_BITS` rows. */
export const ROW_BITS = 16;

/** A word form bears on the label of the word at each of these distances after it. */
export const OFFSETS = [0, 1, -1, 2, -2] as const;

/** How many facts are counted for a word, see `evidence.ts`. */
export const FACTS = 13;

/** Classes of words, which also choose the table of transitions. */
export const [LOWER, CAPITALS, INITIAL, NUMBER, POSSESSIVE, COMMA, DASH, OPENING] = [1, 3, 4, 5, 6, 7, 8, 10] as const;
const [OTHER, CAPITALISED, MIXED, STOP] = [0, 2, 9, 11] as const;
export const WORD_CLASSES = 12;

/** What the forms of one word share: Trump, TRUMP and trump. */
export interface Forms {
  /** The article whose mentions are counted here, by its number in the order of reading. */
  article: number;
  /** Mentions in lower case. */
  lower: number;
  /** In how many mentions with a capital each fact of `evidence.ts` holds; null where there was never one. */
  facts: Uint16Array | null;
}

/** A word form. */
export interface WordType {
  readonly kind: number;
  /** Gazetteer bits. */
  readonly bits: number;
  /** Its cluster and the coarser one of eight bits (`syntax/clusters.ts`). */
  readonly cluster: number;
  readonly topic: number;
  /** Hash of the lower-case form. */
  readonly hash: number;
  readonly form: string;
  readonly lower: string;
  /** Its index in the table of forms; 0 for the place outside a sentence. */
  readonly place: number;
  readonly shared: Forms;
}

/** Word forms met so far. Bounded: it starts anew when it is full. */
export interface TypeTable {
  generation: number;
  /** The first is `OUTSIDE`. */
  readonly forms: WordType[];
  /** By the hash of the lower-case form. */
  readonly shared: Map<number, Forms>;
  /** By a type's id, the index of its form in `forms`; 0 where it was not met. */
  places: Int32Array;
  /**
   * What the tagger that the table belongs to makes of the first `scored` forms, side by side: an array for each form would
   * take five times the memory.
   */
  scores: Int16Array;
  scored: number;
}

/** Outside a sentence: no word has it. */
const NO_CLUSTER = (1 << PATH_BITS) + 1;

/** With more forms the table starts anew at the next article: memory stays bounded. */
const MAX_FORMS = 16_000;

/** @returns a table that knows no word but `OUTSIDE`, for one tagger */
export function makeTypeTable(): TypeTable {
  return {
    generation: wordTypes.generation,
    forms: [OUTSIDE],
    shared: new Map(),
    places: new Int32Array(0),
    scores: new Int16Array(0),
    scored: 0,
  };
}

/** Stands for the places before and after a sentence. */
export const OUTSIDE: WordType = describe('', '', 0, new Map());

/** The form of every word of an article. */
export function typesOf(words: Words, table: TypeTable): WordType[] {
  const { forms } = table;
  if (table.generation !== wordTypes.generation || forms.length > MAX_FORMS) {
    forms.length = 1;
    table.scored = 0;
    table.shared.clear();
    table.places.fill(0);
    table.generation = wordTypes.generation;
  }
  if (table.places.length < wordTypes.count) {
    const places = new Int32Array(2 * wordTypes.count);
    places.set(table.places);
    table.places = places;
  }
  const { places } = table;
  const types: WordType[] = new Array(words.count);
  for (let word = 0; word < words.count; word++) {
    const id = words.types[word]!;
    if (places[id] === 0)
      places[id] = forms.push(describe(words.forms[word]!, words.lower[word]!, forms.length, table.shared)) - 1;
    types[word] = forms[places[id]!]!;
  }
  return types;
}

/** The row of a feature's value. */
export function rowOf(feature: number, value: number): number {
  return slotOf(mix(mix(feature, 0x51ed), value), ROW_BITS);
}

/** Whether a word of this class can stand in a name. */
export function isCapital(kind: number): boolean {
  return kind === CAPITALISED || kind === CAPITALS || kind === INITIAL || kind === MIXED;
}

function describe(form: string, lower: string, place: number, known: Map<number, Forms>): WordType {
  const kind = form === '' ? OTHER : classOf(form);
  const bits = form === '' ? 0 : gazetteerBits(lower);
  const cluster = form === '' ? NO_CLUSTER : clusterOf(lower);
  const hash = hashText(lower);
  let shared = known.get(hash);
  if (!shared) {
    shared = { article: 0, lower: 0, facts: null };
    known.set(hash, shared);
  }
  return { kind, bits, cluster, topic: coarser(cluster, 8), hash, form, lower, place, shared };
}

function classOf(form: string): number {
  if (/^['’]s?$/i.test(form)) return POSSESSIVE;
  if (/^\p{Lu}\.$/u.test(form)) return INITIAL;
  if (/^\p{Lu}/u.test(form)) {
    if (!/\p{Ll}/u.test(form)) return form.length === 1 ? CAPITALISED : CAPITALS;
    return /\p{Ll}\p{Lu}/u.test(form) ? MIXED : CAPITALISED;
  }
  if (/^\p{L}/u.test(form)) return /\p{Lu}/u.test(form) ? MIXED : LOWER;
  if (/\d/.test(form)) return NUMBER;
  if (form === ',') return COMMA;
  if (/^[-–—/&]+$/.test(form)) return DASH;
  if (/^[([“‘"`]/.test(form)) return OPENING;
  return /^[.:;!?]/.test(form) ? STOP : OTHER;
}

/** The word with its letters and digits as X, x and 0, runs cut to two, hashed. */
function shapeOf(form: string): number {
  return hashText(
    form
      .replace(/\p{Lu}/gu, 'X')
      .replace(/\p{N}/gu, '0')
      .replace(/(?!X)\p{L}/gu, 'x')
      .replace(/(.)\1+/gu, '$1$1'),
  );
}

/**
 * The rows that a form adds at the place `OFFSETS[role]` after it. Features 0 to 499: of the word itself all, of neighbours
 * fewer, of the second neighbours only word, class and cluster.
 */
export function rowsOf(role: number, { form, lower, hash, kind, bits, cluster }: WordType): number[] {
  const base = role * 100;
  const rows = [rowOf(base, hash), rowOf(base + 1, kind)];
  const capital = isCapital(kind) ? 1 : 0;
  for (const size of role > 2 ? [6, PATH_BITS] : [4, 6, 8, PATH_BITS])
    rows.push(rowOf(base + 50 + size, coarser(cluster, size) * 2 + capital));
  if (role > 2) return rows;
  const length = lower.length;
  rows.push(rowOf(base + 2, bits * 2 + capital));
  for (let bit = 0; bit < BITS; bit++) if (bits & (1 << bit)) rows.push(rowOf(base + 3, bit * 2 + capital));
  rows.push(rowOf(base + 4, mix(hashText(lower, Math.max(0, length - 3)), capital)));
  if (role > 0) return rows;
  rows.push(rowOf(base + 5, hashText(form)), rowOf(base + 6, shapeOf(form)));
  for (let size = 1; size <= 4 && size < length; size++) {
    rows.push(rowOf(base + 10 + size, mix(hashText(lower, 0, size), capital)));
    if (size !== 3) rows.push(rowOf(base + 20 + size, mix(hashText(lower, length - size), capital)));
  }
  return rows;
}
