/** Where finished articles go: standard output, or a folder. */
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { OUTPUT_MARK } from '../batch/inputs.ts';
import { pathOf, sameFile, Unique } from '../batch/names.ts';
import type { Input } from '../read/index.ts';
import { GrowingFile, writeWhole } from '../write/file.ts';
import { type Finished, FORMATS, type FormatName, type Writer } from '../write/formats.ts';
import { EXIT, Failure } from './failure.ts';

export interface Sink {
  /**
   * @param record true where the article is one of those that an input may hold many of
   * @returns why this article could not be written though others can, or null
   */
  take(finished: Finished, record: boolean): Promise<string | null>;
  close(): Promise<void>;
}

/** @param name null: `json` for one article; records come one a line, so they leave one a line */
export function standardOutput(name: FormatName | null): Sink {
  let loaded: Promise<Writer> | undefined;
  return {
    async take(finished, record) {
      loaded ??= FORMATS[name ?? (record ? 'ndjson' : 'json')].load();
      const write = await loaded;
      if (!process.stdout.write(write(finished))) await once(process.stdout, 'drain');
      return null;
    },
    async close() {},
  };
}

/**
 * One file an article, or one for all; with `json` also `claims.ndjson`.
 *
 * @param inputs what is read, so that nothing is written over it
 * @throws Failure where the folder cannot be made
 */
export async function folder(out: string, name: FormatName, inputs: readonly Input[]): Promise<Sink> {
  const { extension, joined, load } = FORMATS[name];
  const write = await load();
  const writeClaims = name === 'json' ? await FORMATS.claims.load() : null;
  try {
    // Node's recursive mkdir never returns where the parent exists but takes no folders (/proc).
    if (!existsSync(out)) mkdirSync(out, { recursive: !existsSync(dirname(resolve(out))) });
    writeFileSync(join(out, OUTPUT_MARK), 'Output of accordingto: a walk through folders leaves this one out.\n');
  } catch (error) {
    throw new Failure(`--out ${out} cannot be made: ${reasonOf(error)}; choose another folder`, EXIT.usage);
  }
  const files = new Unique(sameFile);
  const read = new Set(inputs.map(({ path }) => resolve(path)));
  const sums = joined ? extension : writeClaims ? FORMATS.claims.extension : null;
  if (sums !== null && read.has(resolve(out, sums))) {
    throw new Failure(`${join(out, sums)} is an input and would be written over; choose another --out`, EXIT.usage);
  }
  const growing = sums === null ? null : await attempt(join(out, sums), () => GrowingFile.open(join(out, sums)));
  return {
    async take(finished) {
      const text = write(finished);
      if (!joined) {
        const path = join(out, `${files.take(pathOf(finished.article.id))}${extension}`);
        if (read.has(resolve(path))) return `would be written over the input ${path}; choose another --out`;
        await attempt(path, () => writeWhole(path, text));
      }
      const lines = joined ? text : writeClaims?.(finished);
      if (lines) await attempt(join(out, sums!), () => growing!.append(lines));
      return null;
    },
    async close() {
      if (growing) await attempt(join(out, sums!), () => growing.close());
    },
  };
}

async function attempt<Value>(path: string, write: () => Promise<Value>): Promise<Value> {
  try {
    return await write();
  } catch (error) {
    throw new Failure(`${path} cannot be written: ${reasonOf(error)}; what is finished stays`, EXIT.output);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such place',
  ENOSPC: 'the disk is full',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  EEXIST: 'a file stands in the way',
  ENOTDIR: 'a file stands in the way',
  EISDIR: 'a folder stands in the way',
  ENAMETOOLONG: 'the path is too long',
};

function reasonOf(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return REASONS[code] ?? message;
}
