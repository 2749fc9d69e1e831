/** Training of the models that tell which words carry a cue. */
import type { CueWords } from '../../../src/attributions/models/cues.ts';
import type { Network } from '../../../src/attributions/models/hidden.ts';
import { readerKernel } from '../../../src/attributions/models/kernel.ts';
import type { Linear } from '../../../src/attributions/models/linear.ts';
import { anchorsOf } from '../../../src/attributions/models/propose.ts';
import { crossFit } from './cross-fit.ts';
import { Store, trainBinary } from './learn.ts';
import { FieldStore, trainNetwork } from './networks.ts';
import { type Example, type Plan, share } from './plan.ts';

/** Words inside a content of PolNeAR say nothing for or against a cue, because it marks none there; nor do optional ones. */
export function fitAnchors(
  examples: readonly Example[],
  cues: CueWords,
  plan: Plan,
  knownFirst: Linear[] | null,
  knownNetwork: Network[] | null,
) {
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
    const kernel = readerKernel(encoded);
    kernel.useCues(cues);
    for (const anchor of anchorsOf(encoded, cues)) {
      if (!right.has(anchor) && silent.has(anchor)) continue;
      const features = kernel.cueFeatures(anchor);
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
