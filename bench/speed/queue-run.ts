/** One run through a queue, for `queue.ts`: the server, the folder of articles, where to write. Prints what it took. */
import { findInputs } from '../../src/batch/inputs.ts';
import { consume } from '../../src/queue/consume.ts';
import { enqueue } from '../../src/queue/enqueue.ts';
import { clearQueue } from '../../src/queue/status.ts';
import type { QueueTook } from './queue.ts';

const [url, folder, out] = process.argv.slice(2) as [string, string, string];
const place = { url, name: `accordingto-bench-${process.pid}` };
const spent = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
await enqueue(place, findInputs([folder], null).inputs, { includeText: false, formats: ['json'] }, 200);
const enqueued = spent();
const never = new AbortController().signal;
const limits = { threads: 2, timeout: 60_000, maxMemory: 1e9, lease: 30_000 };
const how = { ...limits, out, inputs: '/', untilEmpty: true, signal: never, giveUp: never };
await consume(
  place,
  { ...how, program: new URL('./queue-program.js', import.meta.url) },
  { done() {}, failed() {}, trouble: console.error },
);
const took: QueueTook = { enqueue: enqueued, consumer: spent() - enqueued };
await clearQueue(place);
console.log(JSON.stringify(took));
