/** Where finished articles go: standard output, or a folder. */
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Document } from '../batch/documents.ts';
import { OUTPUT_MARK } from '../batch/inputs.ts';
import { pathOf, sameFile, Unique } from '../batch/names.ts';
import type { Input } from '../read/index.ts';
import { GrowingFile, writeWhole } from '../write/file.ts';
import { FORMATS, type Format, type FormatFile, type FormatName, filesOf, type Joiner } from '../write/formats.ts';
import { EXIT, Failure } from './failure.ts';

export interface Sink {
  /**
   * @param texts what the document adds to each of its files
   * @returns why this document could not be written though others can, or null
   */
  take(document: Document, texts: readonly string[]): Promise<string | null>;
  close(): Promise<void>;
}

/**
 * @param names null: `json` for one article; records come one a line, so they leave one a line
 * @throws Failure where the format has no place on standard output
 */
export function standardOutput(names: readonly FormatName[] | null): Sink {
  const refused = names && refusal(names);
  if (refused) throw new Failure(`${refused}; name a folder with --out`, EXIT.usage);
  let joiner: Promise<Joiner> | undefined;
  const print = async (content: string | Uint8Array) => {
    if (content.length > 0 && !process.stdout.write(content)) await once(process.stdout, 'drain');
  };
  return {
    async take({ record }, [text]) {
      const [file]: readonly [FormatFile, ...unknown[]] = FORMATS[names?.[0] ?? (record ? 'ndjson' : 'json')].files;
      joiner ??= file.join?.();
      await print(joiner ? (await joiner).add(text!) : text!);
      return null;
    },
    async close() {
      if (joiner) await print((await joiner).end());
    },
  };
}

function refusal(names: readonly FormatName[]): string | null {
  if (names.length > 1) return 'several formats do not fit on standard output';
  const { files, binary }: Format = FORMATS[names[0]!];
  if (files.length > 1) return `${names[0]} makes several files, which do not fit on standard output`;
  return binary && process.stdout.isTTY ? `${names[0]} is no text for a terminal` : null;
}

/**
 * Files an article, or one for all articles, or both.
 *
 * @param inputs what is read, so that nothing is written over it
 * @throws Failure where the folder cannot be made
 */
export async function folder(out: string, names: readonly FormatName[], inputs: readonly Input[]): Promise<Sink> {
  try {
    // Node's recursive mkdir never returns where the parent exists but takes no folders (/proc).
    if (!existsSync(out)) mkdirSync(out, { recursive: !existsSync(dirname(resolve(out))) });
    writeFileSync(join(out, OUTPUT_MARK), 'Output of accordingto: a walk through folders leaves this one out.\n');
  } catch (error) {
    throw new Failure(`--out ${out} cannot be made: ${reasonOf(error)}; choose another folder`, EXIT.usage);
  }
  const read = new Set(inputs.map(({ path }) => resolve(path)));
  const files = filesOf(names);
  for (const path of files.filter(({ joined }) => joined).map(({ extension }) => join(out, extension))) {
    if (!read.has(resolve(path))) continue;
    throw new Failure(`${path} is an input and would be written over; choose another --out`, EXIT.usage);
  }
  const stems = new Unique(sameFile);
  const written: Written[] = [];
  for (const file of files) written.push(file.joined ? await joinedFile(out, file) : articleFiles(out, file, read));
  return {
    async take({ id }, texts) {
      const stem = stems.take(pathOf(id));
      for (const [index, each] of written.entries()) {
        const failure = await each.take(texts[index]!, stem);
        if (failure !== null) return failure;
      }
      return null;
    },
    async close() {
      for (const each of written) await each.close();
    },
  };
}

/** All that is written of one kind of file. */
interface Written {
  take(text: string, stem: string): Promise<string | null>;
  close(): Promise<void>;
}

function articleFiles(out: string, { extension }: FormatFile, read: ReadonlySet<string>): Written {
  return {
    async take(text, stem) {
      const path = join(out, stem + extension);
      if (read.has(resolve(path))) return `would be written over the input ${path}; choose another --out`;
      await attempt(path, () => writeWhole(path, text));
      return null;
    },
    async close() {},
  };
}

async function joinedFile(out: string, { extension, join: begin }: FormatFile): Promise<Written> {
  const path = join(out, extension);
  const joiner = await begin?.();
  const file = await attempt(path, () => GrowingFile.open(path));
  return {
    async take(text) {
      const content = joiner ? joiner.add(text) : text;
      if (content.length > 0) await attempt(path, () => file.append(content));
      return null;
    },
    async close() {
      await attempt(path, async () => {
        if (joiner) await file.append(joiner.end());
        await file.close();
      });
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
