/** The second look at a cue: what the first look at the words around it says for or against it. */
import { F } from './anchor-templates.ts';
import { type Features, step } from './features.ts';
import { subjectOf } from './grammar.ts';
import type { View } from './view.ts';

/** What the first look found, in an article: probabilities, and their steps around each word. */
export interface FirstLook {
  /** The candidate words in text order, and their probabilities. */
  readonly anchors: Int32Array;
  readonly first: Float32Array;
  /** By word; 0 where a word is no candidate. */
  readonly probability: Float32Array;
  /** By word: the highest step among the words that it governs, directly or not. */
  readonly below: Uint8Array;
  /** By sentence: the highest step, all words counted and those outside quotations. */
  readonly all: Peaks;
  readonly unquoted: Peaks;
  /** By candidate: the stem of its subject, 0 where it has none. */
  readonly subjects: Int32Array;
  /** By a subject's stem: how many likely cues of the article have it. */
  readonly spoken: ReadonlyMap<number, number>;
}

/** From this probability on a first look counts as a cue of its subject. */
const LIKELY = 0.5;
/** So many other cues of a subject, and more, are the same. */
const OFTEN = 4;

/** The highest step in a sentence, how many words have it, and the next lower one. */
interface Peaks {
  readonly top: Uint8Array;
  readonly times: Int32Array;
  readonly next: Uint8Array;
}

/** Linear in the words: a sentence of thousands of words is no more work than many short ones. */
export function firstLook(view: View, anchors: Int32Array, first: Float32Array): FirstLook {
  const probability = new Float32Array(view.count);
  const below = new Uint8Array(view.count);
  const sentences = view.first.length - 1;
  const peaks = (): Peaks => ({
    top: new Uint8Array(sentences),
    times: new Int32Array(sentences),
    next: new Uint8Array(sentences),
  });
  const subjects = new Int32Array(anchors.length);
  const spoken = new Map<number, number>();
  const all = peaks();
  const unquoted = peaks();
  for (let index = 0; index < anchors.length; index += 1) {
    const anchor = anchors[index]!;
    probability[anchor] = first[index]!;
    const height = step(first[index]!);
    if (height === 0) continue;
    const subject = subjectOf(view, anchor);
    subjects[index] = subject < 0 ? 0 : view.stem[subject >> 3]!;
    if (subject >= 0 && first[index]! >= LIKELY) spoken.set(subjects[index]!, (spoken.get(subjects[index]!) ?? 0) + 1);
    for (let up = view.head[anchor]!; up >= 0 && below[up]! < height; up = view.head[up]!) below[up] = height;
    raise(all, view.sentence[anchor]!, height);
    if (view.quotation[anchor] === -1) raise(unquoted, view.sentence[anchor]!, height);
  }
  return { anchors, first, probability, below, all, unquoted, subjects, spoken };
}

function raise({ top, times, next }: Peaks, sentence: number, height: number): void {
  if (height === top[sentence]) times[sentence] = times[sentence]! + 1;
  else if (height > top[sentence]!) {
    next[sentence] = top[sentence]!;
    top[sentence] = height;
    times[sentence] = 1;
  } else if (height > next[sentence]!) next[sentence] = height;
}

/** The highest step in the sentence apart from one word, whose step is `own`. */
function without({ top, times, next }: Peaks, sentence: number, own: number): number {
  return own === top[sentence] && times[sentence] === 1 ? next[sentence]! : top[sentence]!;
}

/** Adds the second look's features of candidate `index`. */
export function secondLookFeatures(features: Features, view: View, look: FirstLook, index: number): void {
  const { anchors, first, probability } = look;
  const anchor = anchors[index]!;
  const own = step(first[index]!);
  const sentence = view.sentence[anchor]!;
  let highest = 0;
  let inside = -1;
  for (let up = view.head[anchor]!, from = anchor, steps = 0; up >= 0 && steps < 15; up = view.head[up]!, steps += 1) {
    if (probability[up]! > highest) {
      highest = probability[up]!;
      inside = view.relation[from]!;
    }
    from = up;
  }
  const above = step(highest);
  const strongest = without(look.all, sentence, own);
  const outside = view.quotation[anchor] === -1 ? without(look.unquoted, sentence, own) : look.unquoted.top[sentence]!;
  const before = index > 0 && view.sentence[anchors[index - 1]!] === sentence ? step(first[index - 1]!) : 11;
  const next = index + 1 < anchors.length ? anchors[index + 1]! : -1;
  const after = next >= 0 && view.sentence[next] === sentence ? step(first[index + 1]!) : 11;
  features.add(F['own probability'], own);
  features.add(F['seen from above'], above, inside);
  features.add(F['seen from above'], above, inside, view.stem[anchor]!);
  features.add(F['seen from below'], look.below[anchor]!, view.tag[anchor]!);
  features.add(F['own and above'], own, above);
  features.add(F.strongest, strongest);
  features.add(F['own and sentence'], own, strongest);
  features.add(F['neighbour before'], before, own);
  features.add(F['neighbour after'], after, own);
  features.add(F['own and neighbours'], own, before, after);
  const others = (look.spoken.get(look.subjects[index]!) ?? 0) - (first[index]! >= LIKELY ? 1 : 0);
  const speaks = look.subjects[index] === 0 ? OFTEN + 1 : Math.min(others, OFTEN);
  features.add(F['subject speaks'], speaks, own);
  features.add(F['subject speaks'], speaks, view.stem[anchor]!, 1);
  const construct = view.construct[anchor]!;
  features.add(F.construct, construct);
  features.add(F['construct and own'], construct, own);
  features.add(F['construct and above'], construct, above);
  features.add(F['quoted and outside'], view.quotation[anchor]! >= 0 ? 1 : 0, outside, own);
}
