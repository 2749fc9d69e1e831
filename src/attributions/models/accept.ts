/**
 * Which readings to believe: the fourth model, whose probability is the confidence of a claim. The readings of one
 * article are judged together, because a cue inside what another source says is no attribution of the article's own.
 */
import { rateOf } from './anchors.ts';
import type { CueWords } from './cues.ts';
import { bucket, Features, hashText, step } from './features.ts';
import { formOf } from './form.ts';
import { complements } from './grammar.ts';
import { type Linear, logistic, score } from './linear.ts';
import type { Proposal } from './propose.ts';
import { saysSomething } from './strictness.ts';
import type { View } from './view.ts';

const ACCEPT_TEMPLATES = [
  ...['cue', 'source', 'content', 'cue and content', 'cue and source', 'source and content', 'source kind'],
  ...['origins', 'length', 'quotation', 'rate', 'tag', 'stem', 'inside another', 'another inside', 'overlap'],
  ...['same source', 'first look', 'all three', 'place', 'cut', 'rate and cue', 'exact content', 'heading'],
  ...['construct', 'construct and cue', 'agreement', 'form', 'form and cue', 'form and stem', 'said', 'said and stem'],
  ...['said and cue', 'relation', 'complements', 'speaker', 'first tag', 'quoted cue'],
] as const;
const F = Object.fromEntries(ACCEPT_TEMPLATES.map((name, index) => [name, index])) as Record<
  (typeof ACCEPT_TEMPLATES)[number],
  number
>;
const BASE = 768;
/** Readings after one that are compared with it: more stand together only in text that is no prose. */
const MOST_RIVALS = 250;

/** How the readings of an article lie in each other. */
export interface Rivals {
  /** By reading: the highest cue probability among readings whose content holds its anchor. */
  readonly outer: Float32Array;
  /** The highest among readings whose anchor lies in its content. */
  readonly inner: Float32Array;
  /** The highest among readings whose content overlaps its content or holds its source. */
  readonly crossing: Float32Array;
}

export function rivals(view: View, readings: readonly Proposal[]): Rivals {
  const outer = new Float32Array(readings.length);
  const inner = new Float32Array(readings.length);
  const crossing = new Float32Array(readings.length);
  for (let a = 0; a < readings.length; a += 1) {
    const one = readings[a]!;
    const last = Math.min(readings.length, a + 1 + MOST_RIVALS);
    for (let b = a + 1; b < last; b += 1) {
      const two = readings[b]!;
      if (view.sentence[two.anchor]! - view.sentence[one.anchor]! > 12) break;
      const twoInOne = holds(one.content, two.anchor);
      const oneInTwo = holds(two.content, one.anchor);
      if (twoInOne) {
        outer[b] = Math.max(outer[b]!, one.second);
        inner[a] = Math.max(inner[a]!, two.second);
      }
      if (oneInTwo) {
        outer[a] = Math.max(outer[a]!, two.second);
        inner[b] = Math.max(inner[b]!, one.second);
      }
      if (!twoInOne && !oneInTwo && touch(one.content, two.content)) {
        crossing[a] = Math.max(crossing[a]!, two.second);
        crossing[b] = Math.max(crossing[b]!, one.second);
      }
    }
  }
  return { outer, inner, crossing };
}

export function holds(pieces: readonly number[], word: number): boolean {
  for (let i = 0; i < pieces.length; i += 2) if (word >= pieces[i]! && word < pieces[i + 1]!) return true;
  return false;
}

function touch(a: readonly number[], b: readonly number[]): boolean {
  for (let i = 0; i < a.length; i += 2) {
    for (let j = 0; j < b.length; j += 2) if (a[i]! < b[j + 1]! && b[j]! < a[i + 1]!) return true;
  }
  return false;
}

/**
 * Adds the features of one reading.
 *
 * @param nested true to judge it as if it stood alone: for readings inside the content of another
 */
export function acceptFeatures(
  features: Features,
  view: View,
  cues: CueWords,
  reading: Proposal,
  lies: Rivals,
  index: number,
  nested: boolean,
): void {
  const base = nested ? BASE + 64 : BASE;
  const { anchor } = reading;
  const cue = step(nested ? reading.first : reading.second);
  const source = step(reading.sourceProbability);
  const content = step(reading.contentGain);
  const tag = view.tag[anchor]!;
  const rate = rateOf(cues, view.form[anchor]!);
  const nobody = reading.sourceTo === reading.sourceFrom;
  const kind = nobody ? 0 : view.tag[reading.sourceHead]! * 8 + view.name[reading.sourceHead]! + 1;
  features.add(base + F.cue, cue);
  features.add(base + F.source, source, nobody ? 1 : 0);
  features.add(base + F.content, content);
  features.add(base + F['exact content'], step(reading.contentProbability));
  features.add(base + F['cue and content'], cue, content);
  features.add(base + F['cue and source'], cue, source, nobody ? 1 : 0);
  features.add(base + F['source and content'], source, content);
  features.add(base + F['all three'], cue >> 1, source >> 1, content >> 1);
  features.add(base + F['source kind'], kind);
  features.add(base + F.cut, reading.sourceCuts);
  let letters = 0;
  let words = 0;
  let quoted = 0;
  for (let i = 0; i < reading.content.length; i += 2) {
    words += reading.content[i + 1]! - reading.content[i]!;
    for (let w = reading.content[i]!; w < reading.content[i + 1]!; w += 1) {
      letters += 1;
      if (view.quotation[w]! >= 0) quoted += 1;
    }
  }
  const quotation = quoted === 0 ? 0 : quoted === letters ? 2 : 1;
  features.add(base + F.length, bucket(words), tag);
  features.add(base + F.length, bucket(words), cue);
  features.add(base + F.quotation, quotation, cue);
  features.add(base + F.quotation, quotation, content);
  features.add(base + F.origins, reading.origins);
  features.add(base + F.rate, rate, tag);
  features.add(base + F['rate and cue'], rate, cue);
  features.add(base + F.tag, tag, nobody ? 1 : 0);
  features.add(base + F.tag, tag, cue, 1);
  features.add(base + F.stem, view.stem[anchor]!);
  const construct = view.construct[anchor]!;
  features.add(base + F.construct, construct);
  features.add(base + F['construct and cue'], construct, cue);
  const other = view.constructed.get(anchor);
  if (other) {
    const sameSource = other.sourceTo === reading.sourceTo && other.sourceFrom === reading.sourceFrom ? 2 : 0;
    const sameContent = touch(other.content, reading.content) ? 1 : 0;
    features.add(base + F.agreement, construct, sameSource + sameContent);
    features.add(base + F.agreement, sameSource + sameContent, content, 1);
  }
  sayingFeatures(features, view, reading, base, cue, quotation);
  if (nested) return;
  features.add(base + F['first look'], step(reading.first), cue);
  features.add(base + F['inside another'], step(lies.outer[index]!), cue);
  features.add(base + F['another inside'], step(lies.inner[index]!), cue);
  features.add(base + F.overlap, step(lies.crossing[index]!), cue);
  features.add(base + F['inside another'], step(lies.outer[index]!), view.quotation[anchor]! >= 0 ? 1 : 0, 1);
}

/** What kind of saying the reading is: its form, and whether anything is said in it. */
function sayingFeatures(
  features: Features,
  view: View,
  reading: Proposal,
  base: number,
  cue: number,
  quotation: number,
): void {
  const { anchor, content, sourceFrom, sourceTo } = reading;
  const root = view.stem[anchor]!;
  const form = hashText(formOf(view, reading));
  const said = saysSomething(view, content) ? 1 + quotation : 0;
  features.add(base + F.form, form);
  features.add(base + F['form and cue'], form, cue);
  features.add(base + F['form and stem'], form, root);
  features.add(base + F.said, said, form);
  features.add(base + F['said and stem'], said, root);
  features.add(base + F['said and cue'], said, cue);
  features.add(base + F.relation, view.relation[anchor]!, cue);
  features.add(base + F.complements, complements(view, anchor), said);
  features.add(base + F.speaker, sourceTo - sourceFrom === 1 ? view.form[sourceFrom]! : 0, said);
  features.add(base + F['first tag'], view.tag[content[0]!]!, root);
  features.add(base + F['first tag'], view.tag[content[0]!]!, cue, 1);
  features.add(base + F['quoted cue'], view.quotation[anchor]! >= 0 ? 1 : 0, cue, said);
}

/** One reading is judged at a time: the buffer serves all. */
const FEATURES = new Features();

/** The probability that each reading is right as a whole, at the article's own level. */
export function judge(view: View, cues: CueWords, model: Linear, readings: readonly Proposal[]): Float32Array {
  const lies = rivals(view, readings);
  const found = new Float32Array(readings.length);
  for (let index = 0; index < readings.length; index += 1) {
    FEATURES.clear();
    acceptFeatures(FEATURES, view, cues, readings[index]!, lies, index, false);
    found[index] = logistic(score(model, FEATURES));
  }
  return found;
}

const ALONE: Rivals = { outer: new Float32Array(0), inner: new Float32Array(0), crossing: new Float32Array(0) };

/** The same for one reading as if it stood alone, inside the content of another. */
export function judgeNested(view: View, cues: CueWords, model: Linear, reading: Proposal): number {
  FEATURES.clear();
  acceptFeatures(FEATURES, view, cues, reading, ALONE, 0, true);
  return Math.fround(logistic(score(model, FEATURES)));
}

/**
 * Takes the surest readings first; one that shares a cue with a reading taken before, or lies in its content, or holds
 * its anchor, is refused.
 *
 * @returns indexes of the readings taken, in text order
 */
export function settle(readings: readonly Proposal[], probability: ArrayLike<number>, least: number): number[] {
  const order = readings.map((_, index) => index).filter((index) => probability[index]! >= least);
  order.sort((a, b) => probability[b]! - probability[a]! || a - b);
  const taken: number[] = [];
  const cueWords = new Set<number>();
  const covered = new Set<number>();
  const anchors = new Set<number>();
  for (const index of order) {
    const { anchor, cueFrom, cueTo, content } = readings[index]!;
    if (covered.has(anchor)) continue;
    let free = true;
    for (let w = cueFrom; w < cueTo; w += 1) if (cueWords.has(w)) free = false;
    for (let i = 0; free && i < content.length; i += 2) {
      for (let w = content[i]!; free && w < content[i + 1]!; w += 1) if (anchors.has(w)) free = false;
    }
    if (!free) continue;
    taken.push(index);
    anchors.add(anchor);
    for (let w = cueFrom; w < cueTo; w += 1) cueWords.add(w);
    for (let i = 0; i < content.length; i += 2) for (let w = content[i]!; w < content[i + 1]!; w += 1) covered.add(w);
  }
  return taken.sort((a, b) => readings[a]!.anchor - readings[b]!.anchor);
}
