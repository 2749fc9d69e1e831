/** The development sets: which gold file, which of its documents, which figures matter, and whom to beat. */
import type { Conventions } from './convert.ts';

export interface GoldDocument {
  readonly id: string;
  readonly text: string;
  readonly published: string | null;
  readonly [layer: string]: unknown;
}

/** A figure of the table: what the scorer calls it, and what we call it. */
export interface FigureName {
  readonly label: string;
  /** The scorer's metric, and `p`, `r` or `f1` where it has these. */
  readonly metric: readonly [name: string, part?: 'p' | 'r' | 'f1'];
  /** `count`: a plain number, which has no floor. Others are shown in percent and must not fall. */
  readonly count?: true;
}

export interface EvalSet {
  /** Unique; names the files in `.work/score/` and the keys in `tests/floors.json`. */
  readonly name: string;
  readonly layer: string;
  /** Below ../shared/eval. */
  readonly gold: string;
  readonly only?: (document: GoldDocument) => boolean;
  /** The documents have a `fold`, and each is read by models that have not seen it (CONTRIBUTING.md). */
  readonly folded?: true;
  /**
   * Read with PolNeAR's wider notion of an attribution (private states, half speech), which the annotators of the set share,
   * and with its own threshold.
   */
  readonly wide?: { readonly least: number };
  /** Only to measure with: its mistakes are not read. */
  readonly sealed?: true;
  /** Without it, everything found counts. */
  readonly conventions?: Conventions;
  readonly figures: readonly FigureName[];
  /** The best others reached (FACTS.md) or the target where nobody measured. */
  readonly peer: string;
}

const f1 = (label: string, metric: string): FigureName => ({ label: `${label} F1`, metric: [metric, 'f1'] });
const prf = (label: string, metric: string): FigureName[] => [
  { label: `${label} P`, metric: [metric, 'p'] },
  { label: `${label} R`, metric: [metric, 'r'] },
  f1(label, metric),
];
const plain = (label: string, metric: string): FigureName => ({ label, metric: [metric] });

const SENTENCES = [f1('exact', 'exact'), f1('boundary', 'boundary'), f1('inner', 'innerBoundary')];
const PEOPLE = [...prf('exact', 'exact'), f1('last names', 'lastNames')];
const DATES = [
  f1('relaxed', 'extent_relaxed'),
  f1('strict', 'extent_strict'),
  plain('type', 'type_accuracy'),
  plain('value F1', 'value_f1'),
];
const DATE_TYPES = ['DATE', 'TIME', 'DURATION', 'SET'].map((type) => f1(type, `value_exact_${type}`));
const NUMBERS = [f1('span', 'span'), f1('value', 'value_f1'), f1('full', 'full')];
const CHANGE = plain('change', 'change_accuracy');
const ATTRIBUTIONS = [
  ...prf('whole', 'whole'),
  f1('whole exact', 'whole exact'),
  f1('cue', 'cue'),
  ...['direct', 'mixed', 'indirect', 'cue say/tell', 'cue according to'].map((kind) =>
    plain(kind.replace('cue ', ''), `whole recall, ${kind}`),
  ),
];
const CHAINS = [
  ...prf('attribution', 'attribution'),
  f1('chain exact', 'chain exact'),
  f1('2+ links', 'chain exact, two or more links'),
  plain('kind', 'kind accuracy'),
];
const ARTICLES: readonly FigureName[] = [
  ...prf('found', 'found'),
  f1('source span', 'source span'),
  ...prf('publishable', 'publishable'),
  f1('2+ links', 'chain exact, two or more links'),
  plain('right at 0.9', 'right at confidence 0.9'),
  { label: 'share at 0.9', metric: ['claims at confidence 0.9, percent'], count: true },
  plain('right at 0.6', 'right at confidence 0.6'),
  { label: 'share at 0.6', metric: ['claims at confidence 0.6, percent'], count: true },
  plain('R at P 90', 'recall at 90 % precision'),
  { label: 'wrong person at 0.9', metric: ['wrong person at confidence 0.9'], count: true },
  { label: 'Brier x 1000', metric: ['Brier score x 1000'], count: true },
  plain('pronoun', 'speaker of a pronoun'),
  plain('kind', 'kind accuracy'),
];
const ALARMS: FigureName = { label: 'alarms', metric: ['of these with a false alarm'], count: true };
const DISCOURSE = [...prf('clause', 'clause'), f1('with content', 'clause and content')];

const SPORT =
  /^(?:american football|athletics|badminton|baseball|basketball|boxing|cricket|cycling|golf|ice hockey|motor racing|nfl|nhl|rugby|soccer|squash|swimming|tennis)\b[^-]*-/i;
const isSport = (document: GoldDocument): boolean => SPORT.test(document.text);

const PEOPLE_PEER = 'MITIE 88, Stanza 92 (published, all classes)';
const SAMPLE = {
  gold: 'sample/gold.jsonl',
  peer: 'must be 100',
  conventions: { nested: 'all', that: false, sourced: true },
} as const;

export const SETS: readonly EvalSet[] = [
  { name: 'gum-dev', layer: 'sentences', gold: 'sentences/gum-dev.jsonl', figures: SENTENCES, peer: 'wink 93.2' },
  { name: 'ewt-dev', layer: 'sentences', gold: 'sentences/ewt-dev.jsonl', figures: SENTENCES, peer: 'sbd 82.9' },
  { name: 'conll-dev', layer: 'people', gold: 'people/conll-dev.jsonl', figures: PEOPLE, peer: PEOPLE_PEER },
  {
    name: 'conll-dev-sport',
    layer: 'people',
    gold: 'people/conll-dev.jsonl',
    only: isSport,
    figures: PEOPLE,
    peer: 'our prototype 97.9',
  },
  {
    name: 'conll-dev-news',
    layer: 'people',
    gold: 'people/conll-dev.jsonl',
    only: (document) => !isSport(document),
    figures: PEOPLE,
    peer: 'our prototype 91.7',
  },
  { name: 'gum-people-dev', layer: 'people', gold: 'people/gum-dev.jsonl', figures: PEOPLE, peer: 'rules 69.5' },
  {
    name: 'timebank-dev',
    layer: 'dates',
    gold: 'dates/dev.jsonl',
    figures: [...DATES, ...DATE_TYPES],
    peer: 'Recognizers 62.4, HeidelTime 79 (published)',
  },
  { name: 'wikiwars-dev', layer: 'dates', gold: 'dates/wikiwars-dev.jsonl', figures: DATES, peer: 'chrono 33' },
  {
    name: 'newsquant',
    layer: 'numbers',
    gold: 'numbers/newsquant.jsonl',
    conventions: { nested: 'all', that: false, sourced: false, numbers: 'quantities' },
    figures: [...NUMBERS, CHANGE],
    peer: 'compromise 76.8 / 42.6; CQE 92.0 / 85.6 (published)',
  },
  {
    name: 'quantulum',
    layer: 'numbers',
    gold: 'numbers/quantulum.jsonl',
    conventions: { nested: 'all', that: false, sourced: false, numbers: 'ranges' },
    figures: NUMBERS,
    peer: 'target full 60',
  },
  {
    name: 'recognizers',
    layer: 'numbers',
    gold: 'numbers/recognizers.jsonl',
    only: (document) => !document.notSupportedInJavascript,
    figures: NUMBERS,
    peer: 'target full 80',
  },
  {
    name: 'polnear-dev',
    layer: 'attributions',
    gold: 'attributions/dev.jsonl',
    conventions: { nested: 'outer', that: true, sourced: false },
    wide: { least: 0.45 },
    figures: ATTRIBUTIONS,
    peer: 'CoreNLP rules 46.3, learned lexicon 52.4, humans 73.2',
  },
  {
    name: 'chains-dev',
    layer: 'chains',
    gold: 'chains/dev.jsonl',
    sealed: true,
    conventions: { nested: 'unquoted', that: false, sourced: true },
    figures: [...CHAINS, ALARMS],
    peer: 'target 86, exact 78, alarms <= 2',
  },
  {
    name: 'chains-cv',
    layer: 'chains',
    gold: 'chains/train.jsonl',
    folded: true,
    conventions: { nested: 'unquoted', that: false, sourced: true },
    figures: [...CHAINS, { label: 'alarms', metric: ['false alarms in them'], count: true }],
    peer: 'at least exact 74, 2+ 66, alarms 15; aim 85, 80, 5',
  },
  {
    name: 'articles-cv',
    layer: 'articles',
    gold: 'articles/train.jsonl',
    folded: true,
    figures: ARTICLES,
    peer: 'at least found 90 / 86 / 88, span 84, publishable 85 / 77 / 81, 2+ 58, right at 0.9 95, pronoun 88, kind 92',
  },
  {
    name: 'articles-dev',
    layer: 'articles',
    gold: 'articles/dev.jsonl',
    sealed: true,
    figures: ARTICLES,
    peer: 'at least found F1 86, span 83, publishable F1 76, pronoun 83',
  },
  {
    name: 'discourse-dev',
    layer: 'discourse',
    gold: 'discourse/dev.jsonl',
    wide: { least: 0.21 },
    figures: DISCOURSE,
    peer: 'target P 50 R 62',
  },
  { name: 'sample-sentences', layer: 'sentences', figures: SENTENCES, ...SAMPLE },
  { name: 'sample-people', layer: 'people', figures: PEOPLE, ...SAMPLE },
  { name: 'sample-dates', layer: 'dates', figures: DATES, ...SAMPLE },
  { name: 'sample-numbers', layer: 'numbers', figures: NUMBERS, ...SAMPLE },
  {
    name: 'sample-attributions',
    layer: 'attributions',
    figures: [...prf('whole', 'whole'), f1('whole exact', 'whole exact')],
    ...SAMPLE,
  },
  { name: 'sample-chains', layer: 'chains', figures: CHAINS, ...SAMPLE },
];
