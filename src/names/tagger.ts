/**
 * The name tagger: labels B and I for four classes and O, chosen for a whole sentence by first-order Viterbi over linear
 * scores (structured perceptron, Collins 2002). One table holds nine weights a row; features that hash to a row share it.
 */
import type { Words } from '../document.ts';
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

/** Adds the weights of `rows[from]` up to `rows[to]` to the nine scores at `at`. */
export function addRows(
  scores: Int32Array | Float32Array,
  at: number,
  rows: Uint16Array,
  from: number,
  to: number,
  weights: NameWeights['rows'],
): void {
  let [a, b, c, d, e, f, g, h, i] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let next = from; next < to; next++) {
    const row = rows[next]! * LABELS;
    a += weights[row]!;
    b += weights[row + 1]!;
    c += weights[row + 2]!;
    d += weights[row + 3]!;
    e += weights[row + 4]!;
    f += weights[row + 5]!;
    g += weights[row + 6]!;
    h += weights[row + 7]!;
    i += weights[row + 8]!;
  }
  scores[at]! += a;
  scores[at + 1]! += b;
  scores[at + 2]! += c;
  scores[at + 3]! += d;
  scores[at + 4]! += e;
  scores[at + 5]! += f;
  scores[at + 6]! += g;
  scores[at + 7]! += h;
  scores[at + 8]! += i;
}

/** Weights of a form: `LABELS` for each of `OFFSETS`. */
const FORM = OFFSETS.length * LABELS;

/** Of one form. Two bytes a number would do, but then `addRows` would write two kinds of arrays and be slower for both. */
const SUMS = new Int32Array(FORM);

/** Scores the forms that came since the last time; those of form `i` begin at `i * FORM`. */
function formScores(table: TypeTable, weights: NameWeights['rows']): Int16Array {
  const { forms } = table;
  if (table.scores.length < forms.length * FORM) {
    const scores = new Int16Array(2 * forms.length * FORM);
    scores.set(table.scores);
    table.scores = scores;
  }
  for (; table.scored < forms.length; table.scored++) {
    SUMS.fill(0);
    for (let role = 0; role < OFFSETS.length; role++) {
      const rows = Uint16Array.from(rowsOf(role, forms[table.scored]!));
      addRows(SUMS, role * LABELS, rows, 0, rows.length, weights);
    }
    table.scores.set(SUMS, table.scored * FORM);
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
  weights: NameWeights,
): Int32Array {
  const sums = formScores(table, weights.rows);
  const scores = new Int32Array(words.count * LABELS);
  const placeOf = (word: number, from: number, to: number): number =>
    word >= from && word < to ? types[word]!.place * FORM : 0;
  for (let sentence = 0; sentence + 1 < words.first.length; sentence++) {
    const from = words.first[sentence]!;
    const to = words.first[sentence + 1]!;
    for (let word = from; word < to; word++) {
      const at = word * LABELS;
      addRows(scores, at, rows, starts[word]!, starts[word + 1]!, weights.rows);
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
