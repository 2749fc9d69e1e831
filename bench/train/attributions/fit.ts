/**
 * Trains the models one after the other; each later one on the cross-fitted output of the earlier ones, so that it sees
 * the errors that it will meet.
 */
import { ARTICLE, acceptFeatures, rivals, type Scope } from '../../../src/attributions/models/accept.ts';
import { anchorFeatures } from '../../../src/attributions/models/anchors.ts';
import { ContentCandidates, MAX_PIECES } from '../../../src/attributions/models/content-candidates.ts';
import { contentContext, contentFeatures, sourceSide } from '../../../src/attributions/models/content-features.ts';
import { findContents } from '../../../src/attributions/models/contents.ts';
import type { CueWords } from '../../../src/attributions/models/cues.ts';
import { Features } from '../../../src/attributions/models/features.ts';
import { anchorFields, contentFields } from '../../../src/attributions/models/fields.ts';
import type { Network } from '../../../src/attributions/models/hidden.ts';
import type { Linear } from '../../../src/attributions/models/linear.ts';
import {
  anchorsOf,
  type CueScores,
  Reader,
  type Reading,
  scoreCues,
} from '../../../src/attributions/models/propose.ts';
import { sourceContext, sourceFeatures } from '../../../src/attributions/models/source-features.ts';
import { SourceReader } from '../../../src/attributions/models/source-reader.ts';
import { findSources, SourceCandidates } from '../../../src/attributions/models/sources.ts';
import type { EncodedDocument } from '../../../src/grammar/encoded.ts';
import type { Corpus, Nesting } from './corpora.ts';
import type { Gold } from './gold.ts';
import { type Choice, type Settings, Store, trainBinary, trainRanker } from './learn.ts';
import { type FieldChoice, FieldStore, type NetworkSettings, trainNetwork, trainRankingNetwork } from './networks.ts';

export interface Example {
  readonly id: string;
  readonly corpus: Corpus;
  readonly nesting: Nesting;
  readonly fold: number;
  readonly encoded: EncodedDocument;
  readonly gold: readonly Gold[];
}

export interface Trained {
  readonly first: Linear;
  readonly firstNetwork: Network;
  readonly source: Linear;
  readonly content: Linear;
  readonly contentNetwork: Network;
  readonly accept: Linear;
}

/** What an example of PolNeAR counts beside one of the other corpora. */
export interface Shares {
  readonly cue: number;
  readonly source: number;
  readonly content: number;
  readonly accept: number;
}

export interface Plan {
  readonly folds: number;
  /** How many orders of the examples are averaged, 1 to 4: for the shipped models, and for those that teach later ones. */
  readonly orders: number;
  readonly foldOrders: number;
  readonly polnear: Shares;
  readonly first: Settings;
  readonly source: Settings;
  readonly content: Settings;
  readonly accept: Settings;
  readonly firstNetwork: NetworkSettings;
  readonly contentNetwork: NetworkSettings;
}

export const PLAN: Plan = {
  folds: 5,
  orders: 3,
  foldOrders: 1,
  polnear: { cue: 0.25, source: 0.15, content: 0.3, accept: 0.1 },
  first: { bits: 19, epochs: 4, rate: 0.05, decay: 1e-4 },
  source: { bits: 19, epochs: 5, rate: 0.05, decay: 1e-5 },
  content: { bits: 19, epochs: 5, rate: 0.05, decay: 1e-5 },
  accept: { bits: 19, epochs: 6, rate: 0.03, decay: 1e-4 },
  firstNetwork: { bits: 15, epochs: 4, rate: 0.015, decay: 1e-5, dropout: 0.3 },
  contentNetwork: { bits: 15, epochs: 4, rate: 0.015, decay: 1e-5, dropout: 0.3 },
};

/** What a sentence of our own counts, and in acceptance: there are few of each form. */
const OWN = 2;
const OWN_ACCEPTED = 5;
/** What a passage about a chain counts: there are few beside the articles. */
const PASSAGE = 2;

interface CrossFitted<Model> {
  readonly folds: Model[];
  readonly all: Model;
}

/** Trains on every fold's complement and, where the plan ships models, on everything. */
function crossFit<Model>(
  plan: Plan,
  count: number,
  fold: (index: number) => number,
  train: (examples: number[], orders: number) => Model,
  known: readonly Model[] | null = null,
): CrossFitted<Model> {
  const everything = Array.from({ length: count }, (_, index) => index);
  const folds =
    known?.slice() ??
    Array.from({ length: plan.folds }, (_, f) =>
      train(
        everything.filter((index) => fold(index) !== f),
        plan.foldOrders,
      ),
    );
  return { folds, all: plan.orders === 0 ? folds[0]! : train(everything, plan.orders) };
}

type DocumentChoice<Of extends Choice> = Of & { readonly fold: number };

/** A ranker for each fold that has not seen the fold's documents, and one of all. */
function crossFitRanker(
  plan: Plan,
  store: Store,
  choices: readonly DocumentChoice<Choice>[],
  settings: Settings,
  known: readonly Linear[] | null,
): CrossFitted<Linear> {
  return crossFit(
    plan,
    choices.length,
    (index) => choices[index]!.fold,
    (which, orders) =>
      trainRanker(
        store,
        which.map((index) => choices[index]!),
        settings,
        orders,
      ),
    known,
  );
}

/** The models of all examples, and for each fold those that have not seen its examples. */
export interface Fitted {
  readonly all: Trained;
  readonly held: readonly Trained[];
}

export function fitModels(
  examples: readonly Example[],
  cues: CueWords,
  plan: Plan,
  say: (message: string) => void,
  known: readonly Trained[] | null = null,
): Fitted {
  const kept = <Name extends keyof Trained>(name: Name): Trained[Name][] | null =>
    known === null ? null : known.map((one) => one[name]);
  const reuse = known !== null && plan.orders === 0;
  const again = <Name extends keyof Trained>(name: Name) => ({ folds: kept(name)!, all: kept(name)![0]! });
  const { first, firstNetwork } = reuse
    ? { first: again('first'), firstNetwork: again('firstNetwork') }
    : fitAnchors(examples, cues, plan, kept('first'), kept('firstNetwork'));
  const scores = examples.map(({ encoded, fold }) =>
    scoreCues(encoded, { cues, first: first.folds[fold]!, firstNetwork: firstNetwork.folds[fold]! }),
  );
  say('anchors');
  const source = reuse ? again('source') : fitSources(examples, plan, kept('source'));
  say('sources');
  const { content, contentNetwork } = reuse
    ? { content: again('content'), contentNetwork: again('contentNetwork') }
    : fitContents(examples, scores, source.folds, plan, kept('content'), kept('contentNetwork'));
  say('contents');
  const accept = fitAcceptance(
    examples,
    cues,
    examples.map(
      ({ encoded, fold }, d) =>
        new Reader(encoded, scores[d]!, {
          source: source.folds[fold]!,
          content: content.folds[fold]!,
          contentNetwork: contentNetwork.folds[fold]!,
        }),
    ),
    plan,
  );
  say('acceptance');
  const pick = (of: <Model>(model: CrossFitted<Model>) => Model): Trained => ({
    first: of(first),
    firstNetwork: of(firstNetwork),
    source: of(source),
    content: of(content),
    contentNetwork: of(contentNetwork),
    accept: of(accept),
  });
  return {
    all: pick(({ all }) => all),
    held: Array.from({ length: plan.folds }, (_, f) => pick(({ folds }) => folds[f]!)),
  };
}

const share = ({ corpus }: Example, ofPolnear: number, ofOwn = OWN): number =>
  corpus === 'polnear' ? ofPolnear : corpus === 'own' ? ofOwn : corpus === 'chains' ? PASSAGE : 1;

/** Words inside a content of PolNeAR say nothing for or against a cue, because it marks none there; nor do optional ones. */
function fitAnchors(
  examples: readonly Example[],
  cues: CueWords,
  plan: Plan,
  knownFirst: Linear[] | null,
  knownNetwork: Network[] | null,
) {
  const features = new Features();
  const store = new Store();
  const fields = new FieldStore();
  const labels: number[] = [];
  const folds: number[] = [];
  const weights: number[] = [];
  for (const example of examples) {
    const { encoded, gold, nesting } = example;
    const right = new Set(gold.filter(({ optional }) => !optional).map(({ anchor }) => anchor));
    const silent = new Set(
      gold.flatMap(({ optional, cue, content }) => (optional ? cue : nesting === 'silent' ? [...content, ...cue] : [])),
    );
    for (const anchor of anchorsOf(encoded, cues)) {
      if (!right.has(anchor) && silent.has(anchor)) continue;
      features.clear();
      anchorFeatures(features, encoded, cues, anchor);
      anchorFields(features, encoded, cues, anchor);
      store.push(features);
      fields.push(features);
      labels.push(right.has(anchor) ? 1 : 0);
      folds.push(example.fold);
      weights.push(share(example, plan.polnear.cue));
    }
  }
  const label = Uint8Array.from(labels);
  const weight = Float32Array.from(weights);
  const fold = (index: number) => folds[index]!;
  return {
    first: crossFit(
      plan,
      store.length,
      fold,
      (which, orders) => trainBinary(store, label, which, plan.first, orders, weight),
      knownFirst,
    ),
    firstNetwork: crossFit(
      plan,
      store.length,
      fold,
      (which) => trainNetwork(fields, label, which, plan.firstNetwork, weight),
      knownNetwork,
    ),
  };
}

/** Jaccard by letters of a gold list of words and pieces of a candidate. */
function agreement(
  encoded: EncodedDocument,
  gold: readonly number[],
  pieces: ArrayLike<number>,
  from: number,
  count: number,
): number {
  let all = 0;
  for (const word of gold) all += encoded.size[word + 1]! - encoded.size[word]!;
  let common = 0;
  for (let i = 0; i < count; i += 1) {
    const low = pieces[from + i * 2]!;
    const high = pieces[from + i * 2 + 1]!;
    all += encoded.size[high]! - encoded.size[low]!;
    for (const word of gold) if (word >= low && word < high) common += encoded.size[word + 1]! - encoded.size[word]!;
  }
  return all === 0 ? 1 : common / (all - common);
}

/** The words of a gold content as pairs of first word and end; what stands between two words of it in punctuation is filled. */
function piecesOf(encoded: EncodedDocument, words: readonly number[]): number[] {
  const pieces: number[] = [];
  for (const word of words) {
    const end = pieces.at(-1);
    if (end !== undefined && (word === end || (word === end + 1 && (encoded.shape[end]! & 4) !== 0)))
      pieces[pieces.length - 1] = word + 1;
    else pieces.push(word, word + 1);
  }
  return pieces;
}

/** The scope of a gold attribution: the content around its cue, null at the article's own level. */
function scopeOf(encoded: EncodedDocument, gold: readonly Gold[], one: Gold): number[] | null {
  return one.outer < 0 ? null : piecesOf(encoded, gold[one.outer]!.content);
}

function fitSources(examples: readonly Example[], plan: Plan, known: Linear[] | null) {
  const features = new Features();
  const found = new SourceCandidates();
  const store = new Store();
  const choices: DocumentChoice<Choice>[] = [];
  for (const example of examples) {
    const { encoded, gold, fold } = example;
    for (const one of gold) {
      const { anchor, source } = one;
      if (anchor < 0) continue;
      findSources(found, encoded, anchor, scopeOf(encoded, gold, one));
      const context = sourceContext(encoded, anchor);
      const from = store.length;
      let best = 0;
      let top = source.length === 0 ? 1 : 0;
      for (let index = 0; index < found.count; index += 1) {
        features.clear();
        sourceFeatures(features, encoded, context, found, index);
        store.push(features);
        if (index === 0 || source.length === 0) continue;
        const right = agreement(encoded, source, [found.from[index]!, found.to[index]!], 0, 1);
        if (right > top) {
          top = right;
          best = index;
        }
      }
      if (top >= 0.5)
        choices.push({
          from,
          to: store.length,
          best: from + best,
          fold,
          weight: share(example, plan.polnear.source),
        });
    }
  }
  return crossFitRanker(plan, store, choices, plan.source, known);
}

function fitContents(
  examples: readonly Example[],
  scores: readonly CueScores[],
  sources: readonly Linear[],
  plan: Plan,
  known: Linear[] | null,
  knownNetwork: Network[] | null,
) {
  const features = new Features();
  const found = new ContentCandidates();
  const store = new Store();
  const fields = new FieldStore();
  const choices: DocumentChoice<FieldChoice>[] = [];
  for (const [document, example] of examples.entries()) {
    const { encoded, gold, fold } = example;
    const { probability } = scores[document]!;
    const reader = new SourceReader(encoded, sources[fold]!);
    for (const one of gold) {
      const { anchor, content } = one;
      if (anchor < 0) continue;
      const scope = scopeOf(encoded, gold, one);
      const chosen = reader.choose(anchor, scope);
      findContents(found, encoded, anchor, reader.sources.from[chosen]!, reader.sources.to[chosen]!, scope);
      const context = contentContext(encoded, anchor, probability);
      const from = store.length;
      const shared = fields.length;
      features.clear();
      contentFields(features, encoded, anchor, sourceSide(found, anchor));
      fields.push(features);
      let best = 0;
      let top = 0;
      for (let index = 0; index < found.count; index += 1) {
        features.clear();
        contentFeatures(features, encoded, context, found, index);
        store.push(features);
        fields.push(features);
        const right = agreement(encoded, content, found.pieces, index * MAX_PIECES * 2, found.pieceCount[index]!);
        if (right > top) {
          top = right;
          best = index;
        }
      }
      if (top >= 0.5 && found.count > 1) {
        const weight = share(example, plan.polnear.content);
        choices.push({ from, to: store.length, best: from + best, shared, fold, weight });
      }
    }
  }
  const contentNetwork = crossFit(
    plan,
    choices.length,
    (index) => choices[index]!.fold,
    (which) =>
      trainRankingNetwork(
        fields,
        which.map((index) => choices[index]!),
        plan.contentNetwork,
      ),
    knownNetwork,
  );
  return { content: crossFitRanker(plan, store, choices, plan.content, known), contentNetwork };
}

/** What a reading is beside the gold: right as a whole, wrong, or not to be learned from. */
function judged(encoded: EncodedDocument, byCue: ReadonlyMap<number, Gold>, reading: Reading): 0 | 1 | null {
  let one: Gold | undefined;
  for (let w = reading.cueFrom; w < reading.cueTo && one === undefined; w += 1) one = byCue.get(w);
  if (one === undefined) return 0;
  if (one.optional) return null;
  const named = reading.sourceTo > reading.sourceFrom;
  if (named !== one.source.length > 0) return 0;
  if (named && agreement(encoded, one.source, [reading.sourceFrom, reading.sourceTo], 0, 1) < 0.5) return 0;
  return agreement(encoded, one.content, reading.content, 0, reading.content.length / 2) >= 0.5 ? 1 : 0;
}

/** The article and the contents of its gold attributions; of PolNeAR, which is silent about contents, the article alone. */
function scopesOf({ encoded, gold, nesting }: Example): { scope: Scope; members: Gold[]; inside: Set<number> }[] {
  const level = (one: Gold): number => (one.outer < 0 ? 0 : 1 + level(gold[one.outer]!));
  const membersOf = (outer: number) => gold.filter((one) => one.outer === outer);
  const coveredBy = (members: readonly Gold[]) => new Set(members.flatMap(({ content }) => content));
  const top = membersOf(-1);
  const scopes = [{ scope: ARTICLE, members: top, inside: coveredBy(top) }];
  if (nesting === 'silent') return scopes;
  for (const [index, one] of gold.entries()) {
    if (one.anchor < 0) continue;
    const members = membersOf(index);
    const [sourceFrom, sourceTo] = one.source.length === 0 ? [0, 0] : [one.source[0]!, one.source.at(-1)! + 1];
    const scope = {
      level: level(one) + 1,
      pieces: piecesOf(encoded, one.content),
      anchor: one.anchor,
      sourceFrom,
      sourceTo,
    };
    scopes.push({ scope, members, inside: coveredBy(members) });
  }
  return scopes;
}

function fitAcceptance(examples: readonly Example[], cues: CueWords, readers: readonly Reader[], plan: Plan) {
  const features = new Features();
  const store = new Store();
  const labels: number[] = [];
  const folds: number[] = [];
  const weights: number[] = [];
  for (const [d, example] of examples.entries()) {
    const { encoded, fold } = example;
    for (const { scope, members, inside } of scopesOf(example)) {
      const readings = readers[d]!.readings(scope.pieces);
      const lies = rivals(encoded, readings);
      const byCue = new Map(members.flatMap((one) => one.cue.map((word) => [word, one] as const)));
      for (const [index, reading] of readings.entries()) {
        const right = judged(encoded, byCue, reading);
        if (right === null || (right === 0 && inside.has(reading.anchor) && !byCue.has(reading.anchor))) continue;
        features.clear();
        acceptFeatures(features, encoded, cues, reading, lies, index, scope);
        store.push(features);
        labels.push(right);
        folds.push(fold);
        weights.push(share(example, plan.polnear.accept, OWN_ACCEPTED));
      }
    }
  }
  const weight = Float32Array.from(weights);
  return crossFit(
    plan,
    store.length,
    (index) => folds[index]!,
    (which, orders) => trainBinary(store, Uint8Array.from(labels), which, plan.accept, orders, weight),
  );
}
