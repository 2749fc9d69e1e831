/** Shows the progress of a run: a line that is overwritten on a terminal, a plain line now and then elsewhere. */
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

interface Counted {
  readonly failed: boolean;
  readonly unchanged: boolean;
  readonly skipped?: boolean;
}

export class Progress {
  readonly #total: number | null;
  readonly #interval: number;
  readonly #timer: NodeJS.Timeout | undefined;
  #done = 0;
  #failed = 0;
  #skipped = 0;
  /** Documents that no earlier run did; of these, those not skipped; and the time at which the first was handled. */
  #handled = 0;
  #worked = 0;
  #since = performance.now();
  #last = performance.now();

  constructor({ total, quiet, always }: ProgressOptions) {
    this.#total = total;
    const active = !quiet && (isTerminal || always);
    this.#interval = !active ? Number.POSITIVE_INFINITY : isTerminal ? ON_TERMINAL : ELSEWHERE;
    if (active) this.#timer = setInterval(() => this.#show(), this.#interval).unref();
  }

  /**
   * @param document.unchanged true where an earlier run did it
   * @param document.skipped true where it was left alone on purpose: that takes hardly any time
   */
  count({ failed, unchanged, skipped = false }: Counted): void {
    if (this.#handled === 0 && unchanged) this.#since = performance.now();
    this.#done += 1;
    if (failed) this.#failed += 1;
    if (skipped) this.#skipped += 1;
    if (!unchanged) this.#handled += 1;
    if (!unchanged && !skipped) this.#worked += 1;
    this.#show();
  }

  end(): void {
    clearInterval(this.#timer);
  }

  #show(): void {
    const now = performance.now();
    if (now - this.#last < this.#interval) return;
    this.#last = now;
    const seconds = (now - this.#since) / 1000;
    const [total, done] = [this.#total, this.#done];
    const articles = total === null ? `${done} ${done === 1 ? 'article' : 'articles'}` : `${done}/${total} articles`;
    const parts = [articles, `${(this.#worked / seconds).toFixed(1)}/s`];
    // Of the rest as many will be skipped.
    if (total !== null && this.#handled > 0) parts.push(`${duration(((total - done) * seconds) / this.#handled)} left`);
    if (this.#skipped > 0) parts.push(`${this.#skipped} skipped`);
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
