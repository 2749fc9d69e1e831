/** The features of a content candidate. */

import { complements } from '../../grammar/dependents.ts';
import { type EncodedDocument, sharedPart, tagSet } from '../../grammar/encoded.ts';
import { RELATION, TAG } from '../../syntax/labels.ts';
import { type ContentCandidates, MAX_PIECES } from './content-candidates.ts';
import { BASE, F } from './content-templates.ts';
import { type ContentContext, quotationFeatures, treeFeatures } from './content-tree.ts';
import { bucket, type Features, step } from './features.ts';

const R = RELATION;
const FINITE = tagSet('VBD', 'VBZ', 'VBP', 'MD');
/** Words of a piece in which finite verbs are counted. */
const MAX_COUNTED_WORDS = 60;

/**
 * What all contents of one cue have in common.
 *
 * @param anchor the word that carries the cue
 * @param probability by word of the article, that it carries a cue
 */
export function contentContext(encoded: EncodedDocument, anchor: number, probability: Float32Array): ContentContext {
  return { anchor, bits: complements(encoded, anchor), probability };
}

/** Adds the features of candidate `index`. */
export function contentFeatures(
  features: Features,
  encoded: EncodedDocument,
  context: ContentContext,
  found: ContentCandidates,
  index: number,
): void {
  const { anchor, bits } = context;
  const { pieces } = found;
  const root = encoded.stem[anchor]!;
  const pos = encoded.tag[anchor]!;
  const relation = encoded.relation[anchor]!;
  const at = index * MAX_PIECES * 2;
  const count = found.pieceCount[index]!;
  const origins = found.origins[index]!;
  const from = pieces[at]!;
  const to = pieces[at + count * 2 - 1]!;
  features.add(BASE + F.origin, origins, pos);
  for (let left = origins; left !== 0; left &= left - 1) {
    const bit = left & -left;
    features.both(BASE + F.origin, bit, 0, 1);
    features.add(BASE + F['origin and stem'], bit, root);
    features.add(BASE + F['origin and complements'], bit, bits);
    features.add(BASE + F['origin and relation'], bit, relation, pos);
  }
  const sentence = encoded.sentence[anchor]!;
  const begin = encoded.open[sentence]!;
  const end = encoded.first[sentence + 1]!;
  const start = startPlace(encoded, found, from, begin);
  const stop = endPlace(encoded, found, to, end);
  const side = to <= found.blockFrom ? 1 : from >= found.blockTo ? 2 : 3;
  const places = (start * 8 + stop) * 4 + side;
  features.both(BASE + F['place of start'], start, side, pos);
  features.both(BASE + F['place of end'], stop, side, pos);
  features.add(BASE + F.places, places);
  features.add(BASE + F.corpus, encoded.corpus, places);
  features.add(BASE + F.corpus, encoded.corpus, origins, 1);
  features.add(BASE + F['places and stem'], places, root);
  features.add(BASE + F['places and complements'], places, bits);
  features.add(BASE + F['origin and places'], origins, places);
  features.add(BASE + F['tag and places'], pos, places, relation);
  edgeFeatures(features, encoded, from, to, begin, end, root);
  treeFeatures(features, encoded, context, found, at, count, root);
  const quotation = quotationFeatures(features, encoded, found, at, count, begin, end, root);
  features.add(BASE + F['places and quotations'], places, quotation);
  let words = 0;
  for (let i = 0; i < count; i += 1) words += pieces[at + i * 2 + 1]! - pieces[at + i * 2]!;
  features.both(BASE + F.length, bucket(words), side);
  features.add(BASE + F['length and stem'], bucket(words), root);
  features.both(BASE + F.pieces, count, side, pos);
  features.both(BASE + F.side, side, relation, pos);
  features.add(BASE + F['side and stem'], side, root);
  features.add(BASE + F['side and complements'], side, bits, pos);
  const speaker = sourceSide(found, anchor);
  features.both(BASE + F['source side'], speaker, side, stop);
  features.add(BASE + F['source side'], speaker, side, root);
  const gap = side === 2 ? from - found.blockTo : side === 1 ? found.blockFrom - to : 0;
  features.both(BASE + F.gap, bucket(gap), side, pos);
  if (side === 2 && gap === 1) features.add(BASE + F['gap words'], encoded.form[from - 1]!, root, side);
  if (side === 2 && gap === 2)
    features.both(BASE + F['gap words'], encoded.form[from - 1]!, encoded.form[from - 2]!, side);
  if (side === 1 && gap > 0) features.both(BASE + F['gap words'], encoded.form[to]!, bucket(gap), side);
  constructFeatures(features, encoded, anchor, found, at, count);
  clauseFeatures(features, encoded, context, found, at, count, side, places);
  restFeatures(features, encoded, context, from, to, end, places);
  features.both(BASE + F.reaches, to > end ? 1 : 0, from < begin ? 1 : 0, pos);
}

/** 0 nobody is named, 1 the source stands before the cue, 2 after it. */
export function sourceSide({ sourceFrom, sourceTo }: ContentCandidates, anchor: number): number {
  if (sourceTo === sourceFrom) return 0;
  return sourceFrom < anchor ? 1 : 2;
}

/** 1 sentence start, 2 right after the block, 3 opening mark, 4 after a comma, 5 inside a quotation, 6 a mark, 0 else. */
function startPlace(encoded: EncodedDocument, found: ContentCandidates, from: number, begin: number): number {
  const quotation = encoded.quotation[from]!;
  if (quotation >= 0) return encoded.quotations[quotation]!.from === from ? 3 : from === begin ? 7 : 5;
  if (from === begin) return 1;
  if (from === found.blockTo) return 2;
  if (encoded.relation[from] === R.mark || encoded.relation[from] === R.case) return 6;
  return (encoded.shape[from - 1]! & 4) !== 0 ? 4 : 0;
}

/** 1 sentence end, 2 right before the block, 3 closing mark, 4 before a comma, 5 inside a quotation, 0 else. */
function endPlace(encoded: EncodedDocument, found: ContentCandidates, to: number, end: number): number {
  const quotation = encoded.quotation[to - 1]!;
  if (quotation >= 0) return encoded.quotations[quotation]!.to === to ? 3 : to === end ? 6 : 5;
  if (to === end || (to === end - 1 && (encoded.shape[to]! & 4) !== 0)) return 1;
  if (to === found.blockFrom || to + 1 === found.blockFrom) return 2;
  return to < encoded.count && (encoded.shape[to]! & 4) !== 0 ? 4 : 0;
}

/** Adds how far the content agrees with the one that a construct reads. */
function constructFeatures(
  features: Features,
  encoded: EncodedDocument,
  anchor: number,
  { pieces }: ContentCandidates,
  at: number,
  count: number,
): void {
  const reading = encoded.constructed.get(anchor);
  if (!reading) return;
  const own = pieces.subarray(at, at + count * 2);
  const share = sharedPart(encoded, own, reading.content);
  const same = share > 0.97 ? 3 : share >= 0.5 ? 2 : share > 0 ? 1 : 0;
  features.both(BASE + F.construct, encoded.construct[anchor]!, same);
}

/** How many finite verbs the content has, and whether a verb in it goes on with the cue's own clause ("said … and called for"). */
function clauseFeatures(
  features: Features,
  encoded: EncodedDocument,
  { anchor, bits, probability }: ContentContext,
  { pieces }: ContentCandidates,
  at: number,
  count: number,
  side: number,
  places: number,
): void {
  const root = encoded.stem[anchor]!;
  let finite = 0;
  let further = 0;
  for (let i = 0; i < count; i += 1) {
    const to = pieces[at + i * 2 + 1]!;
    for (let w = pieces[at + i * 2]!; w < to && w < pieces[at + i * 2]! + MAX_COUNTED_WORDS; w += 1) {
      if (FINITE[encoded.tag[w]!] === 1) finite += 1;
      if (encoded.tag[w] !== TAG.CC || encoded.quotation[w]! >= 0) continue;
      const verb = w + 1 < to && encoded.tag[w + 1] === TAG.RB ? w + 2 : w + 1;
      if (verb < to && probability[verb]! > 0.2)
        further = Math.max(further, encoded.tag[verb] === encoded.tag[anchor] ? 2 : 1);
    }
  }
  const some = Math.min(finite, 3);
  features.both(BASE + F['finite verbs'], some, side, encoded.tag[anchor]!);
  features.add(BASE + F['finite verbs and stem'], some, root, side);
  features.add(BASE + F['finite verbs and complements'], some, bits);
  features.add(BASE + F['finite verbs and places'], some, places);
  features.both(BASE + F['further statement'], further, side, encoded.tag[anchor]!);
  features.add(BASE + F['further statement'], further, root, 64);
  const first = pieces[at]!;
  features.add(BASE + F['first tag'], encoded.tag[first]!, root);
  features.add(BASE + F['first tag'], encoded.tag[first]!, bits, 1);
  features.both(BASE + F['last word'], encoded.form[pieces[at + count * 2 - 1]! - 1]!, side);
}

/** Adds the features of what the content holds but could leave out, and of what it leaves out but could hold. */
function restFeatures(
  features: Features,
  encoded: EncodedDocument,
  { anchor, probability }: ContentContext,
  from: number,
  to: number,
  end: number,
  places: number,
): void {
  let strongest = 0;
  let joints = 0;
  let last = 0;
  for (let w = Math.max(from, encoded.first[encoded.sentence[anchor]!]!); w < to && w < end; w += 1) {
    if (probability[w]! > strongest) strongest = probability[w]!;
    if (encoded.tag[w] !== TAG[','] && encoded.tag[w] !== TAG[':']) continue;
    const next = w + 1 < to ? w + 1 : w;
    const quoted = encoded.quotation[w]! >= 0 && encoded.quotation[w] === encoded.quotation[from] ? 1 : 0;
    if (quoted === 0) last = encoded.tag[next]! * 2 + (probability[next]! > 0.3 ? 1 : 0) + 1;
    joints += 1;
  }
  let after = 0;
  let finite = 0;
  for (let w = to; w < end; w += 1) {
    if (w < to + 6 && probability[w]! > after) after = probability[w]!;
    if (FINITE[encoded.tag[w]!] === 1) finite = 1;
  }
  if (to > end || from < encoded.first[encoded.sentence[anchor]!]!) {
    const own = Math.max(ownCue(encoded, to - 1, anchor, probability), ownCue(encoded, from, anchor, probability));
    features.both(BASE + F['own cue'], step(own), to > end ? 1 : 0, encoded.quotation[to - 1]! >= 0 ? 1 : 0);
    features.both(BASE + F['own cue'], encoded.form[to - 1]!, 0, 2);
  }
  const rest = bucket(Math.max(0, end - to));
  features.both(BASE + F['strongest inside'], step(strongest), encoded.tag[anchor]!);
  features.both(BASE + F['cue after'], step(after), places);
  features.both(BASE + F['own statement'], ownStatement(encoded, anchor, from, to, probability), places);
  features.add(
    BASE + F['own statement'],
    ownStatement(encoded, anchor, from, to, probability),
    encoded.stem[anchor]!,
    1,
  );
  features.both(BASE + F.rest, rest, finite);
  features.add(BASE + F['corpus and end'], encoded.corpus, rest, finite + 2 * Math.min(joints, 4));
  features.add(BASE + F['corpus and end'], encoded.corpus, last, 16);
  features.add(BASE + F['corpus and end'], encoded.corpus, places, 17);
  if (to < end) features.add(BASE + F['corpus and end'], encoded.corpus, encoded.form[to]!, 18);
  if (to + 1 < end) features.add(BASE + F['corpus and end'], encoded.corpus, encoded.form[to + 1]!, 19);
  if (to + 1 < end)
    features.add(BASE + F['corpus and end'], encoded.corpus, encoded.tag[to]! * 64 + encoded.tag[to + 1]!, 20);
  features.add(BASE + F['rest and places'], rest, finite, places);
  features.both(BASE + F.joints, Math.min(joints, 4), places);
  features.both(BASE + F['last joint'], last, places);
  features.both(BASE + F['last joint'], last, encoded.stem[anchor]!, 1);
  if (to + 1 < end) features.both(BASE + F['words at end'], encoded.form[to]!, encoded.form[to + 1]!);
}

/** Whether a further statement of the cue's own clause ("and denied", ", adding") lies inside: 1 a cue in between, 2 a likely one. */
function ownStatement(
  encoded: EncodedDocument,
  anchor: number,
  from: number,
  to: number,
  probability: Float32Array,
): number {
  let found = 0;
  for (let k = encoded.kidsFrom[anchor]!; k < encoded.kidsFrom[anchor + 1]!; k += 1) {
    const kid = encoded.kids[k]!;
    const relation = encoded.relation[kid]!;
    const own = relation === R.conj || (relation === R.advcl && encoded.tag[kid] === TAG.VBG);
    if (own && kid > from && kid < to && probability[kid]! > 0.1)
      found = Math.max(found, probability[kid]! > 0.4 ? 2 : 1);
  }
  return found;
}

/** The strongest cue outside quotations in the sentence of `word`, where that is not the anchor's own. */
function ownCue(encoded: EncodedDocument, word: number, anchor: number, probability: Float32Array): number {
  const sentence = encoded.sentence[word]!;
  if (sentence === encoded.sentence[anchor]) return 0;
  let strongest = 0;
  for (let w = encoded.first[sentence]!; w < encoded.first[sentence + 1]!; w += 1) {
    if (encoded.quotation[w]! < 0 && probability[w]! > strongest) strongest = probability[w]!;
  }
  return strongest;
}

function edgeFeatures(
  features: Features,
  encoded: EncodedDocument,
  from: number,
  to: number,
  begin: number,
  end: number,
  root: number,
): void {
  const before = from > begin ? encoded.form[from - 1]! : 0;
  const after = to < end ? encoded.form[to]! : 0;
  const tagBefore = from > begin ? encoded.tag[from - 1]! + 1 : 0;
  const tagAfter = to < end ? encoded.tag[to]! + 1 : 0;
  features.both(BASE + F['first word'], encoded.form[from]!);
  features.add(BASE + F['first word and stem'], encoded.form[from]!, root);
  features.both(BASE + F['word before'], before);
  features.both(BASE + F['word after'], after);
  features.add(BASE + F['word after'], after, root, 1);
  features.both(BASE + F['last tag'], encoded.tag[to - 1]!, tagAfter);
  features.both(BASE + F['tags at start'], tagBefore, encoded.tag[from]!);
  features.add(BASE + F['tags at start'], tagBefore, encoded.tag[from]!, root);
  features.both(BASE + F['tags at end'], tagAfter, to + 1 < end ? encoded.tag[to + 1]! + 1 : 0, encoded.tag[to - 1]!);
}
