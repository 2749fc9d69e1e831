/** The features of a source candidate. */

import { complements, subjectOf } from '../../grammar/dependents.ts';
import { type EncodedDocument, NOMINAL, VERB } from '../../grammar/encoded.ts';
import { RELATION, TAG } from '../../syntax/labels.ts';
import { bucket, type Features } from './features.ts';
import type { SourceCandidates } from './sources.ts';

export const SOURCE_TEMPLATES = [
  ...['nobody', 'nobody and stem', 'nobody and complements', 'subject', 'subject and cut', 'path', 'path and cut'],
  ...['path and stem', 'side and distance', 'side and stem', 'phrases between', 'verbs between', 'commas between'],
  ...['head word', 'head tag', 'head name', 'first word', 'first tag', 'word before', 'word after', 'length'],
  ...['cut', 'cut and tags', 'preposition', 'preposition and stem', 'quotation', 'left out', 'words between'],
  ...['tags between', 'edge tags', 'head and side', 'name and side', 'length and cut', 'word after and cut'],
  ...['inner comma', 'subject distance', 'complements and side', 'tag and path', 'anchor tag and path', 'nearest'],
  ...['construct', 'construct and cut', 'corpus', 'corpus and parts'],
] as const;
const F = Object.fromEntries(SOURCE_TEMPLATES.map((name, index) => [name, index])) as Record<
  (typeof SOURCE_TEMPLATES)[number],
  number
>;
const R = RELATION;
/** Keeps these features apart from those of the other models. */
const BASE = 256;

/** What all candidates of one anchor share. */
export interface SourceContext {
  readonly anchor: number;
  readonly bits: number;
  readonly subject: number;
  readonly subjectPath: number;
}

/**
 * What all sources of one cue have in common: its complements, its subject and the path to it.
 *
 * @param anchor the word that carries the cue
 */
export function sourceContext(encoded: EncodedDocument, anchor: number): SourceContext {
  const packed = subjectOf(encoded, anchor);
  return {
    anchor,
    bits: complements(encoded, anchor),
    subject: packed < 0 ? -1 : packed >> 3,
    subjectPath: packed < 0 ? 0 : packed & 7,
  };
}

/** Adds all features of candidate `index`. */
export function sourceFeatures(
  features: Features,
  encoded: EncodedDocument,
  context: SourceContext,
  found: SourceCandidates,
  index: number,
): void {
  if (index === 0) {
    nobodyFeatures(features, encoded, context);
    return;
  }
  const head = found.head[index]!;
  const path = pathHash(encoded, context.anchor, head);
  headFeatures(features, encoded, context, head, path);
  cutFeatures(features, encoded, context, found, index, path);
}

/** Adds the features of candidate 0: nobody is named. */
export function nobodyFeatures(
  features: Features,
  encoded: EncodedDocument,
  { anchor, bits, subjectPath }: SourceContext,
): void {
  const root = encoded.stem[anchor]!;
  const pos = encoded.tag[anchor]!;
  features.add(BASE + F.nobody, pos, subjectPath);
  features.add(BASE + F.corpus, encoded.corpus, pos, 1);
  features.add(BASE + F['nobody and stem'], root, subjectPath);
  features.add(BASE + F['nobody and stem'], root, 99);
  features.add(BASE + F['nobody and complements'], bits, pos);
  features.add(BASE + F['nobody and complements'], encoded.relation[anchor]!, pos, subjectPath + 16);
  features.add(BASE + F['nobody and stem'], encoded.form[anchor - 1] ?? 0, pos, 98);
  const reading = encoded.constructed.get(anchor);
  if (reading)
    features.add(BASE + F.construct, encoded.construct[anchor]!, reading.sourceTo === reading.sourceFrom ? 1 : 2);
}

/**
 * Adds the features that all candidates with the head word `head` share, so that they are scored once.
 *
 * @param path as `pathHash` gives it
 */
export function headFeatures(
  features: Features,
  encoded: EncodedDocument,
  { anchor, bits, subject, subjectPath }: SourceContext,
  head: number,
  path: number,
): void {
  const root = encoded.stem[anchor]!;
  const pos = encoded.tag[anchor]!;
  const before = head < anchor ? 1 : 0;
  const isSubject = head === subject ? subjectPath : 0;
  const tag = encoded.tag[head]!;
  const name = encoded.name[head]!;
  features.add(BASE + F.subject, isSubject, pos);
  features.add(BASE + F.path, path);
  features.add(BASE + F['path and stem'], path, root);
  features.add(BASE + F['anchor tag and path'], path, pos);
  features.add(BASE + F['tag and path'], path, tag * 8 + name);
  features.add(BASE + F['side and stem'], before, root, isSubject === 0 ? 0 : 1);
  features.add(BASE + F['complements and side'], before, bits);
  features.add(BASE + F['head word'], encoded.stem[head]!);
  features.add(BASE + F['head tag'], tag, pos);
  features.add(BASE + F['head name'], name, tag);
  features.add(BASE + F['head and side'], tag, before, name);
  features.add(BASE + F['name and side'], name, before, pos);
  const quoted = (encoded.quotation[head]! >= 0 ? 1 : 0) + (encoded.quotation[anchor]! >= 0 ? 2 : 0);
  features.add(BASE + F.quotation, quoted, encoded.quotation[head] === encoded.quotation[anchor] ? 1 : 0);
}

/** Adds the features of the extent of a candidate: how much of the phrase of its head word it takes. */
export function cutFeatures(
  features: Features,
  encoded: EncodedDocument,
  { anchor, subject, subjectPath }: SourceContext,
  found: SourceCandidates,
  index: number,
  path: number,
): void {
  const root = encoded.stem[anchor]!;
  const pos = encoded.tag[anchor]!;
  const from = found.from[index]!;
  const to = found.to[index]!;
  const head = found.head[index]!;
  const cuts = found.cuts[index]!;
  const before = head < anchor ? 1 : 0;
  features.add(BASE + F['subject and cut'], head === subject ? subjectPath : 0, cuts);
  features.add(BASE + F['path and cut'], path, cuts);
  between(features, encoded, anchor, from, to, before, cuts);
  edges(features, encoded, from, to, head, cuts);
  features.add(BASE + F.cut, cuts);
  features.add(BASE + F.corpus, encoded.corpus, cuts);
  features.add(BASE + F['cut and tags'], cuts, encoded.tag[head]!, encoded.tag[from]!);
  const preposition = from > 0 && encoded.sentence[from - 1] === encoded.sentence[from] ? from - 1 : -1;
  const isPreposition =
    preposition >= 0 && (encoded.tag[preposition] === TAG.IN || encoded.tag[preposition] === TAG.TO);
  const word = isPreposition ? encoded.form[preposition]! : 0;
  features.add(BASE + F.preposition, word, before, pos);
  features.add(BASE + F['preposition and stem'], word, root, before);
  const reading = encoded.constructed.get(anchor);
  if (!reading || reading.sourceTo <= reading.sourceFrom) return;
  const low = Math.max(from, reading.sourceFrom);
  const high = Math.min(to, reading.sourceTo);
  const all = encoded.size[Math.max(to, reading.sourceTo)]! - encoded.size[Math.min(from, reading.sourceFrom)]!;
  const share = low < high ? (encoded.size[high]! - encoded.size[low]!) / all : 0;
  const same = share === 1 ? 3 : share >= 0.5 ? 2 : share > 0 ? 1 : 0;
  features.add(BASE + F.construct, encoded.construct[anchor]!, same + 3);
  features.add(BASE + F['construct and cut'], same, cuts);
}

function between(
  features: Features,
  encoded: EncodedDocument,
  anchor: number,
  from: number,
  to: number,
  before: number,
  cuts: number,
): void {
  const low = before === 1 ? to : anchor + 1;
  const high = before === 1 ? anchor : from;
  let phrases = 0;
  let verbs = 0;
  let commas = 0;
  let tags = 0;
  for (let w = low; w < high; w += 1) {
    const tag = encoded.tag[w]!;
    if (NOMINAL[tag] === 1) phrases += 1;
    else if (VERB[tag] === 1) verbs += 1;
    else if ((encoded.shape[w]! & 4) !== 0) commas += 1;
    if (high - low <= 4) tags = tags * 64 + tag + 1;
  }
  const distance = bucket(high - low);
  features.add(BASE + F['side and distance'], before, distance);
  features.add(BASE + F['subject distance'], before, distance, encoded.tag[anchor]!);
  features.add(BASE + F['phrases between'], before, bucket(phrases), cuts);
  features.add(BASE + F.nearest, before, bucket(phrases), encoded.stem[anchor]!);
  features.add(BASE + F['verbs between'], before, bucket(verbs), bucket(phrases));
  features.add(BASE + F['commas between'], before, bucket(commas), bucket(verbs));
  if (high - low <= 4) features.add(BASE + F['tags between'], before, tags, encoded.tag[anchor]!);
  if (high - low === 1) features.add(BASE + F['words between'], before, encoded.form[low]!, encoded.stem[anchor]!);
  if (high - low === 0) features.add(BASE + F['words between'], before, 7, encoded.stem[anchor]!);
}

function edges(
  features: Features,
  encoded: EncodedDocument,
  from: number,
  to: number,
  head: number,
  cuts: number,
): void {
  const sentence = encoded.sentence[head]!;
  const begin = encoded.first[sentence]!;
  const end = encoded.first[sentence + 1]!;
  const wordBefore = from > begin ? encoded.form[from - 1]! : 0;
  const wordAfter = to < end ? encoded.form[to]! : 0;
  const tagBefore = from > begin ? encoded.tag[from - 1]! + 1 : 0;
  const tagAfter = to < end ? encoded.tag[to]! + 1 : 0;
  features.add(BASE + F['first word'], encoded.form[from]!);
  features.add(BASE + F['first tag'], encoded.tag[from]!, encoded.tag[to - 1]!, cuts);
  features.add(BASE + F['word before'], wordBefore);
  features.add(BASE + F['word after'], wordAfter);
  features.add(BASE + F['word after and cut'], wordAfter, cuts);
  features.add(BASE + F['edge tags'], tagBefore, tagAfter);
  features.add(BASE + F.length, bucket(to - from));
  features.add(BASE + F['length and cut'], bucket(to - from), cuts, encoded.tag[head]!);
  let comma = 0;
  for (let w = from; w < to; w += 1) if (encoded.tag[w] === TAG[',']) comma += 1;
  features.add(BASE + F['inner comma'], Math.min(comma, 3), cuts, tagAfter);
  features.add(BASE + F['corpus and parts'], Math.min(comma, 3), tagAfter, 4 + encoded.corpus);
  features.add(BASE + F['corpus and parts'], encoded.form[from]!, cuts, 6 + encoded.corpus);
  for (let k = encoded.kidsFrom[head]!; k < encoded.kidsFrom[head + 1]!; k += 1) {
    const kid = encoded.kids[k]!;
    if (kid >= from && kid < to) {
      const relation = encoded.relation[kid]!;
      if (kid > head && relation !== R.punct) {
        features.add(BASE + F['left out'], relation, encoded.tag[to - 1]!, 1);
        features.add(BASE + F['corpus and parts'], relation, encoded.corpus, 1);
      }
      continue;
    }
    const relation = encoded.relation[kid]!;
    if (relation === R.punct || relation === R.case) continue;
    features.add(BASE + F['left out'], relation, kid < head ? 2 : 3, encoded.tag[kid]!);
    features.add(BASE + F['corpus and parts'], relation, encoded.corpus, kid < head ? 2 : 3);
    if (relation === R.acl || relation === R['acl:relcl'])
      features.add(BASE + F['left out'], relation, encoded.form[encoded.left[kid]!]!, 4);
  }
}

/** A hash of the path through the tree from the anchor to `head`, up to three steps up and three down. */
export function pathHash(encoded: EncodedDocument, anchor: number, head: number): number {
  let hash = 0;
  let up = anchor;
  for (let steps = 0; steps < 4; steps += 1) {
    let down = 0;
    let at = head;
    for (let depth = 0; depth < 4 && at >= 0; depth += 1) {
      if (at === up) return Math.imul(hash ^ down, 0x85ebca6b) | 1;
      down = Math.imul(down ^ (encoded.relation[at]! + 1), 0x01000193);
      at = encoded.head[at]!;
    }
    hash = Math.imul(hash ^ (encoded.relation[up]! + 129), 0x01000193);
    up = encoded.head[up]!;
    if (up < 0) return 0;
  }
  return 0;
}
