/** Training of the rankers that choose the source and the content of a cue. */
import type { Network } from '../../../src/attributions/models/hidden.ts';
import { readerKernel } from '../../../src/attributions/models/kernel.ts';
import type { Linear } from '../../../src/attributions/models/linear.ts';
import type { CueScores } from '../../../src/attributions/models/propose.ts';
import { SourceReader } from '../../../src/attributions/models/source-reader.ts';
import { agreement, scopeOf } from './agreement.ts';
import { crossFit, crossFitRanker, type DocumentChoice } from './cross-fit.ts';
import { type Choice, Store } from './learn.ts';
import { type FieldChoice, FieldStore, trainRankingNetwork } from './networks.ts';
import { type Example, type Plan, share } from './plan.ts';

/** The right source of each gold cue before its other candidates. */
export function fitSources(examples: readonly Example[], plan: Plan, known: Linear[] | null) {
  const store = new Store();
  const choices: DocumentChoice<Choice>[] = [];
  for (const example of examples) {
    const { encoded, gold, fold } = example;
    for (const one of gold) {
      const { anchor, source } = one;
      if (anchor < 0) continue;
      const kernel = readerKernel(encoded);
      const found = kernel.sources;
      kernel.listSources(anchor, scopeOf(encoded, gold, one));
      const from = store.length;
      let best = 0;
      let top = source.length === 0 ? 1 : 0;
      for (let index = 0; index < found.count; index += 1) {
        store.push(kernel.sourceFeatures(index));
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

/** The right content of each gold cue before its other candidates, with the source that its model chooses. */
export function fitContents(
  examples: readonly Example[],
  scores: readonly CueScores[],
  sources: readonly Linear[],
  plan: Plan,
  known: Linear[] | null,
  knownNetwork: Network[] | null,
) {
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
      const kernel = readerKernel(encoded);
      const found = kernel.contents;
      kernel.useProbabilities(probability);
      const from = store.length;
      const shared = fields.length;
      fields.push(kernel.listContents(anchor, reader.sources.from[chosen]!, reader.sources.to[chosen]!, scope));
      let best = 0;
      let top = 0;
      for (let index = 0; index < found.count; index += 1) {
        const features = kernel.contentFeatures(index);
        store.push(features);
        fields.push(features);
        const right = agreement(encoded, content, found.pieces, index * found.maxPieces * 2, found.pieceCount[index]!);
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
  const contentNetwork = fitNetwork(plan, fields, choices, knownNetwork);
  return { content: crossFitRanker(plan, store, choices, plan.content, known), contentNetwork };
}

/** The hidden layer beside the ranker of contents. */
function fitNetwork(
  plan: Plan,
  fields: FieldStore,
  choices: readonly DocumentChoice<FieldChoice>[],
  known: Network[] | null,
) {
  const chosen = (which: readonly number[]) => which.map((index) => choices[index]!);
  return crossFit(
    plan,
    choices.length,
    (index) => choices[index]!.fold,
    (which) => trainRankingNetwork(fields, chosen(which), plan.contentNetwork),
    known,
  );
}
