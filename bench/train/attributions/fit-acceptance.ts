/** Training of the model that judges whole readings, on what the other models propose in each scope. */
import { ARTICLE, acceptFeatures, rivals, type Scope } from '../../../src/attributions/models/accept.ts';
import type { CueWords } from '../../../src/attributions/models/cues.ts';
import type { Reader, Reading } from '../../../src/attributions/models/propose.ts';
import type { EncodedDocument } from '../../../src/grammar/encoded.ts';
import { agreement, piecesOf } from './agreement.ts';
import { crossFit } from './cross-fit.ts';
import type { Gold } from './gold.ts';
import { Store, trainBinary } from './learn.ts';
import { type Example, OWN_ACCEPTED, type Plan, share } from './plan.ts';

/** What a reading is beside the gold: right as a whole, wrong, or, where it is right but optional, not to be learned from. */
function judged(encoded: EncodedDocument, byCue: ReadonlyMap<number, Gold>, reading: Reading): 0 | 1 | null {
  let one: Gold | undefined;
  for (let w = reading.cueFrom; w < reading.cueTo && one === undefined; w += 1) one = byCue.get(w);
  if (one === undefined) return 0;
  const named = reading.sourceTo > reading.sourceFrom;
  if (named !== one.source.length > 0) return 0;
  if (named && agreement(encoded, one.source, [reading.sourceFrom, reading.sourceTo], 0, 1) < 0.5) return 0;
  if (agreement(encoded, one.content, reading.content, 0, reading.content.length / 2) < 0.5) return 0;
  return one.optional ? null : 1;
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

/** Which readings are right as a whole, in their scope. */
export function fitAcceptance(examples: readonly Example[], cues: CueWords, readers: readonly Reader[], plan: Plan) {
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
        store.push(acceptFeatures(encoded, cues, reading, lies, index, scope));
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
