/** `accordingto corroborate`: which claims of a run are the same, and from how many origins they come. */
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { OUTPUT_MARK } from '../batch/inputs.ts';
import { filesOfCorroboration } from '../corroborate/files.ts';
import { type Corroboration, Folder } from '../corroborate/index.ts';
import { KeptArticles, sumOf } from '../corroborate/kept-file.ts';
import type { OwnRow } from '../corroborate/register-file.ts';
import { CORROBORATION, type CorroborationFormat, KEPT } from '../corroboration-formats.ts';
import { attempt, EXIT, Failure } from '../failure.ts';
import { readUnknown } from '../results/outputs.ts';
import { insteadIn, notesOn } from '../results/there.ts';
import { complain, tell } from '../terminal.ts';
import { writeParts } from '../write/file.ts';
import { counted } from '../write/html/words.ts';
import { Progress } from './progress.ts';
import { registerOf } from './register.ts';
import { complainOfUnread } from './unread.ts';

export interface CorroborateOptions {
  readonly out?: string;
  readonly format: readonly CorroborationFormat[];
  readonly register?: string;
  readonly quiet?: boolean;
}

const MARK = 'Corroboration of accordingto: the next one in this folder takes its place.\n';

/** @returns the exit code */
export async function runCorroborate([out = 'out']: string[], options: CorroborateOptions): Promise<number> {
  if (!statSync(out, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Failure(`${out} is no folder; name one that accordingto extract wrote`, EXIT.noInput);
  }
  const place = options.out ?? join(out, CORROBORATION);
  if (resolve(place) === resolve(out)) {
    throw new Failure(`--out ${place} is what is read; choose another folder`, EXIT.usage);
  }
  const rows: ReadonlyMap<string, OwnRow> = options.register === undefined ? new Map() : registerOf(options.register);
  const progress = new Progress({ total: null, quiet: options.quiet ?? false, always: false });
  const folder = new Folder(rows);
  const kept = new KeptArticles(join(place, KEPT), rows);
  const failures: { readonly place: string; readonly failure: string }[] = [];
  let before = 0;
  try {
    for await (const reading of readUnknown(out, place, (json) => kept.take(sumOf(json)))) {
      if ('failure' in reading) failures.push(reading);
      else if ('known' in reading) folder.addKept(reading.known);
      else await attempt(place, async () => kept.add(sumOf(reading.json), folder.add(reading.output)));
      if ('known' in reading) before += 1;
      progress.count({ failed: 'failure' in reading, unchanged: 'known' in reading });
    }
  } catch (error) {
    kept.discard();
    throw error;
  }
  progress.end();
  complainOfUnread(failures);
  if (folder.size === 0) {
    kept.discard();
    if (failures.length === 0) complain(`${out} ${insteadIn(out, 'documents')}`);
    return failures.length > 0 ? EXIT.failed : EXIT.noInput;
  }
  for (const note of notesOn(out, 'documents')) complain(`${out}: ${note}`);
  for (const id of folder.replaced)
    complain(`${id} is the id of several texts; the one that was published last counts`);
  const made = folder.corroborate();
  await attempt(place, async () => {
    if (!existsSync(join(place, OUTPUT_MARK))) {
      mkdirSync(place, { recursive: true });
      writeFileSync(join(place, OUTPUT_MARK), MARK);
    }
    await kept.commit();
    for (const { name, parts } of await filesOfCorroboration(made, options.format)) {
      await writeParts(join(place, name), parts);
    }
  });
  if (!options.quiet) tell(summary(folder.size, before, made, place));
  return failures.length > 0 ? EXIT.failed : 0;
}

/** How many of the largest clusters the summary names. */
const MAX_NAMED = 5;

function summary(
  articles: number,
  before: number,
  { clusters, copies, register }: Corroboration,
  place: string,
): string {
  const count = (flag: string) => clusters.filter(({ flags }) => (flags as readonly string[]).includes(flag)).length;
  const rows = {
    articles,
    ...(before > 0 ? { 'as they were before': before } : {}),
    'in the register': register.length,
    'copies, in part': copies.length,
    'claims in several articles': clusters.length,
    'of one origin': count('single-origin'),
    'of nobody by name': count('no-origin'),
    contradictions: clusters.reduce((sum, cluster) => sum + cluster.contradictions.length, 0),
  };
  const table = Object.entries(rows).map(([name, number]) => `  ${name.padEnd(28)} ${String(number).padStart(8)}\n`);
  const largest = clusters.slice(0, MAX_NAMED).map(({ articles: many, speakers, gist }) => {
    const [least, most] = speakers;
    const from = least === most ? counted(least!, 'speaker') : `${least} to ${most} speakers`;
    return `  ${counted(many, 'article')}, from ${from}: ${gist.slice(0, 90)}\n`;
  });
  return `${table.join('')}${largest.join('')}  written to ${place}\n`;
}
