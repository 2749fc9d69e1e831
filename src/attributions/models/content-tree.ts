/** The features of a content candidate by the dependency tree and the quotation marks. */

import { CONTENT_RELATION, markOf } from '../../grammar/dependents.ts';
import type { EncodedDocument } from '../../grammar/encoded.ts';
import { RELATION } from '../../syntax/labels.ts';
import type { ContentCandidates } from './content-candidates.ts';
import { BASE, F } from './content-templates.ts';
import { bucket, type Features } from './features.ts';

const R = RELATION;

/** What all candidates of one anchor share. */
export interface ContentContext {
  readonly anchor: number;
  readonly bits: number;
  /** By word: how likely it carries a cue; 0 where it cannot. */
  readonly probability: Float32Array;
}

function inside(found: ContentCandidates, at: number, count: number, word: number): boolean {
  for (let i = 0; i < count; i += 1) {
    if (word >= found.pieces[at + i * 2]! && word < found.pieces[at + i * 2 + 1]!) return true;
  }
  return false;
}

/** Adds what the tree says of candidate `at`: on what its words hang, which parts of the cue's clause it takes and leaves. */
export function treeFeatures(
  features: Features,
  encoded: EncodedDocument,
  context: ContentContext,
  found: ContentCandidates,
  at: number,
  count: number,
  root: number,
): void {
  const { anchor, probability } = context;
  const { pieces } = found;
  const pos = encoded.tag[anchor]!;
  let broken = 0;
  let strong = 0;
  let firstTop = true;
  for (let i = 0; i < count; i += 1) {
    for (let w = pieces[at + i * 2]!; w < pieces[at + i * 2 + 1]!; w += 1) {
      if (probability[w]! > 0.5) strong += 1;
      const head = encoded.head[w]!;
      if (head >= 0 && inside(found, at, count, head)) continue;
      const relation = encoded.relation[w]!;
      if (relation === R.punct) continue;
      const link =
        head === anchor ? 1 : head < 0 ? 2 : encoded.head[anchor] === w ? 3 : encoded.head[anchor] === head ? 4 : 5;
      if (link === 5) broken += 1;
      if (!firstTop && link === 5) continue;
      features.both(BASE + F.top, relation, link, pos);
      features.add(BASE + F['top and stem'], relation, link, root);
      features.both(BASE + F['top and mark'], relation, markOf(encoded, w), link);
      if (link === 5) features.both(BASE + F.broken, relation, 0, 1);
      firstTop = false;
    }
  }
  features.both(BASE + F.broken, bucket(broken));
  features.both(BASE + F['other cues'], Math.min(strong, 3));
  clauseParts(features, encoded, anchor, found, at, count, root);
  const up = encoded.head[anchor]!;
  if (up >= 0) {
    const state =
      (inside(found, at, count, up) ? 1 : 0) +
      (inside(found, at, count, encoded.left[up]!) ? 2 : 0) +
      (inside(found, at, count, encoded.right[up]! - 1) ? 4 : 0);
    features.both(BASE + F.parent, encoded.relation[anchor]!, state, pos);
    features.add(BASE + F.parent, state, root, 64);
  }
  leftBehind(features, encoded, found, at, count);
}

/** Which of the cue's dependents lie in the candidate, whole or in part. */
function clauseParts(
  features: Features,
  encoded: EncodedDocument,
  anchor: number,
  found: ContentCandidates,
  at: number,
  count: number,
  root: number,
): void {
  for (let k = encoded.kidsFrom[anchor]!; k < encoded.kidsFrom[anchor + 1]!; k += 1) {
    const kid = encoded.kids[k]!;
    const relation = encoded.relation[kid]!;
    if (kid >= found.sourceFrom && kid < found.sourceTo) continue;
    if (CONTENT_RELATION[relation] !== 1 && relation !== R.advmod && relation !== R['obl:unmarked']) continue;
    const left = inside(found, at, count, encoded.left[kid]!) ? 1 : 0;
    const right = inside(found, at, count, encoded.right[kid]! - 1) ? 1 : 0;
    const middle = inside(found, at, count, kid) ? 1 : 0;
    const state = left * 4 + middle * 2 + right;
    features.add(BASE + F['corpus and parts'], relation, state, encoded.corpus);
    features.both(BASE + F.covered, relation, state, kid > anchor ? 1 : 0);
    features.add(BASE + F['covered and stem'], relation, state, root);
    if (relation === R.obl || relation === R.nmod || relation === R.advcl)
      features.both(BASE + F.covered, markOf(encoded, kid), state, relation + 64);
  }
}

/** Words just outside the edges that hang on words inside. */
function leftBehind(
  features: Features,
  encoded: EncodedDocument,
  found: ContentCandidates,
  at: number,
  count: number,
): void {
  const to = found.pieces[at + count * 2 - 1]!;
  let hanging = 0;
  for (let w = to; w < encoded.count && w < to + 4 && encoded.sentence[w] === encoded.sentence[to - 1]; w += 1) {
    const head = encoded.head[w]!;
    if (head < 0 || encoded.relation[w] === R.punct || !inside(found, at, count, head)) continue;
    features.both(BASE + F['left behind'], encoded.relation[w]!, w - to);
    hanging += 1;
  }
  const from = found.pieces[at]!;
  for (let w = from - 1; w >= 0 && w >= from - 3 && encoded.sentence[w] === encoded.sentence[from]; w -= 1) {
    const head = encoded.head[w]!;
    if (head < 0 || encoded.relation[w] === R.punct || !inside(found, at, count, head)) continue;
    features.both(BASE + F['left behind'], encoded.relation[w]!, from - w, 1);
    hanging += 1;
  }
  features.both(BASE + F['left behind'], Math.min(hanging, 3), 0, 2);
}

/**
 * Adds what the quotation marks say of candidate `at`.
 *
 * @returns a code of how many quotations it holds whole, cuts and leaves, and whether words of it stand outside them
 */
export function quotationFeatures(
  features: Features,
  encoded: EncodedDocument,
  found: ContentCandidates,
  at: number,
  count: number,
  begin: number,
  end: number,
  root: number,
): number {
  const noQuotations = encoded.quotations.length === 0;
  let whole = 0;
  let torn = 0;
  let outside = 0;
  for (let i = 0; i < count; i += 1) {
    const from = found.pieces[at + i * 2]!;
    const to = found.pieces[at + i * 2 + 1]!;
    let last = -1;
    for (let w = from; w < to; w += 1) {
      const index = encoded.quotation[w]!;
      if (index < 0) {
        if ((encoded.shape[w]! & 4) === 0) outside = 1;
        if (outside === 1 && noQuotations) break;
        continue;
      }
      if (index === last) continue;
      last = index;
      const quotation = encoded.quotations[index]!;
      if (quotation.from >= from && quotation.to <= to) whole += 1;
      else torn += 1;
    }
  }
  let missed = 0;
  let last = -1;
  for (let w = noQuotations ? end : begin; w < end; w += 1) {
    const index = encoded.quotation[w]!;
    if (index < 0 || index === last) continue;
    last = index;
    if (!inside(found, at, count, w)) missed += 1;
  }
  const summary = Math.min(whole, 3) + Math.min(torn, 2) * 4 + outside * 12 + Math.min(missed, 2) * 24;
  features.both(BASE + F.quotations, summary);
  features.add(BASE + F['quotations and stem'], summary, root);
  features.both(BASE + F['quotation edges'], Math.min(torn, 2), Math.min(missed, 2), outside);
  return summary;
}
