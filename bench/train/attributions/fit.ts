/**
 * Trains the four models one after the other; each later one on the cross-fitted output of the earlier ones, so that it
 * sees the errors that it will meet.
 */
import { acceptFeatures, rivals } from '../../../src/attributions/models/accept.ts';
import { anchorFeatures } from '../../../src/attributions/models/anchors.ts';
import { ContentCandidates, PIECES } from '../../../src/attributions/models/content-candidates.ts';
import { contentContext, contentFeatures, sourceSide } from '../../../src/attributions/models/content-features.ts';
import { findContents } from '../../../src/attributions/models/contents.ts';
import type { CueWords } from '../../../src/attributions/models/cues.ts';
import { Features } from '../../../src/attributions/models/features.ts';
import { anchorFields, contentFields } from '../../../src/attributions/models/fields.ts';
import type { Network } from '../../../src/attributions/models/hidden.ts';
import type { Linear } from '../../../src/attributions/models/linear.ts';
import {
  anchorsOf,
  type Looks,
  lookAgain,
  lookFirst,
  type Proposal,
  propose,
} from '../../../src/attributions/models/propose.ts';
import { secondLookFeatures } from '../../../src/attributions/models/second-look.ts';
import { sourceContext, sourceFeatures } from '../../../src/attributions/models/source-features.ts';
import { SourceReader } from '../../../src/attributions/models/source-reader.ts';
import { findSources, SourceCandidates } from '../../../src/attributions/models/sources.ts';
import type { View } from '../../../src/attributions/models/view.ts';
import type { Gold } from './gold.ts';
import { type Choice, type Settings, Store, trainBinary, trainRanker } from './learn.ts';
import { type FieldChoice, FieldStore, type NetworkSettings, trainNetwork, trainRankingNetwork } from './networks.ts';

export interface Example {
  readonly id: string;
  readonly view: View;
  readonly gold: readonly Gold[];
}

export interface Trained {
  readonly first: Linear;
  readonly firstNetwork: Network;
  readonly second: Linear;
  readonly source: Linear;
  readonly content: Linear;
  readonly contentNetwork: Network;
  readonly accept: Linear;
  readonly nested: Linear;
}

export interface Plan {
  readonly folds: number;
  /** How many orders of the examples are averaged, 1 to 4: for the shipped models, and for those that teach later ones. */
  readonly orders: number;
  readonly foldOrders: number;
  readonly first: Settings;
  readonly second: Settings;
  readonly source: Settings;
  readonly content: Settings;
  readonly accept: Settings;
  readonly firstNetwork: NetworkSettings;
  readonly contentNetwork: NetworkSettings;
  /** True: words inside a gold content say nothing for or against the first look, because PolNeAR never marks them. */
  readonly skipContents: boolean;
}

export const PLAN: Plan = {
  folds: 4,
  orders: 4,
  foldOrders: 2,
  first: { bits: 18, epochs: 4, rate: 0.05, decay: 1e-4 },
  second: { bits: 16, epochs: 4, rate: 0.05, decay: 1e-4 },
  source: { bits: 18, epochs: 5, rate: 0.05, decay: 1e-5 },
  content: { bits: 18, epochs: 5, rate: 0.05, decay: 1e-5 },
  accept: { bits: 16, epochs: 6, rate: 0.03, decay: 1e-4 },
  firstNetwork: { bits: 15, epochs: 4, rate: 0.015, decay: 1e-5, dropout: 0.3 },
  contentNetwork: { bits: 15, epochs: 4, rate: 0.015, decay: 1e-5, dropout: 0.3 },
  skipContents: true,
};

/** Trains on every fold's complement and on everything. */
function crossFit<Model>(
  plan: Plan,
  count: number,
  fold: (index: number) => number,
  train: (examples: number[], orders: number) => Model,
): { folds: Model[]; all: Model } {
  const everything = Array.from({ length: count }, (_, index) => index);
  const folds = Array.from({ length: plan.folds }, (_, f) =>
    train(
      everything.filter((index) => fold(index) !== f),
      plan.foldOrders,
    ),
  );
  return { folds, all: train(everything, plan.orders) };
}

/** A ranker for each fold that has not seen the fold's documents, and one of all. */
function crossFitRanker(
  plan: Plan,
  store: Store,
  choices: readonly (Choice & { readonly document: number })[],
  settings: Settings,
): ReturnType<typeof crossFit<Linear>> {
  return crossFit(
    plan,
    choices.length,
    (index) => choices[index]!.document % plan.folds,
    (which, orders) =>
      trainRanker(
        store,
        which.map((index) => choices[index]!),
        settings,
        orders,
      ),
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
): Fitted {
  const { looks, first, firstNetwork, second } = fitAnchors(examples, cues, plan);
  say('anchors');
  const source = fitSources(examples, plan);
  say('sources');
  const { content, contentNetwork } = fitContents(examples, looks, source.folds, plan);
  say('contents');
  const readings = examples.map(({ view }, d) =>
    propose(view, looks[d]!, {
      source: source.folds[d % plan.folds]!,
      content: content.folds[d % plan.folds]!,
      contentNetwork: contentNetwork.folds[d % plan.folds]!,
    }),
  );
  const { accept, nested } = fitAcceptance(examples, cues, readings, plan);
  say('acceptance');
  return {
    all: {
      first: first.all,
      firstNetwork: firstNetwork.all,
      second: second.all,
      source: source.all,
      content: content.all,
      contentNetwork: contentNetwork.all,
      accept: accept.all,
      nested: nested.all,
    },
    held: Array.from({ length: plan.folds }, (_, f) => ({
      first: first.folds[f]!,
      firstNetwork: firstNetwork.folds[f]!,
      second: second.folds[f]!,
      source: source.folds[f]!,
      content: content.folds[f]!,
      contentNetwork: contentNetwork.folds[f]!,
      accept: accept.folds[f]!,
      nested: nested.folds[f]!,
    })),
  };
}

function fitAnchors(examples: readonly Example[], cues: CueWords, plan: Plan) {
  const features = new Features();
  const store = new Store();
  const fields = new FieldStore();
  const labels: number[] = [];
  const documents: number[] = [];
  const silent: boolean[] = [];
  const anchors = examples.map(({ view }) => anchorsOf(view, cues));
  for (const [d, { view, gold }] of examples.entries()) {
    const right = new Set(gold.map(({ anchor }) => anchor));
    const inside = new Set(gold.flatMap(({ content }) => content));
    for (const anchor of anchors[d]!) {
      features.clear();
      anchorFeatures(features, view, cues, anchor);
      anchorFields(features, view, cues, anchor);
      store.push(features);
      fields.push(features);
      labels.push(right.has(anchor) ? 1 : 0);
      documents.push(d);
      silent.push(plan.skipContents && !right.has(anchor) && inside.has(anchor));
    }
  }
  const label = Uint8Array.from(labels);
  const fold = (index: number) => documents[index]! % plan.folds;
  const heard = (which: number[]) => which.filter((index) => !silent[index]);
  const first = crossFit(plan, store.length, fold, (which, orders) =>
    trainBinary(store, label, heard(which), plan.first, orders),
  );
  const firstNetwork = crossFit(plan, store.length, fold, (which) =>
    trainNetwork(fields, label, heard(which), plan.firstNetwork),
  );
  const early = examples.map(({ view }, d) => {
    const f = d % plan.folds;
    return lookFirst(view, { cues, first: first.folds[f]!, firstNetwork: firstNetwork.folds[f]! });
  });
  const again = new Store();
  for (const [d, { view }] of examples.entries()) {
    for (let index = 0; index < anchors[d]!.length; index += 1) {
      features.clear();
      secondLookFeatures(features, view, early[d]!, index);
      again.push(features);
    }
  }
  const second = crossFit(plan, again.length, fold, (which, orders) =>
    trainBinary(again, label, which, plan.second, orders),
  );
  const looks = examples.map(({ view }, d) => lookAgain(view, early[d]!, second.folds[d % plan.folds]!));
  return { looks, first, firstNetwork, second };
}

/** Jaccard by letters of a gold list of words and pieces of a candidate. */
function agreement(
  view: View,
  gold: readonly number[],
  pieces: ArrayLike<number>,
  from: number,
  count: number,
): number {
  let all = 0;
  for (const word of gold) all += view.size[word + 1]! - view.size[word]!;
  let common = 0;
  for (let i = 0; i < count; i += 1) {
    const low = pieces[from + i * 2]!;
    const high = pieces[from + i * 2 + 1]!;
    all += view.size[high]! - view.size[low]!;
    for (const word of gold) if (word >= low && word < high) common += view.size[word + 1]! - view.size[word]!;
  }
  return all === 0 ? 1 : common / (all - common);
}

function fitSources(examples: readonly Example[], plan: Plan) {
  const features = new Features();
  const found = new SourceCandidates();
  const store = new Store();
  const choices: (Choice & { readonly document: number })[] = [];
  for (const [document, { view, gold }] of examples.entries()) {
    for (const { anchor, source } of gold) {
      findSources(found, view, anchor);
      const context = sourceContext(view, anchor);
      const from = store.length;
      let best = 0;
      let top = source.length === 0 ? 1 : 0;
      for (let index = 0; index < found.count; index += 1) {
        features.clear();
        sourceFeatures(features, view, context, found, index);
        store.push(features);
        if (index === 0 || source.length === 0) continue;
        const right = agreement(view, source, [found.from[index]!, found.to[index]!], 0, 1);
        if (right > top) {
          top = right;
          best = index;
        }
      }
      if (top >= 0.5) choices.push({ from, to: store.length, best: from + best, document });
    }
  }
  return crossFitRanker(plan, store, choices, plan.source);
}

function fitContents(examples: readonly Example[], looks: readonly Looks[], sources: readonly Linear[], plan: Plan) {
  const features = new Features();
  const found = new ContentCandidates();
  const store = new Store();
  const fields = new FieldStore();
  const choices: (FieldChoice & { readonly document: number })[] = [];
  for (const [document, { view, gold }] of examples.entries()) {
    const { probability } = looks[document]!;
    const source = sources[document % plan.folds]!;
    const reader = new SourceReader(view, source);
    for (const { anchor, content } of gold) {
      const chosen = reader.choose(anchor);
      findContents(found, view, anchor, reader.sources.from[chosen]!, reader.sources.to[chosen]!);
      const context = contentContext(view, anchor, probability);
      const from = store.length;
      const shared = fields.length;
      features.clear();
      contentFields(features, view, anchor, sourceSide(found, anchor));
      fields.push(features);
      let best = 0;
      let top = 0;
      for (let index = 0; index < found.count; index += 1) {
        features.clear();
        contentFeatures(features, view, context, found, index);
        store.push(features);
        fields.push(features);
        const right = agreement(view, content, found.pieces, index * PIECES * 2, found.pieceCount[index]!);
        if (right > top) {
          top = right;
          best = index;
        }
      }
      if (top >= 0.5 && found.count > 1) choices.push({ from, to: store.length, best: from + best, shared, document });
    }
  }
  const contentNetwork = crossFit(
    plan,
    choices.length,
    (index) => choices[index]!.document % plan.folds,
    (which) =>
      trainRankingNetwork(
        fields,
        which.map((index) => choices[index]!),
        plan.contentNetwork,
      ),
  );
  return { content: crossFitRanker(plan, store, choices, plan.content), contentNetwork };
}

/** Which readings are right as a whole: cue, source and content agree with one gold attribution. */
function rightReadings(view: View, gold: readonly Gold[], readings: readonly Proposal[]): Uint8Array {
  const byCue = new Map<number, Gold>();
  for (const one of gold) for (const word of one.cue) byCue.set(word, one);
  return Uint8Array.from(readings, (reading) => {
    let one: Gold | undefined;
    for (let w = reading.cueFrom; w < reading.cueTo && one === undefined; w += 1) one = byCue.get(w);
    if (one === undefined) return 0;
    const named = reading.sourceTo > reading.sourceFrom;
    if (named !== one.source.length > 0) return 0;
    if (named && agreement(view, one.source, [reading.sourceFrom, reading.sourceTo], 0, 1) < 0.5) return 0;
    return agreement(view, one.content, reading.content, 0, reading.content.length / 2) >= 0.5 ? 1 : 0;
  });
}

function fitAcceptance(examples: readonly Example[], cues: CueWords, readings: readonly Proposal[][], plan: Plan) {
  const features = new Features();
  const store = new Store();
  const alone = new Store();
  const labels: number[] = [];
  const aloneLabels: number[] = [];
  const documents: number[] = [];
  const aloneDocuments: number[] = [];
  for (const [d, { view, gold }] of examples.entries()) {
    const lies = rivals(view, readings[d]!);
    const right = rightReadings(view, gold, readings[d]!);
    const inside = new Set(gold.flatMap(({ content }) => content));
    for (const [index, reading] of readings[d]!.entries()) {
      features.clear();
      acceptFeatures(features, view, cues, reading, lies, index, false);
      store.push(features);
      labels.push(right[index]!);
      documents.push(d);
      if (inside.has(reading.anchor)) continue;
      features.clear();
      acceptFeatures(features, view, cues, reading, lies, index, true);
      alone.push(features);
      aloneLabels.push(right[index]!);
      aloneDocuments.push(d);
    }
  }
  const train = (from: Store, right: readonly number[], of: readonly number[]) =>
    crossFit(
      plan,
      from.length,
      (index) => of[index]! % plan.folds,
      (which, orders) => trainBinary(from, Uint8Array.from(right), which, plan.accept, orders),
    );
  return { accept: train(store, labels, documents), nested: train(alone, aloneLabels, aloneDocuments) };
}
