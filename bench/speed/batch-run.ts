/**
 * One run of a bench of batches in a process of its own, so that nothing but it counts: the folder of articles, the
 * number of jobs, and where to write; without that the articles are only worked on, one after the other. Prints what it
 * took as JSON.
 */
import { findInputs } from '../../src/batch/inputs.ts';
import { runInto } from '../../src/batch/run.ts';
import type { Took } from './batch.ts';

const [folder, jobs, out] = process.argv.slice(2);
const { inputs } = findInputs([folder!], null);
const options = { includeText: false, formats: ['json'] } as const;
const started = performance.now();
if (out === undefined) {
  const { work } = await import('../../src/batch/work.ts');
  for (const [at, input] of inputs.entries()) {
    const { id, source } = input;
    const document = { place: source, input: source, at, id, renamed: null, stem: id, record: false };
    await work(
      { ...document, content: { file: input } },
      { ...options, folder: false, formats: ['json', 'claims'] },
      null,
    );
  }
} else {
  const limits = { timeout: 60_000, maxMemory: 1e9, signal: new AbortController().signal };
  await runInto(out, inputs, { ...options, ...limits, jobs: Number(jobs), shard: null, force: true }, () => {});
}
const { user, system } = process.cpuUsage();
const took: Took = {
  articles: inputs.length,
  seconds: (performance.now() - started) / 1000,
  processor: (user + system) / 1e6,
  memory: process.resourceUsage().maxRSS / 1024,
};
console.log(JSON.stringify(took));
