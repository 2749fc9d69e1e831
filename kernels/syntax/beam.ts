/**
 * The derivations that are followed at a time, best first. After each step the best few of all their continuations go
 * on (Zhang and Clark 2008); those that fall too far behind the best are given up, so that a sentence without doubt is
 * read as quickly as by a greedy parser.
 */
import { BEAM_BEFORE, BEAM_CONFIGURATIONS, BEAM_SCORES, base, OFFER_MOVES, OFFER_SCORES } from './memory';
import { ACTIONS, act, Configuration } from './transitions';

/** How many derivations are followed. */
export let followed: i32 = 0;
/** How many continuations were offered in this step, best first, at most `width`. */
let offered: i32 = 0;

export function follow(first: Configuration): void {
  store<Configuration>(base + BEAM_CONFIGURATIONS, first);
  store<f64>(base + BEAM_SCORES, 0);
  followed = 1;
  offered = 0;
}

/** The last configuration of a derivation, and the sum of the scores that led to it. */
export function followedAt(index: i32): Configuration {
  return load<Configuration>(base + BEAM_CONFIGURATIONS + ((index as usize) << 2));
}

export function scoreAt(index: i32): f64 {
  return load<f64>(base + BEAM_SCORES + ((index as usize) << 3));
}

/** Considers a continuation for the next step; of equals the one offered first goes before. */
export function offer(index: i32, action: i32, score: f64, width: i32): void {
  const scores = base + OFFER_SCORES;
  const moves = base + OFFER_MOVES;
  let place = offered;
  if (offered === width) {
    place -= 1;
    if (score <= load<f64>(scores + ((place as usize) << 3))) return;
  } else offered += 1;
  while (place > 0 && load<f64>(scores + ((place as usize) << 3) - 8) < score) {
    store<f64>(scores + ((place as usize) << 3), load<f64>(scores + ((place as usize) << 3) - 8));
    store<i32>(moves + ((place as usize) << 2), load<i32>(moves + ((place as usize) << 2) - 4));
    place -= 1;
  }
  store<f64>(scores + ((place as usize) << 3), score);
  store<i32>(moves + ((place as usize) << 2), index * ACTIONS + action);
}

/**
 * Carries out the best continuations that were offered.
 *
 * @param margin a continuation this much worse than the best is given up
 */
export function advance(margin: f64): void {
  memory.copy(base + BEAM_BEFORE, base + BEAM_CONFIGURATIONS, (followed as usize) << 2);
  const least = load<f64>(base + OFFER_SCORES) - margin;
  let count = 0;
  for (; count < offered; count++) {
    const score = load<f64>(base + OFFER_SCORES + ((count as usize) << 3));
    if (score < least) break;
    const move = load<i32>(base + OFFER_MOVES + ((count as usize) << 2));
    const before = load<Configuration>(base + BEAM_BEFORE + (((move >> 2) as usize) << 2));
    store<Configuration>(base + BEAM_CONFIGURATIONS + ((count as usize) << 2), act(before, move & 3));
    store<f64>(base + BEAM_SCORES + ((count as usize) << 3), score);
  }
  followed = count;
  offered = 0;
}
