/**
 * The name tagger: labels B and I for four classes and O, chosen for a whole sentence by first-order Viterbi over linear
 * scores (structured perceptron, Collins 2002). One table holds nine weights a row; features that hash to a row share it.
 */
import type { Words } from '../document.ts';
import { type Column, sumsKernel, type Table } from '../model/sums.ts';
import type { Features } from './features.ts';
import { OFFSETS, rowsOf, type TypeTable, WORD_CLASSES, type WordType } from './wordtypes.ts';

export const KINDS = ['person', 'organization', 'place', 'other'] as const;
/** Label 0 is no name; 1 + 2k begins a name of `KINDS[k]`, 2 + 2k continues it. */
export const LABELS = 1 + 2 * KINDS.length;
/** A transition's weight lies at `(class of the word * LABELS + label before) * LABELS + label`. */
export const TRANSITIONS = WORD_CLASSES * LABELS * LABELS;
const ANY = (1 << LABELS) - 1;

export interface NameWeights {
  /** `2 ** ROW_BITS * LABELS` weights. */
  readonly rows: Int8Array | Float32Array;
  /** `TRANSITIONS` weights on the same scale. */
  readonly transitions: Int16Array | Float32Array;
}

/**
 * By class of a word, how far ahead "no name" must be at the word before to come before any label that is no I: more
 * than this no other label can gain by its transition.
 */
export function leadsOf(transitions: NameWeights['transitions']): Float64Array {
  const leads = new Float64Array(WORD_CLASSES);
  for (let kind = 0; kind < WORD_CLASSES; kind++) {
    const table = kind * LABELS * LABELS;
    for (let label = 0; label < LABELS; label += label === 0 ? 1 : 2) {
      for (let previous = 1; previous < LABELS; previous++) {
        const gain = transitions[table + previous * LABELS + label]! - transitions[table + label]!;
        leads[kind] = Math.max(leads[kind]!, gain);
      }
    }
  }
  return leads;
}

/** Words whose rows are summed at a time: what they take of the kernel's memory is never given back. */
const PART = 4096;

/** Room for rows, where those of a word begin, and scores, in the memory of `model/sums.ts`. */
interface Room {
  readonly rows: Column<Uint16Array>;
  readonly starts: Column<Int32Array>;
  readonly scores: Column<Int32Array>;
  /** The same scores, of weights that are learned. */
  readonly learned: Float32Array;
}

let room: Room | undefined;

function roomFor(rows: number, words: number): Room {
  if (room !== undefined && rows <= room.rows.values.length && words < room.starts.values.length) return room;
  const { shorts, ints } = sumsKernel();
  const scores = ints(2 * words * LABELS);
  const { buffer } = scores.values;
  room = {
    rows: shorts(2 * rows),
    starts: ints(2 * words + 1),
    scores,
    learned: new Float32Array(buffer, scores.address, scores.values.length),
  };
  return room;
}

/**
 * Sums the weights of the rows of the words `from` to `to`.
 *
 * @param rows those of word `w` are `rows[starts[w]]` up to `rows[starts[w + 1]]`
 * @returns nine scores a word, valid until the next call: f32 where the weights are
 */
export function scoreRows(
  table: Table,
  rows: Uint16Array,
  starts: Int32Array,
  from: number,
  to: number,
): Int32Array | Float32Array {
  const begin = starts[from]!;
  const own = roomFor(starts[to]! - begin, to - from);
  own.rows.values.set(rows.subarray(begin, starts[to]!));
  for (let word = from; word <= to; word++) own.starts.values[word - from] = starts[word]! - begin;
  const { call, addressOf } = sumsKernel();
  const isLearned = table.weights.BYTES_PER_ELEMENT > 1;
  const sum = isLearned ? call.rowsLearned : call.rowsPacked;
  sum(addressOf(table), own.rows.address, own.starts.address, to - from, own.scores.address);
  return isLearned ? own.learned : own.scores.values;
}

/** Weights of a form: `LABELS` for each of `OFFSETS`. */
const FORM = OFFSETS.length * LABELS;

/** Scores the forms that came since the last time; those of form `i` begin at `i * FORM`. */
function formScores(table: TypeTable, weights: Table): Int16Array {
  const { forms } = table;
  if (table.scores.length < forms.length * FORM) {
    const scores = new Int16Array(2 * forms.length * FORM);
    scores.set(table.scores);
    table.scores = scores;
  }
  for (; table.scored < forms.length; table.scored++) {
    const roles = OFFSETS.map((_, role) => rowsOf(role, forms[table.scored]!));
    const starts = new Int32Array(roles.length + 1);
    for (const [role, rows] of roles.entries()) starts[role + 1] = starts[role]! + rows.length;
    const sums = scoreRows(weights, Uint16Array.from(roles.flat()), starts, 0, roles.length);
    table.scores.set(sums.subarray(0, FORM), table.scored * FORM);
  }
  return table.scores;
}

/**
 * The label scores of every word, `LABELS` a word.
 *
 * @param table the forms that the features' types belong to
 */
export function scoresOf(
  words: Words,
  { types, rows, starts }: Features,
  table: TypeTable,
  weights: Table,
): Int32Array {
  const sums = formScores(table, weights);
  const scores = new Int32Array(words.count * LABELS);
  for (let from = 0; from < words.count; from += PART) {
    const to = Math.min(from + PART, words.count);
    scores.set(scoreRows(weights, rows, starts, from, to).subarray(0, (to - from) * LABELS), from * LABELS);
  }
  const placeOf = (word: number, from: number, to: number): number =>
    word >= from && word < to ? types[word]!.place * FORM : 0;
  for (let sentence = 0; sentence + 1 < words.first.length; sentence++) {
    const from = words.first[sentence]!;
    const to = words.first[sentence + 1]!;
    for (let word = from; word < to; word++) {
      const at = word * LABELS;
      // in the order of `OFFSETS`
      const own = placeOf(word, from, to);
      const before = placeOf(word - 1, from, to) + LABELS;
      const after = placeOf(word + 1, from, to) + 2 * LABELS;
      const second = placeOf(word - 2, from, to) + 3 * LABELS;
      const next = placeOf(word + 2, from, to) + 4 * LABELS;
      for (let label = 0; label < LABELS; label++)
        scores[at + label]! +=
          sums[own + label]! +
          sums[before + label]! +
          sums[after + label]! +
          sums[second + label]! +
          sums[next + label]!;
    }
  }
  return scores;
}

/** What `decode` works on: arrays of its own for each sentence would cost as much as the work. */
const SCORES = [new Float64Array(LABELS), new Float64Array(LABELS)] as const;
let chosenBefore = new Uint8Array(128 * LABELS);

/**
 * Writes the best legal labels of the words `from` to `to` into `labels`.
 *
 * @param scores `LABELS` a word; those of word `from` begin at `offset`
 * @param allowed masks of the labels that each word may take; any where left out
 * @param leads of the transitions (whole numbers only): most words follow one that is surely in no name, and need no look
 *   at what else it could be
 */
export function decode(
  labels: Uint8Array,
  from: number,
  to: number,
  scores: Int32Array | Float32Array,
  offset: number,
  types: readonly WordType[],
  transitions: NameWeights['transitions'],
  allowed: Uint16Array | null,
  leads: Float64Array | null,
): void {
  if (chosenBefore.length < (to - from) * LABELS) chosenBefore = new Uint8Array(2 * (to - from) * LABELS);
  const back = chosenBefore;
  let [before, now] = SCORES;
  before.fill(Number.NEGATIVE_INFINITY);
  before[0] = 0;
  for (let word = from; word < to; word++) {
    const table = types[word]!.kind * LABELS * LABELS;
    const mask = allowed === null ? ANY : allowed[word]!;
    const step = (word - from) * LABELS;
    const sure = leads !== null && isAhead(before, leads[types[word]!.kind]!);
    for (let label = 0; label < LABELS; label++) {
      let best = Number.NEGATIVE_INFINITY;
      let chosen = 0;
      const continues = label > 0 && (label & 1) === 0;
      if (sure && !continues) best = before[0]! + transitions[table + label]!;
      else if (mask & (1 << label)) {
        // Only what begins or continues a name of the same class may come before an I.
        const last = continues ? label : LABELS - 1;
        const first = continues ? label - 1 : 0;
        for (let previous = first, at = table + first * LABELS + label; previous <= last; previous++, at += LABELS) {
          const value = before[previous]! + transitions[at]!;
          if (value > best) {
            best = value;
            chosen = previous;
          }
        }
      }
      now[label] = best + scores[offset + step + label]!;
      back[step + label] = chosen;
    }
    [before, now] = [now, before];
  }
  let label = 0;
  for (let other = 1; other < LABELS; other++) if (before[other]! > before[label]!) label = other;
  for (let word = to - 1; word >= from; word--) {
    labels[word] = label;
    label = back[(word - from) * LABELS + label]!;
  }
}

function isAhead(scores: Float64Array, lead: number): boolean {
  const least = scores[0]! - lead;
  for (let label = 1; label < LABELS; label++) if (scores[label]! > least) return false;
  return true;
}
