/** `accordingto queue`: what is in a queue, and what to do with it. */

import { EXIT } from '../failure.ts';
import type { QueueStatus } from '../queue/status.ts';
import { tell } from '../terminal.ts';
import { oneLine } from '../write/one-line.ts';
import { loadOptional } from './optional.ts';

export interface QueueOptions {
  readonly redis: string;
  readonly queue: string;
  readonly format: 'text' | 'json';
}

/** @returns the exit code: of `status`, whether something was given up */
export async function runQueue([action]: string[], { redis: url, queue: name, format }: QueueOptions): Promise<number> {
  const { clearQueue, queueStatus, retryFailed } = await loadOptional('bullmq', () => import('../queue/status.ts'));
  const place = { url, name };
  if (action === 'clear') {
    await clearQueue(place);
    tell(`  queue ${name} is empty\n`);
    return 0;
  }
  if (action === 'retry') {
    tell(`  ${await retryFailed(place)} jobs of queue ${name} are waiting again\n`);
    return 0;
  }
  const status = await queueStatus(place);
  process.stdout.write(format === 'json' ? `${JSON.stringify(status, null, 2)}\n` : statusText(status));
  return status.failures.length + status.deadLetters.length > 0 ? EXIT.failed : 0;
}

function statusText({ queue, jobs, failures, deadLetters }: QueueStatus): string {
  const rows = { ...jobs, 'dead letters': deadLetters.length };
  return [
    `queue ${queue}`,
    ...Object.entries(rows).map(([name, count]) => `  ${name.padEnd(14)} ${String(count).padStart(8)}`),
    ...failures.map(({ part, reason }) => oneLine(`part ${part} failed: ${reason}`)),
    ...deadLetters.map(({ document, reason }) => oneLine(`${document} ${reason}`)),
    '',
  ].join('\n');
}
