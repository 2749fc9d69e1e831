/** Trains the tagger and its lexicon. */

import { type Kernel, makeKernel } from '../../src/syntax/kernel.ts';
import { TAG } from '../../src/syntax/labels.ts';
import {
  KINDS,
  kindOfType,
  type Lexicon,
  lexiconFrom,
  type PackedLexicon,
  packLexicon,
} from '../../src/syntax/lexicon.ts';
import { placeLists, type SyntaxModels } from '../../src/syntax/models.ts';
import { wordTypes } from '../../src/syntax/types.ts';
import { type TrainingDocument, UNKNOWN } from './corpora.ts';
import { type AveragedTable, averagedTable, randomFrom, shuffle } from './learners.ts';

export interface TaggerOptions {
  readonly bits: number;
  readonly epochs: number;
  readonly seed: number;
  /** How often each epoch goes over the gold documents. */
  readonly gold: number;
}

/** A word this common with one tag in this share of its places, gold and silver alike, gets that tag unscored. */
const CERTAIN = { count: 50, share: 0.999 };
/** A word this common is scored only on tags that make up this share of its places in the gold or in all text. */
const LIMITED = { count: 100, share: 0.0005 };

type Counts = Map<number, number>;

/** Counts the tags of words and writes the lexicon's lines. */
function countLexicon(documents: readonly TrainingDocument[]): string[] {
  const entries = new Map<string, { gold: Counts; all: Counts; kind: number }>();
  for (const { words, syntax, silver } of documents) {
    for (let word = 0; word < words.count; word++) {
      const tag = syntax.tags[word]!;
      if (tag === UNKNOWN || tag === TAG.XX) continue;
      const form = words.forms[word]!.replace(/’/g, "'");
      let entry = entries.get(form);
      if (!entry) {
        entry = { gold: new Map(), all: new Map(), kind: kindOfType(words.types[word]!) };
        entries.set(form, entry);
      }
      entry.all.set(tag, (entry.all.get(tag) ?? 0) + 1);
      if (!silver) entry.gold.set(tag, (entry.gold.get(tag) ?? 0) + 1);
    }
  }
  const rare: Counts[] = Array.from({ length: KINDS }, () => new Map());
  for (const { all, kind } of entries.values()) {
    if (total(all) > 3) continue;
    for (const [tag, count] of all) rare[kind]!.set(tag, (rare[kind]!.get(tag) ?? 0) + count);
  }
  const everything = [...new Set([...entries.values()].flatMap(({ all }) => [...all.keys()]))];
  const open = rare.map((tags) => (total(tags) < 50 ? everything : common(tags, 0.0005, 2)));
  const lines = open.map((tags, kind) => `${kind}\t${asText(tags)}\t`);
  for (const [word, { gold, all, kind }] of [...entries].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const sum = total(all);
    if (sum < 3) continue;
    let possible = [...all.keys(), ...open[kind]!];
    const certain = common(all, CERTAIN.share, 1);
    if (sum >= CERTAIN.count && certain.length === 1 && common(gold, 1 - CERTAIN.share, 1).length <= 1) {
      possible = gold.size === 0 || gold.has(certain[0]!) ? certain : possible;
    } else if (sum >= LIMITED.count) possible = [...common(all, LIMITED.share, 1), ...common(gold, LIMITED.share, 1)];
    const seen = common(all, 0.05, 1).map((tag) => String.fromCharCode(48 + tag));
    lines.push(`${word}\t${asText([...new Set(possible)])}\t${seen.join('')}`);
  }
  return lines;
}

const total = (tags: Counts): number => [...tags.values()].reduce((a, b) => a + b, 0);
/** The tags of at least this share and count, the commonest first. */
function common(tags: Counts, share: number, least: number): number[] {
  const sum = total(tags);
  const kept = [...tags].filter(([, count]) => count >= least && count / sum >= share);
  return kept.sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([tag]) => tag);
}
const asText = (tags: readonly number[]): string =>
  [...tags]
    .sort((a, b) => a - b)
    .map((tag) => String.fromCharCode(48 + tag))
    .join('');

/** Trains one tagger: averaged weights, and a kernel that has them. */
export function trainTagger(
  documents: readonly TrainingDocument[],
  lexicon: Lexicon,
  { bits, epochs, seed, gold }: TaggerOptions,
): { table: Float32Array; kernel: Kernel } {
  const kernel = makeKernel();
  placeLists(kernel, lexicon.lists, []);
  const { address, values } = kernel.floats(2 ** bits);
  kernel.set('setTagger', address, bits);
  const learned = averagedTable(values);
  const random = randomFrom(seed);
  const sentences = documents.flatMap((document) => {
    const spans: { document: TrainingDocument; from: number; to: number }[] = [];
    const { first } = document.words;
    for (let index = 0; index + 1 < first.length; index++) {
      const span = { document, from: first[index]!, to: first[index + 1]! };
      for (let copy = 0; copy < (document.silver ? 1 : gold); copy++) spans.push(span);
    }
    return spans;
  });
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(sentences, random);
    for (const { document, from, to } of sentences) learnSentence(kernel, lexicon, learned, document, from, to);
  }
  const table = learned.average();
  values.set(table);
  return { table, kernel };
}

function learnSentence(
  kernel: Kernel,
  lexicon: Lexicon,
  learned: AveragedTable,
  { words, syntax }: TrainingDocument,
  from: number,
  to: number,
): void {
  kernel.read(lexicon, words, from, to);
  const size = to - from;
  const mode = kernel.call.caseMode(0, size);
  for (let word = 0; word < size; word++) {
    const count = kernel.call.tagLearned(word, 0, size, mode);
    if (count === 0) continue;
    learned.tick();
    const gold = syntax.tags[from + word]!;
    const guess = kernel.tags[word]!;
    const list = lexicon.lists[lexicon.listOf(words.types[from + word]!)]!;
    if (guess === gold || gold === UNKNOWN || !list.includes(gold)) continue;
    correct(kernel, learned, count, gold, guess);
  }
}

/** Moves the weights of the first `count` features of the last decision towards the class `gold` and away from `guess`. */
export function correct({ blocks }: Kernel, learned: AveragedTable, count: number, gold: number, guess: number): void {
  for (let feature = 0; feature < count; feature++) {
    learned.update(blocks[feature]! ^ gold, 1);
    learned.update(blocks[feature]! ^ guess, -1);
  }
}

/**
 * Tags all words of a document.
 *
 * @param learned true where the kernel has weights as they are learned, not packed
 */
export function tagDocument(
  { kernel, lexicon }: SyntaxModels,
  { words }: Pick<TrainingDocument, 'words'>,
  learned = false,
): Uint8Array {
  const { call } = kernel;
  const tags = new Uint8Array(words.count);
  for (let index = 0; index + 1 < words.first.length; index++) {
    const [from, to] = [words.first[index]!, words.first[index + 1]!];
    const size = to - from;
    kernel.read(lexicon, words, from, to);
    if (!learned) call.tagWords(0, size);
    else for (let word = 0, mode = call.caseMode(0, size); word < size; word++) call.tagLearned(word, 0, size, mode);
    tags.set(kernel.tags.subarray(0, size), from);
  }
  return tags;
}

/** A new lexicon that shares nothing with another but what is packed. */
export function freshLexicon(documents: readonly TrainingDocument[]): { packed: PackedLexicon; lexicon: Lexicon } {
  if (wordTypes.count === 0) throw new Error('read the documents first');
  const packed = packLexicon(countLexicon(documents));
  return { packed, lexicon: lexiconFrom(packed) };
}
