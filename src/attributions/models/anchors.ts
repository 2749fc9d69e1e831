/**
 * The first of four models: which words can carry a cue, and the features of each.
 *
 * Candidates are all verbs that are no auxiliaries, and every other word that carried a cue now and then in the
 * training articles, or that a construct reads as one.
 */

import { complements, kidOf, markOf, subjectOf } from '../../grammar/dependents.ts';
import { type EncodedDocument, NOMINAL, VERB } from '../../grammar/encoded.ts';
import { hashText } from '../../grammar/hash.ts';
import { RELATION } from '../../syntax/labels.ts';
import { F } from './anchor-templates.ts';
import type { CueWords } from './cues.ts';
import { bucket, type Features } from './features.ts';

const R = RELATION;
/** From this rate class on, a fifth of its uses, a word carries cues of its own. */
const CUE_RATE = 2;
const COLON = hashText(':');

/** Rate class of a word: 0 to 10 from the lexicon, 11 where the lexicon is silent. */
export function rateOf(cues: CueWords, form: number): number {
  return cues.get(form)?.rate ?? 11;
}

/** True where `word` can carry a cue. */
export function canAnchor(encoded: EncodedDocument, cues: CueWords, word: number): boolean {
  const known = cues.get(encoded.form[word]!);
  if (VERB[encoded.tag[word]!] !== 1)
    return known !== undefined && known.possible && (known.often || encoded.construct[word] !== 0);
  const relation = encoded.relation[word]!;
  // A tree that takes a verb of saying for an auxiliary is wrong.
  const auxiliary = relation === R.aux || relation === R['aux:pass'] || relation === R.cop;
  if (auxiliary && (known === undefined || known.rate < CUE_RATE)) return false;
  return known === undefined || known.possible;
}

/** The highest rate class that the lexicon knows among the words above `word`, up to twelve steps; 0 where none has one. */
export function highestRateAbove(encoded: EncodedDocument, cues: CueWords, word: number): number {
  let highest = 0;
  for (let up = encoded.head[word]!, steps = 0; up >= 0 && steps < 12; up = encoded.head[up]!, steps += 1) {
    const known = cues.get(encoded.form[up]!);
    if (known !== undefined && known.rate > highest) highest = known.rate;
  }
  return highest;
}

/** Adds the features of `anchor`. */
export function anchorFeatures(features: Features, encoded: EncodedDocument, cues: CueWords, anchor: number): void {
  const { form, stem, tag, relation, head } = encoded;
  const sentence = encoded.sentence[anchor]!;
  const begin = encoded.first[sentence]!;
  const end = encoded.first[sentence + 1]!;
  const word = form[anchor]!;
  const root = stem[anchor]!;
  const pos = tag[anchor]!;
  const at = (w: number) => (w >= begin && w < end ? form[w]! : 0);
  const tagAt = (w: number) => (w >= begin && w < end ? tag[w]! + 1 : 0);
  const rate = rateOf(cues, word);
  const bits = complements(encoded, anchor);
  features.add(F.word, word, pos);
  features.add(F.stem, root);
  features.add(F.tag, pos);
  features.add(F['word before'], at(anchor - 1));
  features.add(F['word after'], at(anchor + 1));
  features.add(F['words around'], at(anchor - 1), at(anchor + 1));
  features.add(F['word two before'], at(anchor - 2), at(anchor - 1));
  features.add(F['word two after'], at(anchor + 1), at(anchor + 2));
  features.add(F['stem and word after'], root, at(anchor + 1));
  features.add(F['stem and word before'], root, at(anchor - 1));
  features.add(F['stem and next two words'], root, at(anchor + 1), at(anchor + 2));
  features.add(F['tags around'], pos, tagAt(anchor - 1), tagAt(anchor + 1));
  features.add(F['tags before'], pos, tagAt(anchor - 1), tagAt(anchor - 2));
  features.add(F['tags after'], pos, tagAt(anchor + 1), tagAt(anchor + 2));
  treeFeatures(features, encoded, cues, anchor, bits, rate);
  features.add(F.complements, bits, pos);
  features.add(F['stem and complements'], root, bits);
  features.add(F.rate, rate, pos);
  features.add(F['rate and complements'], rate, bits);
  for (let bit = 1; bit <= 2048; bit <<= 1) {
    if ((bits & bit) !== 0) features.add(F['stem and complements'], root, bit, 1);
    if ((bits & bit) !== 0) features.add(F['rate and complements'], rate, bit, 1);
  }
  flatFeatures(features, encoded, anchor, begin, end);
  const quotation = quotationClass(encoded, anchor, begin, end);
  features.add(F.quotation, quotation, pos);
  features.add(F['quotation and stem'], quotation, root);
  features.add(F.quotation, quotation, rate, 1);
  features.add(F.place, bucket(anchor - begin), bucket(end - anchor));
  features.add(F.construct, encoded.construct[anchor]!);
  features.add(F['construct and stem'], encoded.construct[anchor]!, root);
  features.add(F.corpus, encoded.corpus);
  features.add(F.corpus, encoded.corpus, root, 1);
  features.add(F.corpus, encoded.corpus, bits, pos);
  features.add(F.corpus, encoded.corpus, rate, 2);
  features.add(F.corpus, encoded.corpus, quotation, 3);
  features.add(F['corpus and complements'], encoded.corpus, root, bits);
  features.add(F['tag and relation'], pos, relation[anchor]!, head[anchor]! < 0 ? 0 : tag[head[anchor]!]! + 1);
}

function treeFeatures(
  features: Features,
  encoded: EncodedDocument,
  cues: CueWords,
  anchor: number,
  bits: number,
  rate: number,
) {
  const { form, stem, tag, relation, head } = encoded;
  const root = stem[anchor]!;
  const own = relation[anchor]!;
  const governor = head[anchor]!;
  features.add(F.relation, own, tag[anchor]!);
  features.add(F['relation and head'], own, governor < 0 ? 0 : stem[governor]!);
  features.add(F['stem and head'], root, governor < 0 ? 0 : stem[governor]!, own);
  let set = 0;
  for (let k = encoded.kidsFrom[anchor]!; k < encoded.kidsFrom[anchor + 1]!; k += 1) {
    const kid = encoded.kids[k]!;
    const r = relation[kid]!;
    if (r === R.punct) continue;
    set = Math.imul(set ^ (r + 1 + (kid > anchor ? 64 : 0)), 0x01000193);
    features.add(F['dependent relation'], r, kid > anchor ? 1 : 0, tag[anchor]!);
    features.add(F['stem and dependent relation'], root, r, kid > anchor ? 1 : 0);
    features.add(F['dependent word'], r, form[kid]!);
    if (r === R.obl || r === R.nmod || r === R.advcl || r === R.acl) {
      const mark = markOf(encoded, kid);
      features.add(F.preposition, r, mark, tag[anchor]!);
      features.add(F['stem and preposition'], root, r, mark);
    } else if (r === R.obj) {
      features.add(F.object, stem[kid]!);
      features.add(F['object and stem'], root, stem[kid]!);
      features.add(F['head of object'], tag[kid]!, encoded.name[kid]!, rate);
    } else if (r === R.aux || r === R['aux:pass']) features.add(F.auxiliary, form[kid]!, root);
    else if (r === R['nmod:poss']) features.add(F.possessor, tag[kid]!, encoded.name[kid]!, root);
    else if (r === R.ccomp || r === R.xcomp) {
      features.add(F['clause verb'], root, tag[kid]!, r);
      features.add(F['mark and stem'], root, markOf(encoded, kid), r);
    }
  }
  features.add(F.dependents, set, tag[anchor]!);
  const packed = subjectOf(encoded, anchor);
  const subject = packed < 0 ? -1 : packed >> 3;
  const way = packed < 0 ? 0 : packed & 7;
  const kind = subject < 0 ? 0 : tag[subject]! * 8 + encoded.name[subject]! + 1;
  features.add(F.subject, subject < 0 ? 0 : stem[subject]!, way);
  features.add(F['subject and stem'], subject < 0 ? 0 : stem[subject]!, root);
  features.add(F['subject kind'], kind, way);
  features.add(F['stem and subject tag'], kind, root);
  features.add(F['subject kind and complements'], kind, bits);
  const above = highestRateAbove(encoded, cues, anchor);
  features.add(F['cue above'], above, rate);
  features.add(F['cue above and stem'], above, root);
  features.add(F.negation, kidOf(encoded, anchor, R.cop) >= 0 ? 1 : 0, root);
}

function flatFeatures(features: Features, encoded: EncodedDocument, anchor: number, begin: number, end: number): void {
  const { form, tag, stem } = encoded;
  let noun = anchor + 1;
  while (noun < end && noun < anchor + 6 && NOMINAL[tag[noun]!] !== 1) noun += 1;
  features.add(F['next noun phrase'], noun < end ? noun - anchor : 9, noun < end ? tag[noun]! : 0, stem[anchor]!);
  let subject = anchor - 1;
  while (subject >= begin && subject > anchor - 8 && NOMINAL[tag[subject]!] !== 1) subject -= 1;
  if (subject >= begin) {
    features.add(F['next noun phrase'], form[subject]!, bucket(anchor - subject), 1);
    features.add(F['next noun phrase'], tag[subject]! * 8 + encoded.name[subject]!, bucket(anchor - subject), 2);
  }
  if (anchor === begin) features.add(F['paragraph opening'], form[anchor]!);
  if (encoded.shape[anchor] === 4) {
    features.add(F['paragraph opening'], bucket(anchor - begin), encoded.name[anchor - 1] ?? 0, form[anchor]!);
    features.add(
      F['paragraph opening'],
      anchor + 1 < end ? (encoded.quotation[anchor + 1]! >= 0 ? 1 : 0) : 2,
      form[anchor]!,
      7,
    );
  }
}

/** How quotations lie around the anchor: inside, ends just before, begins just after, elsewhere in the sentence, none. */
function quotationClass(encoded: EncodedDocument, anchor: number, begin: number, end: number): number {
  if (encoded.quotation[anchor]! >= 0) return 1;
  const { quoted } = encoded;
  let before = 0;
  if (quoted[anchor]! > quoted[begin]!) {
    const near = (distance: number) => quoted[anchor]! > quoted[Math.max(begin, anchor - distance)]!;
    before = near(4) ? 3 : near(9) ? 2 : 1;
  }
  let after = 0;
  if (quoted[end]! > quoted[anchor]!) {
    const near = (distance: number) => quoted[Math.min(end, anchor + 1 + distance)]! > quoted[anchor]!;
    after = near(3) ? 3 : near(7) ? 2 : 1;
  }
  const colon = anchor + 1 < end && encoded.form[anchor + 1] === COLON ? 1 : 0;
  return 2 + before + after * 4 + colon * 16;
}
