/** `accordingto extract`. */

import { countDocuments, type Label } from '../batch/documents.ts';
import { type BatchOptions, runBatch } from '../batch/index.ts';
import { findInputs, type Inputs, samePlace } from '../batch/inputs.ts';
import type { Leftovers } from '../batch/leftovers.ts';
import type { Counts, DocumentResult } from '../batch/result.ts';
import type { RunOptions } from '../batch/run.ts';
import type { Shard } from '../batch/shard.ts';
import type { Refusal } from '../corrections/apply.ts';
import { attempt, EXIT, Failure } from '../failure.ts';
import type { Format } from '../read/format.ts';
import { complain, tell } from '../terminal.ts';
import { writeWhole } from '../write/file.ts';
import type { FormatName } from '../write/formats.ts';
import { visible } from '../write/one-line.ts';
import { Corrections } from './corrections.ts';
import { leftoverRows, unreadList, unreadRows } from './leftovers.ts';
import { Progress } from './progress.ts';
import { standardOutput } from './stdout.ts';
import { stopOnSignal } from './stop.ts';
import { Totals } from './totals.ts';

export interface ExtractOptions {
  readonly out?: string;
  readonly format?: readonly FormatName[];
  readonly published?: string;
  readonly from?: Format;
  readonly anyLanguage?: boolean;
  readonly captions?: boolean;
  readonly includeText?: boolean;
  readonly statements?: boolean;
  /** A file. */
  readonly corrections?: string;
  readonly minConfidence?: number;
  readonly jobs: number;
  /** Seconds. */
  readonly timeout: number;
  /** Bytes. */
  readonly maxSize: number;
  /** Bytes. */
  readonly maxMemory: number;
  readonly shard?: Shard | null;
  readonly force?: boolean;
  readonly prune?: boolean;
  readonly progress?: boolean;
  /** A file. */
  readonly summary?: string;
  readonly quiet?: boolean;
}

/** @returns the exit code */
export async function runExtract(given: string[], options: ExtractOptions): Promise<number> {
  const started = performance.now();
  const paths = given.length > 0 ? given : ['-'];
  const out = options.out === undefined || options.out === '-' ? null : options.out;
  refuseUsage(given, out, options);
  const found = findInputs(paths, out);
  for (const { place, reason } of found.missing) complain(`${place} ${reason}`);
  if (found.inputs.length === 0) return EXIT.noInput;
  if (out !== null) refuseInputs(out, paths);
  const { quiet = false, shard = null } = options;
  const corrections = options.corrections === undefined ? null : await Corrections.read(options.corrections);
  const totals = new Totals();
  totals.failed = found.missing.length;
  const stop = stopOnSignal('stopping after the articles under way; press Ctrl-C again to stop at once');
  const total = countDocuments(found.inputs, options, shard);
  // A line that is drawn over would stand in the middle of the output where both go to one terminal.
  const drawn = out !== null || !process.stdout.isTTY;
  const progress = new Progress({ total, quiet: quiet || !drawn, always: options.progress ?? false });
  const reporter = new Reporter(totals, progress, corrections);
  let leftovers: Leftovers | null = null;
  try {
    const all = { ...batchOptions(options, stop.signal), corrections: corrections?.list };
    if (out === null) await toStandardOutput(found, all, options, reporter.report);
    else leftovers = await toFolder(out, found, all, options, reporter.report);
  } finally {
    progress.end();
    stop.end();
  }
  const seconds = (performance.now() - started) / 1000;
  const { summary } = options;
  if (summary !== undefined) {
    const refused = corrections?.refusals(shard) ?? null;
    const json = totals.toJson(seconds, { interrupted: stop.exit !== null, unread: found.unread, leftovers, refused });
    await attempt(summary, () => writeWhole(summary, json));
  }
  if (out !== null && !quiet) {
    tell(
      `${totals.table(seconds)}${leftOut(found)}${unreadRows(found.unread)}${leftoverRows(leftovers)}  written to ${out}\n`,
    );
  }
  if (out === null && !quiet && found.unread.size > 0) complain(`not read: ${unreadList(found.unread)}`);
  if (stop.exit !== null) return stop.exit;
  for (const warning of corrections?.warnings(shard) ?? []) complain(warning);
  if (reporter.empty && totals.articles === 0 && totals.failed === 0 && found.single) return EXIT.noInput;
  return totals.failed > 0 ? EXIT.failed : 0;
}

/** @throws Failure where nothing is to be read, or options do not go together */
function refuseUsage(given: readonly string[], out: string | null, { prune }: ExtractOptions): void {
  if (given.length === 0 && process.stdin.isTTY) {
    throw new Failure(
      'nothing to read: name files or folders, or pipe text in; see accordingto extract --help',
      EXIT.usage,
    );
  }
  if (out === null && prune) throw new Failure('--prune needs a folder; name it with --out', EXIT.usage);
}

/** Counts what becomes of the documents, and says what is wrong with one. */
class Reporter {
  readonly #totals: Totals;
  readonly #progress: Progress;
  readonly #corrections: Corrections | null;
  /** Whether an input had nothing in it at all. */
  empty = false;

  constructor(totals: Totals, progress: Progress, corrections: Corrections | null) {
    this.#totals = totals;
    this.#progress = progress;
    this.#corrections = corrections;
  }

  readonly report: Report = ({ place, id, renamed }, { reason, counts, refused }, { unchanged, skipped, empty }) => {
    const totals = this.#totals;
    this.#corrections?.met(id, refused);
    if (counts !== null) {
      if (unchanged) totals.unchanged += 1;
      totals.add(counts);
      if (renamed !== null) complain(`${place} has the id "${renamed}" again; written as "${id}"`);
    } else {
      complain(`${place} ${reason}`);
      if (skipped) totals.skipped += 1;
      else totals.failed += 1;
      this.empty ||= empty;
    }
    this.#progress.count({ failed: counts === null && !skipped, unchanged, skipped });
  };
}

type Report = (
  document: Label,
  result: {
    readonly reason: string | null;
    readonly counts: Counts | null;
    /** Corrections of it that were not applied. */
    readonly refused?: readonly Refusal[] | undefined;
  },
  how: {
    readonly unchanged: boolean;
    readonly skipped: boolean;
    /** True where its input had nothing in it at all. */
    readonly empty: boolean;
  },
) => void;

async function toStandardOutput(
  { inputs, single }: Inputs,
  all: Omit<BatchOptions, 'formats' | 'folder'>,
  { format, shard = null }: ExtractOptions,
  report: Report,
): Promise<void> {
  const formats = format ?? (single ? null : ['ndjson' as const]);
  const printer = standardOutput(formats);
  await runBatch(inputs, { ...all, formats, folder: false, shard }, async ({ document, done }) => {
    if ('contents' in done) await printer.print(done.contents[0]!, document.record);
    const reason = 'reason' in done ? done.reason : null;
    const counts = 'counts' in done ? done.counts : null;
    const refused = 'refused' in done ? done.refused : undefined;
    report(document, { reason, counts, refused }, { unchanged: false, ...leftAlone(done) });
  });
  await printer.end();
}

async function toFolder(
  out: string,
  { inputs }: Inputs,
  all: Omit<RunOptions, 'formats' | 'shard' | 'force' | 'prune'>,
  { format: formats = ['json'], shard = null, force = false, prune = false }: ExtractOptions,
  report: Report,
): Promise<Leftovers> {
  const { runInto } = await import('../batch/run.ts');
  return runInto(out, inputs, { ...all, formats, shard, force, prune }, (document, entry, done) => {
    const { empty } = leftAlone(done);
    report(document, entry, { unchanged: done.status === 'unchanged', skipped: entry.status === 'skipped', empty });
  });
}

const leftAlone = (done: DocumentResult) => ({
  skipped: done.status === 'skipped',
  empty: 'empty' in done && done.empty === true,
});

/** A folder that is read must not fill with output: the next run would meet it. */
function refuseInputs(out: string, paths: readonly string[]): void {
  const same = paths.find((path) => path !== '-' && samePlace(path, out));
  if (same !== undefined) {
    throw new Failure(
      `--out ${out} is what you read (${same}); choose another folder, for example --out out`,
      EXIT.usage,
    );
  }
}

function batchOptions(options: ExtractOptions, signal: AbortSignal): Omit<BatchOptions, 'formats' | 'folder'> {
  const {
    published,
    from,
    anyLanguage,
    captions,
    minConfidence,
    includeText = false,
    statements = false,
    jobs,
    timeout,
    maxSize,
    maxMemory,
  } = options;
  const limits = { maxTextBytes: maxSize, timeout: timeout * 1000, maxMemory };
  return { published, from, anyLanguage, captions, minConfidence, includeText, statements, ...limits, jobs, signal };
}

function leftOut({ outputs }: Inputs): string {
  return outputs.map((path) => `  left out   ${visible(path)} (output of an earlier run)\n`).join('');
}
