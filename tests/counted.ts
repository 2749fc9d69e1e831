/**
 * Counted work for tests of growth: how much code runs, the same on every machine, however busy.
 *
 * V8 counts how often each block of code runs, with the code of packages; what a block leaves to the engine is added by
 * length: characters that a regular expression, `indexOf` or `replace` goes over, items that `sort`, `includes` or `slice`
 * go over, weights that the kernel of the syntax looks up. Steps that a regular expression goes back are not seen:
 *
 * A function that has run before this module was loaded is counted as one block a call.
 */
import { type InspectorNotification, Session } from 'node:inspector';
import { shippedModels } from '../src/syntax/models.ts';

type Coverage = { result: { functions: { ranges: { count: number }[] }[] }[] };

const session = new Session();
session.connect();
post('Profiler.enable');
post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

function post(method: string, params: object = {}): InspectorNotification<unknown> | Coverage {
  let answer: unknown;
  // Commands of the profiler are answered before `post` returns.
  (session.post as (method: string, params: object, done: (error: Error | null, result: unknown) => void) => void).call(
    session,
    method,
    params,
    (error, result) => {
      if (error) throw error;
      answer = result;
    },
  );
  return answer as Coverage;
}

/** Blocks run since the last call. */
function takeBlocks(): number {
  const { result } = post('Profiler.takePreciseCoverage') as Coverage;
  let blocks = 0;
  for (const { functions } of result)
    for (const { ranges } of functions) for (const { count } of ranges) blocks += count;
  return blocks;
}

let passed = 0;

/** What was replaced while the engine is watched, and how to put it back. */
type Undo = (() => void)[];
/** What a call counts for: by its object, its result and its arguments. */
type Cost = (self: never, result: never, args: never) => number;

/** Replaces methods by ones that add up what they go over; returns a function that puts them back. */
function watchEngine(): () => void {
  const undo: Undo = [];
  watchExpressions(undo);
  watchStrings(undo);
  watchLists(undo);
  // The kernel's own blocks are not seen.
  watch(undo, shippedModels().kernel, ['charge'], (_, steps: number) => steps);
  return () => {
    for (const back of undo) back();
  };
}

function watch(undo: Undo, owner: object, names: readonly string[], cost: Cost): void {
  for (const name of names) {
    const kept = Object.getOwnPropertyDescriptor(owner, name)!;
    const original = kept.value as (...args: unknown[]) => unknown;
    const watched = function (this: unknown, ...args: unknown[]) {
      const result = Reflect.apply(original, this, args);
      passed += cost(this as never, result as never, args as never);
      return result;
    };
    Object.defineProperty(owner, name, { ...kept, value: watched });
    undo.push(() => Object.defineProperty(owner, name, kept));
  }
}

/** Counts the characters up to the end of a match: `test`, `match`, `matchAll`, `replace` and `split` call `exec` too. */
function watchExpressions(undo: Undo): void {
  const exec = RegExp.prototype.exec;
  const kept = Object.getOwnPropertyDescriptor(RegExp.prototype, 'exec')!;
  Object.defineProperty(RegExp.prototype, 'exec', {
    ...kept,
    value(this: RegExp, text: string) {
      const from = this.global || this.sticky ? this.lastIndex : 0;
      const found = exec.call(this, text);
      const end = found ? found.index + found[0].length : this.sticky ? from : String(text).length;
      passed += 1 + Math.max(0, end - from);
      return found;
    },
  });
  undo.push(() => Object.defineProperty(RegExp.prototype, 'exec', kept));
}

function watchStrings(undo: Undo): void {
  const searched = (self: string, found: number | boolean, [, from]: [string, number?]) =>
    typeof found === 'number' && found >= 0
      ? found - Math.max(0, from ?? 0)
      : found === true
        ? 1
        : self.length - (from ?? 0);
  watch(undo, String.prototype, ['indexOf', 'includes'], searched);
  const made = (_: string, result: string) => result.length;
  watch(undo, String.prototype, ['toLowerCase', 'toUpperCase', 'trim', 'normalize', 'repeat'], made);
}

function watchLists(undo: Undo): void {
  const made = (_: unknown, result: { length: number }) => result.length;
  const all = (self: ArrayLike<unknown>) => self.length;
  const found = (self: ArrayLike<unknown>, at: number | boolean) =>
    typeof at === 'number' && at >= 0 ? at : at === true ? 1 : self.length;
  const stretch = (self: ArrayLike<unknown>, _: unknown, [, from = 0, to = self.length]: [unknown, number?, number?]) =>
    Math.max(0, to - from);
  const typed = Object.getPrototypeOf(Int32Array.prototype) as object;
  watch(undo, Array.prototype, ['slice', 'concat', 'flat', 'join'], made);
  watch(undo, Array.prototype, ['sort', 'reverse', 'splice', 'unshift'], all);
  for (const list of [Array.prototype, typed]) {
    watch(undo, list, ['includes', 'indexOf'], found);
    watch(undo, list, ['fill'], stretch);
  }
  watch(undo, typed, ['slice'], made);
  watch(undo, typed, ['sort'], all);
  watch(undo, typed, ['set'], (_, __, [from]: [ArrayLike<unknown>]) => from.length);
}

/**
 * How much is done by a function that does not wait.
 *
 * @returns blocks of code run and characters and items gone over; differs by a few in a hundred where tables are filled or
 *   emptied
 */
export function workOf(run: () => unknown): number {
  const back = watchEngine();
  try {
    passed = 0;
    takeBlocks();
    run();
    return takeBlocks() + passed;
  } finally {
    back();
  }
}

/**
 * By what factor the work grows when the size does, after first runs that load what all need and fill what is kept by word.
 *
 * @param run what to count, for a size
 */
export function growthOf(run: (size: number) => unknown, small: number, large: number): number {
  run(small);
  run(large);
  return workOf(() => run(large)) / workOf(() => run(small));
}

/** `workOf` of a function that waits; nothing else may run meanwhile. */
async function workOfWaiting(run: () => Promise<unknown>): Promise<number> {
  const back = watchEngine();
  try {
    passed = 0;
    takeBlocks();
    await run();
    return takeBlocks() + passed;
  } finally {
    back();
  }
}

/** `growthOf` of a function that waits. */
export async function growthOfWaiting(
  run: (size: number) => Promise<unknown>,
  small: number,
  large: number,
): Promise<number> {
  await run(small);
  await run(large);
  const work = await workOfWaiting(() => run(large));
  return work / (await workOfWaiting(() => run(small)));
}
