/** What the checker says of each expression, kept by expression: a check takes seconds, and minutes where it does not finish. */
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Script } from 'node:vm';
import type { AttackPattern } from 'recheck';
import type { Expression } from './collect.ts';

const FILE = new URL('./verdicts.tsv', import.meta.url);
const HEAD = `# What recheck says of every regular expression of the program, by the first 16 digits of its SHA-256.
# "linear"; the degree of the polynomial in which its work grows with the text; "exponential"; "unknown"; "refuted" where the
# checker found a text by trying that is said to be dear, and running it takes no longer than its length does.
# Written by npm run check (bench/regexes/).
`;

/** The degree in which the work of an expression grows with its input; infinite for exponential, NaN for unknown. */
export type Degree = number;

/** Milliseconds for the first look, which proves, and for the second, which tries texts out. */
const FIRST = 20_000;
const SECOND = 400_000;

/** The kept verdicts; new ones are added by `judge`; `save` leaves those that are still there, sorted. */
export class Verdicts {
  readonly #kept = new Map<string, string>();
  readonly #used = new Set<string>();

  constructor() {
    if (!existsSync(FILE)) return;
    for (const line of readFileSync(FILE, 'utf8').split('\n')) {
      const [key, verdict] = line.split('\t');
      if (verdict !== undefined) this.#kept.set(key!, verdict);
    }
  }

  has(expression: Expression): boolean {
    return this.#kept.has(keyOf(expression));
  }

  /** Checks the expression unless it is known. */
  async judge(expression: Expression): Promise<Degree> {
    const key = keyOf(expression);
    this.#used.add(key);
    let verdict = this.#kept.get(key);
    if (verdict === undefined) {
      verdict = await check(expression);
      this.#kept.set(key, verdict);
      // What took minutes is not lost where the rest is stopped.
      appendFileSync(FILE, `${key}\t${verdict}\n`);
    }
    if (verdict === 'linear' || verdict === 'refuted') return 1;
    if (verdict === 'exponential') return Number.POSITIVE_INFINITY;
    return verdict === 'unknown' ? Number.NaN : Number(verdict);
  }

  /** Writes the verdicts of all expressions that were asked for. */
  save(): void {
    const lines = [...this.#used].sort().map((key) => `${key}\t${this.#kept.get(key)}\n`);
    writeFileSync(FILE, HEAD + lines.join(''));
  }
}

function keyOf({ source, flags }: Expression): string {
  return createHash('sha256').update(`/${source}/${flags}`).digest('hex').slice(0, 16);
}

let checker: typeof import('recheck') | undefined;

/** By automata where they are small enough; where that does not finish, by trying texts out. */
async function check({ source, flags }: Expression): Promise<string> {
  // The checker's own JavaScript: the same on every machine, without Java and without a binary.
  checker ??= createRequire(import.meta.url)('recheck/lib/browser.js') as typeof import('recheck');
  const { checkSync } = checker;
  const first = checkSync(source, flags, { timeout: FIRST });
  const answer = first.status === 'unknown' ? checkSync(source, flags, { timeout: SECOND, checker: 'fuzz' }) : first;
  if (answer.status === 'unknown') return 'unknown';
  const { complexity } = answer;
  const attack = answer.status === 'vulnerable' ? answer.attack : undefined;
  if (complexity.type !== 'exponential' && complexity.type !== 'polynomial') return 'linear';
  // What the automata say is proved. What was found by trying is a guess from short texts.
  if (answer.checker === 'fuzz' && attack !== undefined && !isDear(new RegExp(source, flags), textOf(attack)))
    return 'refuted';
  return complexity.type === 'exponential' ? 'exponential' : String(complexity.degree);
}

/** UTF-16 code units of a text with which a found attack is run, and the milliseconds of processor time that a line takes. */
const LONG = 100_000;
const MOST = 300;

/** The text that is said to be dear, grown. */
function textOf({ pumps, suffix, base }: AttackPattern): string {
  const once = pumps.reduce((length, { pump }) => length + pump.length, 0);
  const times = Math.max(base, Math.ceil(LONG / Math.max(1, once)));
  return pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join('') + suffix;
}

/** Whether it takes far longer than once through the text: a square would take ten seconds. */
function isDear(expression: RegExp, text: string): boolean {
  const started = process.cpuUsage();
  const script = new Script('expression.lastIndex = 0; expression.exec(text)');
  try {
    script.runInNewContext({ expression, text }, { timeout: 20 * MOST });
  } catch {
    return true;
  }
  return process.cpuUsage(started).user / 1000 > MOST;
}
