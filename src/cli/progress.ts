/** How far a run is: a line that is drawn over on a terminal, a plain line now and then elsewhere. */
import { complain, draw, isTerminal } from '../terminal.ts';

/** Milliseconds between two lines. */
const ON_TERMINAL = 100;
const ELSEWHERE = 10_000;

export interface ProgressOptions {
  /** How many documents there will be; null where nobody knows. */
  readonly total: number | null;
  readonly quiet: boolean;
  /** Also where there is no terminal. */
  readonly always: boolean;
}

export class Progress {
  readonly #total: number | null;
  readonly #interval: number;
  readonly #timer: NodeJS.Timeout | undefined;
  #done = 0;
  #failed = 0;
  /** Those that were worked on in this run, and since when. */
  #worked = 0;
  #since = performance.now();
  #last = performance.now();

  constructor({ total, quiet, always }: ProgressOptions) {
    this.#total = total;
    const active = !quiet && (isTerminal || always);
    this.#interval = !active ? Number.POSITIVE_INFINITY : isTerminal ? ON_TERMINAL : ELSEWHERE;
    if (active) this.#timer = setInterval(() => this.#show(), this.#interval).unref();
  }

  /** @param unchanged true where an earlier run did it */
  count({ failed, unchanged }: { readonly failed: boolean; readonly unchanged: boolean }): void {
    if (this.#worked === 0 && unchanged) this.#since = performance.now();
    this.#done += 1;
    if (failed) this.#failed += 1;
    if (!unchanged) this.#worked += 1;
    this.#show();
  }

  end(): void {
    clearInterval(this.#timer);
  }

  #show(): void {
    const now = performance.now();
    if (now - this.#last < this.#interval) return;
    this.#last = now;
    const rate = this.#worked / ((now - this.#since) / 1000);
    const parts = [`${this.#done}${this.#total === null ? '' : `/${this.#total}`} articles`, `${rate.toFixed(1)}/s`];
    if (this.#total !== null && rate > 0) parts.push(`${duration((this.#total - this.#done) / rate)} left`);
    parts.push(`${this.#failed} failed`);
    if (isTerminal) draw(parts.join(', '));
    else complain(parts.join(', '));
  }
}

/** Seconds in the two units that matter. */
function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
