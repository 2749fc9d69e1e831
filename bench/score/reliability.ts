/** Whether confidence means what it says: of the claims with confidence c, the share that is right. */
import type { EvalAttribution } from './convert.ts';
import type { Scored } from './run.ts';
import { isWhole, loadAligner } from './shared.ts';

const STEPS = [0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0];

/** A table: claims at or above each confidence, how many are right ("whole"), and the band below the next step. */
export async function reliabilityTable({ documents, predictions }: Scored): Promise<string> {
  const align = await loadAligner();
  const judged: { confidence: number; right: boolean }[] = [];
  for (const [index, document] of documents.entries()) {
    const gold = (document.attributions ?? []) as EvalAttribution[];
    const pred = predictions[index]!.attributions;
    const right = new Set(
      align(document.text, gold, pred)
        .filter((pair) => isWhole(pair, gold[pair.gi]!, pred[pair.pi]!))
        .map(({ pi }) => pi),
    );
    judged.push(...pred.map(({ confidence }, pi) => ({ confidence, right: right.has(pi) })));
  }
  const share = (items: typeof judged): string =>
    items.length === 0
      ? '     -'
      : `${((100 * items.filter(({ right }) => right).length) / items.length).toFixed(1)} %`.padStart(7);
  const lines = STEPS.map((step, index) => {
    const upper = index === 0 ? Number.POSITIVE_INFINITY : STEPS[index - 1]!;
    const above = judged.filter(({ confidence }) => confidence >= step);
    const band = above.filter(({ confidence }) => confidence < upper);
    const cell = (items: typeof judged) => `${String(items.length).padStart(6)} claims ${share(items)} right`;
    return `  >= ${step.toFixed(2)}  ${cell(above)}   band ${cell(band)}`;
  });
  return ['confidence (right = "whole")', ...lines].join('\n');
}
