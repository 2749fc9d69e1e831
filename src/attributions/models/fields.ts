/**
 * The fields that the hidden layers see of a cue: single facts about the word, its neighbours and its place in the
 * tree.
 */

import { COMPLEMENT, CONTENT_RELATION, complements, markOf, subjectOf } from '../../grammar/dependents.ts';
import type { EncodedDocument } from '../../grammar/encoded.ts';
import { RELATION } from '../../syntax/labels.ts';
import { highestRateAbove, rateOf } from './anchors.ts';
import type { CueWords } from './cues.ts';
import { bucket, type Features } from './features.ts';

const R = RELATION;

/** Keeps these apart from the features of the linear models. */
const BASE = 1024;
export const FIELD_TEMPLATES = [
  ...['always', 'word', 'stem', 'tag', 'relation', 'head', 'head tag', 'head relation', 'rate', 'complement'],
  ...['subject', 'subject kind', 'subject path', 'dependent', 'dependent word', 'mark', 'clause tag', 'object kind'],
  ...['from start', 'to end', 'quotation', 'construct', 'cue above', 'source side', 'next word', 'next tag'],
  ...['corpus'],
] as const;
const F = Object.fromEntries(FIELD_TEMPLATES.map((name, index) => [name, BASE + index])) as Record<
  (typeof FIELD_TEMPLATES)[number],
  number
>;
/** Words and tags around the cue have a template each, by distance. */
const WORD_AT = BASE + 64;
const TAG_AT = BASE + 80;
/** Words on each side. */
const WINDOW = 3;

/** Adds the fields of a word that may carry a cue: for the first look. */
export function anchorFields(features: Features, encoded: EncodedDocument, cues: CueWords, anchor: number): void {
  const sentence = encoded.sentence[anchor]!;
  const begin = encoded.first[sentence]!;
  const end = encoded.first[sentence + 1]!;
  cueFields(features, encoded, anchor);
  features.field(F.corpus, encoded.corpus);
  features.field(F.word, encoded.form[anchor]!);
  for (let distance = -WINDOW; distance <= WINDOW; distance += 1) {
    const at = anchor + distance;
    if (distance === 0) continue;
    const inside = at >= begin && at < end;
    features.field(WORD_AT + WINDOW + distance, inside ? encoded.form[at]! : 0);
    features.field(TAG_AT + WINDOW + distance, inside ? encoded.tag[at]! + 1 : 0);
  }
  const head = encoded.head[anchor]!;
  features.field(F.head, head < 0 ? 0 : encoded.stem[head]!);
  features.field(F['head tag'], head < 0 ? 0 : encoded.tag[head]! + 1);
  features.field(F['head relation'], head < 0 ? 0 : encoded.relation[head]! + 1);
  features.field(F.rate, rateOf(cues, encoded.form[anchor]!));
  const packed = subjectOf(encoded, anchor);
  const subject = packed < 0 ? -1 : packed >> 3;
  features.field(F.subject, subject < 0 ? 0 : encoded.stem[subject]!);
  features.field(F['subject kind'], subject < 0 ? 0 : encoded.tag[subject]! * 8 + encoded.name[subject]! + 1);
  features.field(F['subject path'], packed < 0 ? 0 : packed & 7);
  dependentFields(features, encoded, anchor);
  features.field(F['from start'], bucket(anchor - begin));
  features.field(F['to end'], bucket(end - anchor));
  const before = encoded.quoted[anchor]! > encoded.quoted[begin]! ? 1 : 0;
  const after = encoded.quoted[end]! > encoded.quoted[anchor]! ? 2 : 0;
  features.field(F.quotation, encoded.quotation[anchor]! >= 0 ? 4 : before + after, 1);
  features.field(F['cue above'], highestRateAbove(encoded, cues, anchor));
}

function dependentFields(features: Features, encoded: EncodedDocument, anchor: number): void {
  for (let k = encoded.kidsFrom[anchor]!; k < encoded.kidsFrom[anchor + 1]!; k += 1) {
    const kid = encoded.kids[k]!;
    const relation = encoded.relation[kid]!;
    if (relation === R.punct) continue;
    features.field(F.dependent, relation, kid > anchor ? 1 : 0);
    features.field(F['dependent word'], relation, encoded.stem[kid]!);
    if (relation === R.obj) features.field(F['object kind'], encoded.tag[kid]!, encoded.name[kid]!);
    else if (CONTENT_RELATION[relation] === 1) {
      features.field(F.mark, relation, markOf(encoded, kid));
      features.field(F['clause tag'], relation, encoded.tag[kid]!);
    }
  }
}

/**
 * Adds what all contents of a cue share.
 *
 * @param sourceSide 0 nobody is named, 1 the source stands before the cue, 2 after it
 */
export function contentFields(features: Features, encoded: EncodedDocument, anchor: number, sourceSide: number): void {
  cueFields(features, encoded, anchor);
  features.field(F.quotation, encoded.quotation[anchor]! >= 0 ? 1 : 0);
  features.field(F['source side'], sourceSide);
  features.field(F['next word'], encoded.form[anchor + 1] ?? 0);
  features.field(F['next tag'], encoded.tag[anchor + 1] ?? 0);
}

function cueFields(features: Features, encoded: EncodedDocument, anchor: number): void {
  features.field(F.always, 0);
  features.field(F.stem, encoded.stem[anchor]!);
  features.field(F.tag, encoded.tag[anchor]!);
  features.field(F.relation, encoded.relation[anchor]!);
  features.field(F.construct, encoded.construct[anchor]!);
  const bits = complements(encoded, anchor);
  for (let bit = 1; bit <= COMPLEMENT.inserted; bit <<= 1) if ((bits & bit) !== 0) features.field(F.complement, bit);
}
