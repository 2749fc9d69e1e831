/** `accordingto extract`. */

import type { Counts } from '../batch/done.ts';
import { type BatchOptions, runBatch } from '../batch/index.ts';
import { findInputs, type Inputs, samePlace } from '../batch/inputs.ts';
import type { Format } from '../read/format.ts';
import type { FormatName } from '../write/formats.ts';
import { EXIT, Failure } from './failure.ts';
import { folder, type Sink, standardOutput } from './sinks.ts';
import { complain, Progress, tell } from './terminal.ts';

/** Where several articles go when nothing else is said. */
const OUT = 'out';

export interface ExtractOptions {
  readonly out?: string;
  readonly format?: readonly FormatName[];
  readonly published?: string;
  readonly from?: Format;
  readonly includeText?: boolean;
  readonly minConfidence?: number;
  readonly jobs: number;
  /** Seconds. */
  readonly timeout: number;
  /** Bytes. */
  readonly maxSize: number;
  /** Bytes. */
  readonly maxMemory: number;
  readonly quiet?: boolean;
}

interface Totals {
  articles: number;
  failed: number;
  skipped: number;
  claims: number;
  attributed: number;
  sources: number;
  problems: number;
}

/** @returns the exit code */
export async function runExtract(given: string[], options: ExtractOptions): Promise<number> {
  const started = performance.now();
  const paths = given.length > 0 ? given : ['-'];
  if (given.length === 0 && process.stdin.isTTY) {
    throw new Failure(
      'nothing to read: name files or folders, or pipe text in; see accordingto extract --help',
      EXIT.usage,
    );
  }
  const found = findInputs(paths, options.out === '-' ? null : (options.out ?? OUT));
  const out = options.out === '-' ? null : (options.out ?? (found.single ? null : OUT));
  for (const { place, reason } of found.missing) complain(`${place} ${reason}`);
  if (found.inputs.length === 0) return EXIT.noInput;
  const totals: Totals = {
    articles: 0,
    failed: found.missing.length,
    skipped: 0,
    claims: 0,
    attributed: 0,
    sources: 0,
    problems: 0,
  };
  if (out !== null) refuseInputs(out, paths);
  const sink = await openSink(out, options, found);
  const stop = stopOnInterrupt();
  const progress = new Progress(options.quiet ?? false);
  let empty = false;
  try {
    await runBatch(found.inputs, batchOptions(out, options, found, stop.signal), async ({ document, done }) => {
      const { place, id, renamed } = document;
      const failure =
        'texts' in done ? await sink.take(document, done.texts) : done.status === 'failed' ? done.reason : null;
      if (failure !== null) {
        totals.failed += 1;
        empty ||= 'empty' in done && done.empty;
        complain(`${place} ${failure}`);
      } else if ('texts' in done) {
        add(totals, done.counts);
        if (renamed !== null) complain(`${place} has the id "${renamed}" again; written as "${id}"`);
      } else {
        totals.skipped += 1;
        complain(`${place} ${done.reason}`);
      }
      progress.show(`${totals.articles} articles, ${totals.failed} failed  ${place}`);
    });
  } finally {
    stop.end();
    await sink.close();
  }
  if (out !== null && !options.quiet) tell(summary(totals, out, found, performance.now() - started));
  if (stop.signal.aborted) return EXIT.interrupted;
  if (empty && totals.articles === 0 && paths.length === 1 && paths[0] === '-') return EXIT.noInput;
  return totals.failed > 0 ? EXIT.failed : 0;
}

/** A folder that is read must not fill with output: the next run would meet it. */
function refuseInputs(out: string, paths: readonly string[]): void {
  const same = paths.find((path) => path !== '-' && samePlace(path, out));
  if (same !== undefined) {
    throw new Failure(
      `--out ${out} is what you read (${same}); choose another folder, for example --out ${OUT}`,
      EXIT.usage,
    );
  }
}

async function openSink(out: string | null, options: ExtractOptions, found: Inputs): Promise<Sink> {
  return out === null
    ? standardOutput(formatsFor(out, options, found))
    : folder(out, formatsFor(out, options, found)!, found.inputs);
}

function formatsFor(out: string | null, { format }: ExtractOptions, { single }: Inputs): readonly FormatName[] | null {
  return format ?? (out !== null ? ['json'] : single ? null : ['ndjson']);
}

function batchOptions(out: string | null, options: ExtractOptions, found: Inputs, signal: AbortSignal): BatchOptions {
  const { published, from, minConfidence, includeText = false, jobs, timeout, maxSize, maxMemory } = options;
  return {
    published,
    from,
    minConfidence,
    includeText,
    maxTextBytes: maxSize,
    formats: formatsFor(out, options, found),
    folder: out !== null,
    jobs,
    timeout: timeout * 1000,
    maxMemory,
    signal,
  };
}

/** The first SIGINT ends the run after the articles under way, the second at once. */
function stopOnInterrupt(): { signal: AbortSignal; end: () => void } {
  const controller = new AbortController();
  const onInterrupt = () => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    complain('stopping after the articles under way; press Ctrl-C again to stop at once');
    controller.abort();
  };
  process.on('SIGINT', onInterrupt);
  return { signal: controller.signal, end: () => process.off('SIGINT', onInterrupt) };
}

function add(totals: Totals, { claims, attributed, sources, problems }: Counts): void {
  totals.articles += 1;
  totals.claims += claims;
  totals.attributed += attributed;
  totals.sources += sources;
  totals.problems += problems;
}

function besides({ failed, skipped }: Totals): string {
  return `${failed > 0 ? `  ${failed} failed` : ''}${skipped > 0 ? `  ${skipped} skipped` : ''}`;
}

function summary(totals: Totals, out: string, { outputs }: Inputs, milliseconds: number): string {
  const share = totals.claims === 0 ? '' : `  ${Math.round((100 * totals.attributed) / totals.claims)} % of the claims`;
  const rows: readonly (readonly [string, number | string, string?])[] = [
    ['articles', totals.articles, besides(totals)],
    ['claims', totals.claims],
    ['attributed', totals.attributed, share],
    ['sources', totals.sources],
    ['problems', totals.problems],
    ['seconds', (milliseconds / 1000).toFixed(1)],
  ];
  const table = rows.map(([label, value, note = '']) => `  ${label.padEnd(10)} ${String(value).padStart(8)}${note}\n`);
  const left = outputs.map((path) => `  left out   ${path} (output of an earlier run)\n`);
  return `${table.join('')}${left.join('')}  written to ${out}\n`;
}
