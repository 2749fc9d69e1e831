/** `accordingto report`: pages for browsers out of what a run wrote. */
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { OUTPUT_MARK } from '../batch/inputs.ts';
import { Ledger } from '../batch/ledger.ts';
import { LEDGER } from '../batch/names.ts';
import { sizeOf } from '../batch/segments.ts';
import { EXIT, Failure } from '../failure.ts';
import { ARTICLES, CLUSTERS, INDEX, writeReport } from '../report/index.ts';
import { insteadIn, notesOn } from '../results/there.ts';
import { complain, tell } from '../terminal.ts';
import { Progress } from './progress.ts';
import { registerOf } from './register.ts';
import { complainOfUnread } from './unread.ts';

export interface ReportOptions {
  readonly out?: string;
  readonly register?: string;
  readonly quiet?: boolean;
}

const MARK = 'Report of accordingto: the next report in this folder takes its place.\n';

/** @returns the exit code */
export async function runReport([out = 'out']: string[], options: ReportOptions): Promise<number> {
  if (!statSync(out, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Failure(`${out} is no folder; name one that accordingto extract wrote`, EXIT.noInput);
  }
  const folder = options.out ?? join(out, 'report');
  if (resolve(folder) === resolve(out)) {
    throw new Failure(`--out ${folder} is what is read; choose another folder`, EXIT.usage);
  }
  if (holdsResults(out, folder)) {
    throw new Failure(`${folder} holds articles of the run; name another folder with --out`, EXIT.usage);
  }
  const register = options.register === undefined ? undefined : registerOf(options.register);
  const progress = new Progress({ total: null, quiet: options.quiet ?? false, always: false });
  const made = !existsSync(folder);
  try {
    clear(folder);
    const count = (failed: boolean) => progress.count({ failed, unchanged: false });
    const { articles, claims, pieced, failures } = await writeReport(out, folder, count, register);
    complainOfUnread(failures);
    if (articles === 0) {
      if (made) rmSync(folder, { recursive: true });
      if (failures.length === 0) complain(`${out} ${insteadIn(out, 'documents')}`);
      return failures.length > 0 ? EXIT.failed : EXIT.noInput;
    }
    for (const note of notesOn(out, 'documents')) complain(`${out}: ${note}`);
    if (!options.quiet) tell(summary(articles, claims, pieced, join(folder, INDEX)));
    return failures.length > 0 ? EXIT.failed : 0;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new Failure(`${folder} cannot be written: ${message}; choose another folder with --out`, EXIT.output);
  } finally {
    progress.end();
  }
}

/** True where articles have ids such as `report/x`: pages would take the place of their files. */
function holdsResults(out: string, folder: string): boolean {
  const inner = relative(resolve(out), resolve(folder)).split(sep).join('/');
  if (sizeOf(join(out, LEDGER)) === null) return false;
  const ledger = new Ledger(out, 'read');
  try {
    for (const { files } of ledger.entries()) if (files.some(({ path }) => path.startsWith(`${inner}/`))) return true;
    return false;
  } finally {
    ledger.close();
  }
}

/**
 * Deletes the pages of an earlier report, so that none of an article that is gone stays; a folder that is no report is
 * not touched.
 */
function clear(folder: string): void {
  // Node's recursive mkdir never returns where the parent exists but takes no folders (/proc).
  if (!existsSync(folder)) mkdirSync(folder, { recursive: !existsSync(dirname(resolve(folder))) });
  const mark = join(folder, OUTPUT_MARK);
  if (!existsSync(mark)) writeFileSync(mark, MARK);
  else if (readFileSync(mark, 'utf8') === MARK) {
    for (const each of [ARTICLES, CLUSTERS]) rmSync(join(folder, each), { recursive: true, force: true });
  }
}

function summary(articles: number, claims: number, pieced: number, index: string): string {
  const note = pieced > 0 ? `  ${pieced} without the text of its input, put together from sentences\n` : '';
  return `  articles   ${String(articles).padStart(8)}\n  claims     ${String(claims).padStart(8)}\n${note}  written to ${index}\n`;
}
