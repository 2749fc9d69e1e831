/** Whether confidence means what it says: of the claims with confidence c, the share that is right. */
import { judgeAll } from './articles.ts';
import type { EvalAttribution } from './convert.ts';
import type { Scored } from './run.ts';
import { isWhole, loadAligner } from './shared.ts';

const STEPS = [0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0];

interface Sure {
  readonly confidence: number;
  readonly right: boolean;
}

/** A table: claims at or above each confidence, how many are right, and the band below the next step. */
export async function reliabilityTable(scored: Scored): Promise<string> {
  if (scored.set.layer === 'articles') {
    const claims = (await judgeAll(scored.documents, scored.predictions)).flatMap(({ claims }) => claims);
    const counted = claims.filter(({ optional }) => !optional);
    return table(
      'right = publishable: content, speaker and chain',
      counted.map(({ claim: { confidence }, right }) => ({ confidence, right })),
    );
  }
  return table('right = "whole"', await wholeClaims(scored));
}

async function wholeClaims({ documents, predictions }: Scored): Promise<Sure[]> {
  const align = await loadAligner();
  const judged: Sure[] = [];
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
  return judged;
}

function table(meaning: string, judged: readonly Sure[]): string {
  const share = (items: readonly Sure[]): string =>
    items.length === 0
      ? '     -'
      : `${((100 * items.filter(({ right }) => right).length) / items.length).toFixed(1)} %`.padStart(7);
  const lines = STEPS.map((step, index) => {
    const upper = index === 0 ? Number.POSITIVE_INFINITY : STEPS[index - 1]!;
    const above = judged.filter(({ confidence }) => confidence >= step);
    const band = above.filter(({ confidence }) => confidence < upper);
    const cell = (items: readonly Sure[]) => `${String(items.length).padStart(6)} claims ${share(items)} right`;
    return `  >= ${step.toFixed(2)}  ${cell(above)}   band ${cell(band)}`;
  });
  return [`confidence (${meaning})`, ...lines].join('\n');
}
