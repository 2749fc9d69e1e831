/**
 * Counted work: how many steps the stages take for an article, and the limit at which it is given up.
 *
 * A step is a word looked at, a candidate weighed, a pair compared, a character cut: the inner loops of the stages call
 * `charge`. The count depends on the text and the options alone, so that an article which is too dear here is too dear on
 * every machine, however busy. What regular expressions do inside is not counted; `npm run check` holds each of them to
 * linear work instead (`bench/regexes.ts`).
 *
 * The state belongs to the thread, for stages are plain functions and none of them waits; it never shows in what they make.
 */

/**
 * Steps that an article may take for each UTF-16 code unit of its text, and steps that any may take. News takes 95 to 125
 * for each: twenty times that is no ordinary text.
 */
const STEPS_PER_UNIT = 2_500;
const STEPS_FOR_ANY = 2_500_000;

/** The article takes more steps than its length allows. */
export class OverBudget extends Error {
  override name = 'OverBudget';
  /** The stage that was under way. */
  readonly stage: string;

  constructor(stage: string, length: number) {
    super(
      `takes more than ${budgetOf(length)} steps of work, far more than news of its length (${length} characters); ` +
        `it was given up in the stage "${stage}"; if it is ordinary text, please report it with the article`,
    );
    this.stage = stage;
  }
}

/** @param length of the text, in UTF-16 code units */
export function budgetOf(length: number): number {
  return STEPS_FOR_ANY + STEPS_PER_UNIT * length;
}

/** Taken so far and allowed, as doubles in place: as variables each step would make a new object. */
const steps = Float64Array.of(0, Number.POSITIVE_INFINITY);
let current = { stage: '', length: 0 };

/**
 * Counts work of the stage that is under way.
 *
 * @param count how many steps: what the caller is about to go through
 * @throws OverBudget where the article has none left; outside `withBudget` never
 */
export function charge(count: number): void {
  steps[0]! += count;
  if (steps[0]! > steps[1]!) throw new OverBudget(current.stage, current.length);
}

/**
 * Runs stages under the budget of one article.
 *
 * @param length of its text, in UTF-16 code units
 * @param run gets a function that runs one stage and counts what it takes
 * @returns what `run` returns, and the steps by stage
 * @throws OverBudget
 */
export function withBudget<Layers, Result>(
  length: number,
  run: (count: <Name extends keyof Layers>(stage: Name, make: () => Layers[Name]) => Layers[Name]) => Result,
): { readonly result: Result; readonly work: Readonly<Record<keyof Layers, number>> } {
  const work: Partial<Record<keyof Layers, number>> = {};
  steps[0] = 0;
  steps[1] = budgetOf(length);
  try {
    const result = run((stage, make) => {
      current = { stage: String(stage), length };
      const before = steps[0]!;
      const made = make();
      work[stage] = steps[0]! - before;
      return made;
    });
    return { result, work: work as Record<keyof Layers, number> };
  } finally {
    steps[1] = Number.POSITIVE_INFINITY;
  }
}
