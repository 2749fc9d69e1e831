/**
 * Trains the name tagger: `npm run train -- names`. An averaged structured perceptron (Collins 2002) over gold, partly
 * labelled and machine-labelled texts; where a text marks only its persons, the gold path is the best one that agrees.
 */
import type { Article, Words } from '../../src/document.ts';
import { sumsKernel, type Table } from '../../src/model/sums.ts';
import { featuresOf } from '../../src/names/features.ts';
import { decode, LABELS, type NameWeights, scoreRows, TRANSITIONS } from '../../src/names/tagger.ts';
import { OFFSETS, OUTSIDE, ROW_BITS, rowsOf, type TypeTable, type WordType } from '../../src/names/wordtypes.ts';
import { randomFrom, shuffle } from './learners.ts';
import type { NamedText } from './names-corpora.ts';

/** A text ready for learning. */
export interface Lesson {
  /** All rows of word `w` are `rows[starts[w]]` up to `rows[starts[w + 1]]`. */
  readonly rows: Uint16Array;
  readonly starts: Int32Array;
  readonly types: readonly WordType[];
  /** First word of each sentence, and the end. */
  readonly first: Int32Array;
  /** Masks of the labels that the text's marks allow. */
  readonly allowed: Uint16Array;
  /** Whether it says nothing of some classes: it teaches nothing before there is a notion of them. */
  readonly partly: boolean;
}

/** A lesson and how often it is read in an epoch. */
export interface Reading {
  readonly lesson: Lesson;
  readonly times: number;
}

const ANYTHING = (1 << LABELS) - 1;
const NO_PERSON = ANYTHING & ~0b110;
/** What the words may be that no name covers. */
const REST = { everything: 1, persons: NO_PERSON, speakers: ANYTHING };

function masks({ names, marked, noPersons = [] }: NamedText, words: Words): Uint16Array {
  const allowed = new Uint16Array(words.count).fill(REST[marked]);
  if (marked === 'speakers') {
    // The name of a speaker ends where it is marked.
    const beside = names.flatMap(({ start, end }) => [
      { start: start - 2, end: start },
      { start: end, end: end + 2 },
    ]);
    const spans = [...noPersons, ...beside].sort((a, b) => a.start - b.start);
    for (let word = 0, next = 0; word < words.count && next < spans.length; ) {
      if (spans[next]!.end <= words.starts[word]!) next += 1;
      else {
        if (spans[next]!.start < words.ends[word]!) allowed[word] = NO_PERSON;
        word += 1;
      }
    }
  }
  let word = 0;
  for (const { start, end, kind } of names.toSorted((a, b) => a.start - b.start)) {
    while (word < words.count && words.ends[word]! <= start) word += 1;
    for (let at = word; at < words.count && words.starts[at]! < end; at++) {
      allowed[at] = 1 << (at === word ? 1 + 2 * kind : 2 + 2 * kind);
    }
  }
  // A sentence that begins inside a name begins with a B.
  for (const first of words.first) {
    const inside = [1, 3, 5, 7].find((label) => allowed[first] === 1 << (label + 1));
    if (inside !== undefined) allowed[first] = 1 << inside;
  }
  return allowed;
}

/** Describes a text once for all epochs. */
export function lessonOf(article: Article, words: Words, text: NamedText, table: TypeTable): Lesson {
  const features = featuresOf(article, words, table);
  const { types } = features;
  const starts = new Int32Array(words.count + 1);
  const rows: number[] = [];
  for (let sentence = 0; sentence + 1 < words.first.length; sentence++) {
    const from = words.first[sentence]!;
    const to = words.first[sentence + 1]!;
    for (let word = from; word < to; word++) {
      starts[word] = rows.length;
      for (let at = features.starts[word]!; at < features.starts[word + 1]!; at++) rows.push(features.rows[at]!);
      for (const [role, offset] of OFFSETS.entries()) {
        const neighbour = word - offset;
        const type = neighbour >= from && neighbour < to ? types[neighbour]! : OUTSIDE;
        rows.push(...rowsOf(role, type));
      }
    }
  }
  starts[words.count] = rows.length;
  return {
    rows: Uint16Array.from(rows),
    starts,
    types,
    first: words.first,
    allowed: masks(text, words),
    partly: text.marked !== 'everything',
  };
}

/** Longer sentences are cut in training. */
const LONGEST = 400;

/** Averaged weights after some epochs over shuffled sentences; the same seed gives the same weights. */
export function learn(course: readonly Reading[], { epochs, seed }: { epochs: number; seed: number }): NameWeights {
  const { address, values: rows } = sumsKernel().floats(LABELS << ROW_BITS);
  const table: Table = { weights: rows, address };
  const late = new Float64Array(rows.length);
  const transitions = new Float32Array(TRANSITIONS);
  const lateTransitions = new Float64Array(TRANSITIONS);
  const random = randomFrom(seed);
  const sentences: { lesson: Lesson; from: number; to: number }[] = [];
  for (const { lesson, times } of course) {
    for (let time = 0; time < times; time++) {
      for (let sentence = 0; sentence + 1 < lesson.first.length; sentence++) {
        const from = lesson.first[sentence]!;
        const to = Math.min(lesson.first[sentence + 1]!, from + LONGEST);
        if (from < to) sentences.push({ lesson, from, to });
      }
    }
  }
  const longest = Math.max(...course.map(({ lesson }) => lesson.types.length));
  const guess = new Uint8Array(longest);
  const gold = new Uint8Array(longest);
  let time = 1;
  const change = (table: Float32Array, sums: Float64Array, at: number, by: number) => {
    table[at]! += by;
    sums[at]! += by * time;
  };
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(sentences, random);
    let wrong = 0;
    for (const { lesson, from, to } of sentences) {
      // Partly labelled text teaches nothing before there is a notion of the other classes.
      if (epoch === 0 && lesson.partly) continue;
      const { types, starts, allowed } = lesson;
      time += 1;
      const scores = scoreRows(table, lesson.rows, starts, from, to);
      decode(guess, from, to, scores, 0, types, transitions, null, null);
      let fine = true;
      for (let word = from; word < to; word++) if (!(allowed[word]! & (1 << guess[word]!))) fine = false;
      if (fine) continue;
      wrong += 1;
      decode(gold, from, to, scores, 0, types, transitions, allowed, null);
      for (let word = from; word < to; word++) {
        const wanted = gold[word]!;
        const found = guess[word]!;
        if (wanted !== found) {
          for (let at = starts[word]!; at < starts[word + 1]!; at++) {
            change(rows, late, lesson.rows[at]! * LABELS + wanted, 1);
            change(rows, late, lesson.rows[at]! * LABELS + found, -1);
          }
        }
        const steps = types[word]!.kind * LABELS * LABELS;
        const goldStep = steps + (word > from ? gold[word - 1]! : 0) * LABELS + wanted;
        const guessStep = steps + (word > from ? guess[word - 1]! : 0) * LABELS + found;
        if (goldStep === guessStep) continue;
        change(transitions, lateTransitions, goldStep, 1);
        change(transitions, lateTransitions, guessStep, -1);
      }
    }
    console.error(`names: seed ${seed}, epoch ${epoch + 1}: ${wrong} of ${sentences.length} sentences wrong`);
  }
  return {
    rows: rows.map((weight, at) => weight - late[at]! / time),
    transitions: transitions.map((weight, at) => weight - lateTransitions[at]! / time),
  };
}
