/** What the hidden layers see of a cue: single facts about the word, its neighbours and its place in the tree. */
import { RELATION } from '../../syntax/labels.ts';
import { rateOf } from './anchors.ts';
import type { CueWords } from './cues.ts';
import { bucket, type Features } from './features.ts';
import { COMPLEMENT, CONTENT_RELATION, complements, highestRateAbove, markOf, subjectOf } from './grammar.ts';
import type { View } from './view.ts';

const R = RELATION;

/** Keeps these apart from the features of the linear models. */
const BASE = 1024;
const NAMES = [
  ...['always', 'word', 'stem', 'tag', 'relation', 'head', 'head tag', 'head relation', 'rate', 'complement'],
  ...['subject', 'subject kind', 'subject path', 'dependent', 'dependent word', 'mark', 'clause tag', 'object kind'],
  ...['from start', 'to end', 'quotation', 'construct', 'cue above', 'source side', 'next word', 'next tag'],
] as const;
const F = Object.fromEntries(NAMES.map((name, index) => [name, BASE + index])) as Record<
  (typeof NAMES)[number],
  number
>;
/** Words and tags around the cue have a template each, by distance. */
const WORD_AT = BASE + 64;
const TAG_AT = BASE + 80;
/** Words on each side. */
const REACH = 3;

/** Adds the fields of a word that may carry a cue: for the first look. */
export function anchorFields(features: Features, view: View, cues: CueWords, anchor: number): void {
  const sentence = view.sentence[anchor]!;
  const begin = view.first[sentence]!;
  const end = view.first[sentence + 1]!;
  cueFields(features, view, anchor);
  features.field(F.word, view.form[anchor]!);
  for (let distance = -REACH; distance <= REACH; distance += 1) {
    const at = anchor + distance;
    if (distance === 0) continue;
    const inside = at >= begin && at < end;
    features.field(WORD_AT + REACH + distance, inside ? view.form[at]! : 0);
    features.field(TAG_AT + REACH + distance, inside ? view.tag[at]! + 1 : 0);
  }
  const head = view.head[anchor]!;
  features.field(F.head, head < 0 ? 0 : view.stem[head]!);
  features.field(F['head tag'], head < 0 ? 0 : view.tag[head]! + 1);
  features.field(F['head relation'], head < 0 ? 0 : view.relation[head]! + 1);
  features.field(F.rate, rateOf(cues, view.form[anchor]!));
  const packed = subjectOf(view, anchor);
  const subject = packed < 0 ? -1 : packed >> 3;
  features.field(F.subject, subject < 0 ? 0 : view.stem[subject]!);
  features.field(F['subject kind'], subject < 0 ? 0 : view.tag[subject]! * 8 + view.name[subject]! + 1);
  features.field(F['subject path'], packed < 0 ? 0 : packed & 7);
  dependentFields(features, view, anchor);
  features.field(F['from start'], bucket(anchor - begin));
  features.field(F['to end'], bucket(end - anchor));
  const before = view.quoted[anchor]! > view.quoted[begin]! ? 1 : 0;
  const after = view.quoted[end]! > view.quoted[anchor]! ? 2 : 0;
  features.field(F.quotation, view.quotation[anchor]! >= 0 ? 4 : before + after, 1);
  features.field(F['cue above'], highestRateAbove(view, cues, anchor));
}

function dependentFields(features: Features, view: View, anchor: number): void {
  for (let k = view.kidsFrom[anchor]!; k < view.kidsFrom[anchor + 1]!; k += 1) {
    const kid = view.kids[k]!;
    const relation = view.relation[kid]!;
    if (relation === R.punct) continue;
    features.field(F.dependent, relation, kid > anchor ? 1 : 0);
    features.field(F['dependent word'], relation, view.stem[kid]!);
    if (relation === R.obj) features.field(F['object kind'], view.tag[kid]!, view.name[kid]!);
    else if (CONTENT_RELATION[relation] === 1) {
      features.field(F.mark, relation, markOf(view, kid));
      features.field(F['clause tag'], relation, view.tag[kid]!);
    }
  }
}

/**
 * Adds what all contents of a cue share.
 *
 * @param sourceSide 0 nobody is named, 1 the source stands before the cue, 2 after it
 */
export function contentFields(features: Features, view: View, anchor: number, sourceSide: number): void {
  cueFields(features, view, anchor);
  features.field(F.quotation, view.quotation[anchor]! >= 0 ? 1 : 0);
  features.field(F['source side'], sourceSide);
  features.field(F['next word'], view.form[anchor + 1] ?? 0);
  features.field(F['next tag'], view.tag[anchor + 1] ?? 0);
}

function cueFields(features: Features, view: View, anchor: number): void {
  features.field(F.always, 0);
  features.field(F.stem, view.stem[anchor]!);
  features.field(F.tag, view.tag[anchor]!);
  features.field(F.relation, view.relation[anchor]!);
  features.field(F.construct, view.construct[anchor]!);
  const bits = complements(view, anchor);
  for (let bit = 1; bit <= COMPLEMENT.inserted; bit <<= 1) if ((bits & bit) !== 0) features.field(F.complement, bit);
}
