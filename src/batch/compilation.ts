/** How soon V8 compiles running code with its optimizing compilers, how it compiles regular expressions, who collects garbage. */
import { setFlagsFromString } from 'node:v8';

/**
 * Regular expressions become machine code at once. By default V8 makes code for its interpreter first, and what it does to
 * shorten that takes longer than to make machine code: an eighth of the processor time of one article of 5 kB from the
 * command line (medians of nine, 2026-11-30).
 */
const EXPRESSIONS_AT_ONCE = '--no-regexp-tier-up';

/**
 * Each worker collects its young objects alone, as it does some 50 times a second. Helper threads would wait for a core that
 * another worker has: two workers on two cores do 1,500 articles of 1.3 kB in 27.6 seconds of processor time instead of
 * 29.6 (medians of five pairs on a busy machine, 2026-12-01); for one worker it makes no difference.
 */
const YOUNG_ALONE = '--no-parallel-scavenge';

/** Later versions of V8 do not know the flags and complain: Node 20 has 11, Node 22 has 12. */
const KNOWN_UP_TO = 11;

/**
 * In workers: three times the default of V8. Every worker compiles for itself, and code that is compiled later is less
 * often discarded; two workers do 1,000 articles in 17.1 seconds of processor time instead of 20.0 (medians of five,
 * 2026-11-26).
 */
export const FOR_MANY = ['--interrupt-budget=400000', EXPRESSIONS_AT_ONCE, YOUNG_ALONE] as const;

/** For a few small texts: most code would not run often enough to be worth compiling. */
export const FOR_FEW = ['--interrupt-budget=1000000', EXPRESSIONS_AT_ONCE] as const;

/** Sets the flags for the whole process, from now on. */
export function setCompilation(flags: readonly string[]): void {
  if (Number.parseInt(process.versions.v8, 10) <= KNOWN_UP_TO) for (const flag of flags) setFlagsFromString(flag);
}
