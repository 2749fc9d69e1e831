/** The feature rows that a word gets from its place: neighbours, run of capitalised words, line, other mentions. */
import type { Article, Words } from '../document.ts';
import { mix } from '../model/hash.ts';
import { evidenceOf } from './evidence.ts';
import { linesOf } from './lines.ts';
import { type Runs, runsOf } from './runs.ts';
import { FACTS, isCapital, OUTSIDE, rowOf, type TypeTable, typesOf, type WordType } from './wordtypes.ts';

/** The features of an article's words: those of their forms, and for word `w` `rows[starts[w]]` up to `rows[starts[w + 1]]`. */
export interface Features {
  readonly types: readonly WordType[];
  readonly rows: Uint16Array;
  readonly starts: Int32Array;
  readonly runs: Runs;
}

/** More rows than this no word gets from its place. */
const MAX_ROWS_PER_WORD = 17 + 2 + 8 + FACTS + 2;

/**
 * Describes every word of an article.
 *
 * @param table the word forms met before; those met first here are added
 */
export function featuresOf(article: Article, words: Words, table: TypeTable): Features {
  const types = typesOf(words, table);
  const runs = runsOf(words, types);
  const lines = linesOf(article, words, types);
  const evidence = evidenceOf(words, types, runs, lines);
  const rows = new Uint16Array(words.count * MAX_ROWS_PER_WORD);
  const starts = new Int32Array(words.count + 1);
  let at = 0;

  /** Writes the rows of a word at `at` and returns where those of the next one begin. */
  const describe = (word: number, from: number, to: number, begin: number): number => {
    let at = begin;
    const type = types[word]!;
    const before = word > from ? types[word - 1]! : OUTSIDE;
    const after = word + 1 < to ? types[word + 1]! : OUTSIDE;
    rows[at++] = rowOf(600, (before.kind * 16 + type.kind) * 16 + after.kind);
    rows[at++] = rowOf(601, mix(before.hash, after.hash));
    if (!isCapital(type.kind)) return at;

    rows[at++] = rowOf(602, mix(before.hash, type.hash));
    rows[at++] = rowOf(603, mix(type.hash, after.hash));
    rows[at++] = rowOf(604, mix(before.bits, type.bits));
    rows[at++] = rowOf(605, mix(type.bits, after.bits));

    const first = runs.first[word]!;
    const last = runs.last[word]!;
    const fromLeft = Math.min(3, word - first);
    const fromRight = Math.min(3, last - word);
    const place = fromLeft * 4 + fromRight;
    const head = types[last]!;
    const outside = first > from ? types[first - 1]! : OUTSIDE;
    const following = last + 1 < to ? types[last + 1]! : OUTSIDE;
    rows[at++] = rowOf(610, place);
    rows[at++] = rowOf(611, mix(outside.hash, Math.min(1, fromLeft)));
    rows[at++] = rowOf(612, mix(following.hash, Math.min(1, fromRight)));
    rows[at++] = rowOf(613, mix(outside.bits, fromLeft));
    rows[at++] = rowOf(614, mix(following.bits, fromRight));
    rows[at++] = rowOf(615, mix(types[first]!.bits, place));
    rows[at++] = rowOf(616, mix(head.bits, place));
    rows[at++] = rowOf(617, mix(head.hash, fromRight));
    rows[at++] = rowOf(618, mix(outside.kind * 16 + following.kind, place));

    rows[at++] = rowOf(640, mix(outside.topic, fromLeft));
    rows[at++] = rowOf(641, mix(following.topic, fromRight));
    rows[at++] = rowOf(642, mix(types[first]!.cluster, place));
    rows[at++] = rowOf(643, mix(head.cluster, place));
    rows[at++] = rowOf(644, mix(type.cluster, place));
    rows[at++] = rowOf(645, mix(before.topic, type.topic));
    rows[at++] = rowOf(646, mix(type.topic, after.topic));
    rows[at++] = rowOf(647, mix(before.topic, after.topic));

    rows[at++] = rowOf(620, (lines.size[word]! * 2 + lines.starts[word]!) * 16 + type.kind);
    rows[at++] = rowOf(621, (lines.kind[word]! * 2 + (word === from ? 1 : 0)) * 16 + type.kind);

    let all = 0;
    const facts = evidence.facts[word]!;
    for (let fact = 0; fact < FACTS; fact++) {
      const count = Math.min(3, evidence.count(word, fact));
      all = all * 3 + Math.min(2, count);
      if (count > 0) rows[at++] = rowOf(630 + fact, count);
    }
    rows[at++] = rowOf(629, all);
    rows[at++] = rowOf(628, facts);
    return at;
  };

  for (let sentence = 0; sentence + 1 < words.first.length; sentence++) {
    const to = words.first[sentence + 1]!;
    for (let word = words.first[sentence]!; word < to; word++) {
      starts[word] = at;
      at = describe(word, words.first[sentence]!, to, at);
    }
  }
  starts[words.count] = at;
  return { types, rows: rows.subarray(0, at), starts, runs };
}
