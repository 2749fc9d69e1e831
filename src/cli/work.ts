/** `accordingto work`: does the jobs of a queue. */

import { EXIT } from '../failure.ts';
import { complain, tell } from '../terminal.ts';
import type { ExtractOptions } from './extract.ts';
import { loadOptional } from './optional.ts';
import { stopOnSignal } from './stop.ts';

export interface QueueWorkOptions extends Pick<ExtractOptions, 'jobs' | 'timeout' | 'maxMemory' | 'quiet'> {
  readonly redis: string;
  readonly queue: string;
  readonly out: string;
  /** The folder that holds all files which jobs may name. */
  readonly inputs: string;
  /** Seconds. */
  readonly lease: number;
  readonly untilEmpty?: boolean;
}

/** @returns the exit code */
export async function runWork(_: string[], options: QueueWorkOptions): Promise<number> {
  const {
    redis: url,
    queue: name,
    out,
    inputs,
    jobs,
    timeout,
    maxMemory,
    lease,
    untilEmpty = false,
    quiet = false,
  } = options;
  const { consume } = await loadOptional('bullmq', () => import('../queue/consume.ts'));
  const giveUp = new AbortController();
  const stop = stopOnSignal('stopping after the job under way; press Ctrl-C again to give it back', (code) => {
    if (giveUp.signal.aborted) process.exit(code);
    giveUp.abort();
  });
  const totals = { jobs: 0, articles: 0, failed: 0 };
  const limits = { threads: jobs, timeout: timeout * 1000, maxMemory };
  const how = { out, inputs, ...limits, lease: lease * 1000, untilEmpty, signal: stop.signal, giveUp: giveUp.signal };
  let unfinished = 0;
  try {
    unfinished = await consume({ url, name }, how, {
      done(part, { documents, failed }) {
        totals.jobs += 1;
        totals.articles += documents;
        totals.failed += failed;
        if (!quiet)
          complain(
            `part ${part}: ${documents} ${documents === 1 ? 'article' : 'articles'}${failed > 0 ? `, ${failed} failed` : ''}`,
          );
      },
      failed(part, reason, left) {
        const then = left > 0 ? 'is tried again' : 'is given up; accordingto queue retry does it again';
        complain(`part ${part} failed and ${then}: ${reason}`);
      },
      trouble: (reason) => complain(`Redis: ${reason}`),
    });
  } finally {
    stop.end();
  }
  if (!quiet) tell(`  jobs ${totals.jobs}, articles ${totals.articles}, failed ${totals.failed}; written to ${out}\n`);
  if (stop.exit !== null) return stop.exit;
  if (unfinished > 0) complain(`${unfinished} jobs have no attempt left; see accordingto queue status`);
  return totals.failed + unfinished > 0 ? EXIT.failed : 0;
}
