/**
 * The derivations that are followed at a time, best first. After each step the best few of all their continuations go
 * on (Zhang and Clark 2008); those that fall too far behind the best are given up, so that a sentence without doubt is
 * read as quickly as by a greedy parser.
 */
import { ACTIONS, act, type Pool, WIDEST } from './transitions.ts';

export interface Beam {
  count: number;
  /** Places of the configurations in their pool, and the sums of the scores that led to them. */
  readonly configurations: Int32Array;
  readonly scores: Float64Array;
}

export const makeBeam = (): Beam => ({
  count: 0,
  configurations: new Int32Array(WIDEST),
  scores: new Float64Array(WIDEST),
});

/** Continuations offered in this step, best first: score, and index in the beam times `ACTIONS` plus action. */
const SCORES = new Float64Array(WIDEST + 1);
const MOVES = new Int32Array(WIDEST + 1);
const FROM = new Int32Array(WIDEST);
let offered = 0;

/** Considers a continuation for the next step; of equals the one offered first goes before. */
export function offer(index: number, action: number, score: number, width: number): void {
  if (offered === width && score <= SCORES[width - 1]!) return;
  let place = offered < width ? offered++ : width - 1;
  while (place > 0 && SCORES[place - 1]! < score) {
    SCORES[place] = SCORES[place - 1]!;
    MOVES[place] = MOVES[place - 1]!;
    place -= 1;
  }
  SCORES[place] = score;
  MOVES[place] = index * ACTIONS + action;
}

/**
 * Carries out the best continuations that were offered.
 *
 * @param margin a continuation this much worse than the best is given up
 */
export function advance(beam: Beam, pool: Pool, margin: number): void {
  const { configurations, scores } = beam;
  for (let index = 0; index < beam.count; index++) FROM[index] = configurations[index]!;
  const least = SCORES[0]! - margin;
  let count = 0;
  for (; count < offered && SCORES[count]! >= least; count++) {
    const move = MOVES[count]!;
    configurations[count] = act(pool, FROM[move >> 2]!, move & 3);
    scores[count] = SCORES[count]!;
  }
  beam.count = count;
  offered = 0;
}
