/**
 * Which words can carry a cue, and what speaks for each: the first model of four.
 *
 * Candidates are all verbs that are no auxiliaries, and every other word that carried a cue now and then in the training
 * articles, or that a construct reads as one.
 */
import { RELATION } from '../../syntax/labels.ts';
import { F } from './anchor-templates.ts';
import type { CueWords } from './cues.ts';
import { bucket, type Features, hashText } from './features.ts';
import { complements, highestRateAbove, kidOf, markOf, subjectOf } from './grammar.ts';
import { NOMINAL, VERB, type View } from './view.ts';

const R = RELATION;
const COLON = hashText(':');

/** Rate class of a word: 0 to 10 from the lexicon, 11 where the lexicon is silent. */
export function rateOf(cues: CueWords, form: number): number {
  return cues.get(form)?.rate ?? 11;
}

/** True where `word` can carry a cue. */
export function canAnchor(view: View, cues: CueWords, word: number): boolean {
  const known = cues.get(view.form[word]!);
  if (VERB[view.tag[word]!] !== 1)
    return known !== undefined && known.possible && (known.often || view.construct[word] !== 0);
  const relation = view.relation[word]!;
  if (relation === R.aux || relation === R['aux:pass'] || relation === R.cop) return false;
  return known === undefined || known.possible;
}

/** Adds the features of `anchor`. */
export function anchorFeatures(features: Features, view: View, cues: CueWords, anchor: number): void {
  const { form, stem, tag, relation, head } = view;
  const sentence = view.sentence[anchor]!;
  const begin = view.first[sentence]!;
  const end = view.first[sentence + 1]!;
  const word = form[anchor]!;
  const root = stem[anchor]!;
  const pos = tag[anchor]!;
  const at = (w: number) => (w >= begin && w < end ? form[w]! : 0);
  const tagAt = (w: number) => (w >= begin && w < end ? tag[w]! + 1 : 0);
  const rate = rateOf(cues, word);
  const bits = complements(view, anchor);
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
  treeFeatures(features, view, cues, anchor, bits, rate);
  features.add(F.complements, bits, pos);
  features.add(F['stem and complements'], root, bits);
  features.add(F.rate, rate, pos);
  features.add(F['rate and complements'], rate, bits);
  for (let bit = 1; bit <= 2048; bit <<= 1) {
    if ((bits & bit) !== 0) features.add(F['stem and complements'], root, bit, 1);
    if ((bits & bit) !== 0) features.add(F['rate and complements'], rate, bit, 1);
  }
  flatFeatures(features, view, anchor, begin, end);
  const quotation = quotationClass(view, anchor, begin, end);
  features.add(F.quotation, quotation, pos);
  features.add(F['quotation and stem'], quotation, root);
  features.add(F.quotation, quotation, rate, 1);
  features.add(F.place, bucket(anchor - begin), bucket(end - anchor));
  features.add(F['tag and relation'], pos, relation[anchor]!, head[anchor]! < 0 ? 0 : tag[head[anchor]!]! + 1);
}

function treeFeatures(features: Features, view: View, cues: CueWords, anchor: number, bits: number, rate: number) {
  const { form, stem, tag, relation, head } = view;
  const root = stem[anchor]!;
  const own = relation[anchor]!;
  const governor = head[anchor]!;
  features.add(F.relation, own, tag[anchor]!);
  features.add(F['relation and head'], own, governor < 0 ? 0 : stem[governor]!);
  features.add(F['stem and head'], root, governor < 0 ? 0 : stem[governor]!, own);
  let set = 0;
  for (let k = view.kidsFrom[anchor]!; k < view.kidsFrom[anchor + 1]!; k += 1) {
    const kid = view.kids[k]!;
    const r = relation[kid]!;
    if (r === R.punct) continue;
    set = Math.imul(set ^ (r + 1 + (kid > anchor ? 64 : 0)), 0x01000193);
    features.add(F['dependent relation'], r, kid > anchor ? 1 : 0, tag[anchor]!);
    features.add(F['stem and dependent relation'], root, r, kid > anchor ? 1 : 0);
    features.add(F['dependent word'], r, form[kid]!);
    if (r === R.obl || r === R.nmod || r === R.advcl || r === R.acl) {
      const mark = markOf(view, kid);
      features.add(F.preposition, r, mark, tag[anchor]!);
      features.add(F['stem and preposition'], root, r, mark);
    } else if (r === R.obj) {
      features.add(F.object, stem[kid]!);
      features.add(F['object and stem'], root, stem[kid]!);
      features.add(F['head of object'], tag[kid]!, view.name[kid]!, rate);
    } else if (r === R.aux || r === R['aux:pass']) features.add(F.auxiliary, form[kid]!, root);
    else if (r === R['nmod:poss']) features.add(F.possessor, tag[kid]!, view.name[kid]!, root);
    else if (r === R.ccomp || r === R.xcomp) {
      features.add(F['clause verb'], root, tag[kid]!, r);
      features.add(F['mark and stem'], root, markOf(view, kid), r);
    }
  }
  features.add(F.dependents, set, tag[anchor]!);
  const packed = subjectOf(view, anchor);
  const subject = packed < 0 ? -1 : packed >> 3;
  const way = packed < 0 ? 0 : packed & 7;
  const kind = subject < 0 ? 0 : tag[subject]! * 8 + view.name[subject]! + 1;
  features.add(F.subject, subject < 0 ? 0 : stem[subject]!, way);
  features.add(F['subject and stem'], subject < 0 ? 0 : stem[subject]!, root);
  features.add(F['subject kind'], kind, way);
  features.add(F['stem and subject tag'], kind, root);
  features.add(F['subject kind and complements'], kind, bits);
  const above = highestRateAbove(view, cues, anchor);
  features.add(F['cue above'], above, rate);
  features.add(F['cue above and stem'], above, root);
  features.add(F.negation, kidOf(view, anchor, R.cop) >= 0 ? 1 : 0, root);
}

function flatFeatures(features: Features, view: View, anchor: number, begin: number, end: number): void {
  const { form, tag, stem } = view;
  let noun = anchor + 1;
  while (noun < end && noun < anchor + 6 && NOMINAL[tag[noun]!] !== 1) noun += 1;
  features.add(F['next noun phrase'], noun < end ? noun - anchor : 9, noun < end ? tag[noun]! : 0, stem[anchor]!);
  let subject = anchor - 1;
  while (subject >= begin && subject > anchor - 8 && NOMINAL[tag[subject]!] !== 1) subject -= 1;
  if (subject >= begin) {
    features.add(F['next noun phrase'], form[subject]!, bucket(anchor - subject), 1);
    features.add(F['next noun phrase'], tag[subject]! * 8 + view.name[subject]!, bucket(anchor - subject), 2);
  }
  if (anchor === begin) features.add(F['paragraph opening'], form[anchor]!);
  if (view.shape[anchor] === 4) {
    features.add(F['paragraph opening'], bucket(anchor - begin), view.name[anchor - 1] ?? 0, form[anchor]!);
    features.add(
      F['paragraph opening'],
      anchor + 1 < end ? (view.quotation[anchor + 1]! >= 0 ? 1 : 0) : 2,
      form[anchor]!,
      7,
    );
  }
}

/** How quotations lie around the anchor: inside, ends just before, begins just after, elsewhere in the sentence, none. */
function quotationClass(view: View, anchor: number, begin: number, end: number): number {
  if (view.quotation[anchor]! >= 0) return 1;
  const { quoted } = view;
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
  const colon = anchor + 1 < end && view.form[anchor + 1] === COLON ? 1 : 0;
  return 2 + before + after * 4 + colon * 16;
}
