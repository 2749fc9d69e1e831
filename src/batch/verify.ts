/** Compares an output folder with its ledger and with the inputs, byte by byte and offset by offset. */
import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, Failure } from '../cli/failure.ts';
import type { Article } from '../document.ts';
import { type Input, listArticles, type ReadOptions, readUnread } from '../read/index.ts';
import { type OutputReading, readOutput, refusal } from '../results/version.ts';
import { type FormatFile, type FormatName, filesOf } from '../write/formats.ts';
import { countOutput } from './done.ts';
import { hash, hashArticle, hashContent, hashFile, hashUnread } from './hash.ts';
import { OUTPUT_MARK } from './inputs.ts';
import { type Entry, LEDGER, Ledger, type Part } from './ledger.ts';
import { PartReader, RUN_FOLDER } from './segments.ts';

export interface Verified {
  readonly documents: number;
  readonly files: number;
  readonly claims: number;
  /** Documents whose input cannot be read again: it came through a pipe. */
  readonly unread: number;
}

/**
 * @param differs gets each difference as a line: what, and how it differs
 * @returns what was compared
 * @throws Failure where the folder holds no ledger, or one of a version that is not read
 */
export async function verifyFolder(out: string, differs: (line: string) => void): Promise<Verified> {
  const path = join(out, LEDGER);
  if (!existsSync(path)) {
    throw new Failure(`${out} holds no ${LEDGER}; name a folder that accordingto extract has written`, EXIT.noInput);
  }
  const ledger = new Ledger(path, 'read');
  try {
    const { header } = ledger;
    if (header === null) throw new Failure(`${path} has no first line; run accordingto extract again`, EXIT.failed);
    const other = refusal(header.schemaVersion);
    if (other !== null) throw new Failure(`${path} ${other}`, EXIT.noInput);
    if (!header.complete) differs(`${path} is of a run that has not ended; run it again`);
    const files = filesOf(header.options.formats as FormatName[]);
    const seen = new Set<string>([LEDGER, OUTPUT_MARK]);
    let [documents, claims, unread, at] = [0, 0, 0, 0];
    for await (const { entry, article } of withArticles(ledger, differs)) {
      documents += 1;
      claims += entry.counts?.claims ?? 0;
      if (article === 'unread') unread += 1;
      if (header.shard === null && entry.at !== at) differs(`${path} has ${entry.path} at ${entry.at}, not ${at}`);
      at += 1;
      for (const { path } of entry.files) seen.add(path);
      checkFiles(out, entry, typeof article === 'string' ? null : article, differs);
      const line = entry.parts.find(({ file }) => file === 'articles.ndjson');
      if (line) checkLine(out, line, entry, typeof article === 'string' ? null : article, differs);
    }
    for (const file of files.filter(({ joined }) => joined)) {
      seen.add(file.extension);
      await checkJoined(out, file, ledger, differs);
    }
    for (const name of filesBelow(out, '')) {
      if (!seen.has(name) && isOurs(join(out, name), files)) {
        differs(`${join(out, name)} belongs to no document of the ledger; an earlier run left it`);
      }
    }
    return { documents, files: seen.size, claims, unread };
  } finally {
    ledger.close();
  }
}

type Known = { readonly entry: Entry; readonly article: Article | 'unread' | 'none' };

/** The entries, each with its article as read again. */
async function* withArticles(ledger: Ledger, differs: (line: string) => void): AsyncGenerator<Known> {
  const { options, shard } = ledger.header!;
  const { published, from, anyLanguage } = options as { [Name in keyof ReadOptions]: ReadOptions[Name] | null };
  const reading: ReadOptions = {
    published: published ?? undefined,
    from: from ?? undefined,
    anyLanguage: anyLanguage ?? false,
  };
  for (const entries of byInput(ledger)) {
    const [first] = entries;
    if (first!.input === '-') {
      for (const entry of entries) yield { entry, article: 'unread' };
      continue;
    }
    const left = new Map(entries.map((entry) => [entry.path, entry]));
    const input: Input = { path: first!.input, source: first!.input, id: first!.id };
    for await (const listed of listArticles(input, reading)) {
      const entry = left.get(listed.place);
      if (!entry) {
        if (shard === null) differs(`${listed.place} is not in the ledger; run accordingto extract again`);
        continue;
      }
      left.delete(listed.place);
      const read = 'unread' in listed ? await readUnread(listed, reading) : listed;
      const article = 'article' in read ? read.article : null;
      const now = 'unread' in listed ? hashUnread(listed.unread) : article && hashArticle(article);
      checkInput(entry, entry.path === entry.input ? hashContent({ file: input }) : now, differs);
      if (article === null && entry.counts !== null) differs(`${entry.path} can no longer be read`);
      yield { entry, article: article ?? 'none' };
    }
    for (const entry of left.values()) {
      differs(`${entry.path} is in the ledger but no longer there`);
      yield { entry, article: 'none' };
    }
  }
}

/** Entries of one input follow each other. */
function* byInput(ledger: Ledger): Generator<Entry[]> {
  let group: Entry[] = [];
  for (const entry of ledger.entries()) {
    if (group.length > 0 && group[0]!.input !== entry.input) {
      yield group;
      group = [];
    }
    group.push(entry);
  }
  if (group.length > 0) yield group;
}

function checkInput({ path, sha256 }: Entry, now: string | null, differs: (line: string) => void): void {
  if (sha256 !== null && now !== null && sha256 !== now) differs(`${path} has changed since it was read`);
}

function checkFiles(out: string, entry: Entry, article: Article | null, differs: (line: string) => void): void {
  for (const { path, bytes, sha256 } of entry.files) {
    const name = join(out, path);
    if (!existsSync(name)) {
      differs(`${name} is missing (${entry.path})`);
      continue;
    }
    const content = readFileSync(name);
    if (content.length !== bytes) differs(`${name} has ${content.length} bytes, the ledger says ${bytes}`);
    else if (hash(content) !== sha256) differs(`${name} differs from what was written (SHA-256)`);
    if (path.endsWith('.json')) checkOutput(name, content.toString('utf8'), entry, article, differs);
  }
}

function checkLine(
  out: string,
  part: Part,
  entry: Entry,
  article: Article | null,
  differs: (line: string) => void,
): void {
  const pieces = new PartReader();
  try {
    const json = pieces.read(out, part).toString('utf8');
    checkOutput(`${join(out, part.file)} (${entry.path})`, json, entry, article, differs);
  } catch {
    // A piece that is not there is said once, with the file that it belongs to.
  } finally {
    pieces.close();
  }
}

/** Schema, counts, and every span against the text that it was cut from. */
function checkOutput(
  name: string,
  json: string,
  { id, counts }: Entry,
  article: Article | null,
  differs: (line: string) => void,
): void {
  const reading = outputOf(json);
  if ('failure' in reading) {
    differs(`${name} ${reading.failure}`);
    return;
  }
  const { output } = reading;
  if (output.article.id !== id) differs(`${name} has the id "${output.article.id}", the ledger "${id}"`);
  if (JSON.stringify(countOutput(output)) !== JSON.stringify(counts))
    differs(`${name} has other counts than the ledger`);
  const text = article?.text ?? output.article.text;
  if (text === undefined) return;
  if (hash(text) !== output.article.sha256) differs(`${name} is of another text (SHA-256)`);
  else checkSpans(name, output, text, differs);
}

function outputOf(json: string): OutputReading {
  try {
    return readOutput(JSON.parse(json));
  } catch {
    return { failure: 'is cut short or damaged; run extract again' };
  }
}

/** Whatever has `start`, `end` and `text` was cut from the article. */
function checkSpans(name: string, value: unknown, text: string, differs: (line: string) => void): void {
  if (typeof value !== 'object' || value === null) return;
  const { start, end, text: cut } = value as { start?: unknown; end?: unknown; text?: unknown };
  if (
    typeof start === 'number' &&
    typeof end === 'number' &&
    typeof cut === 'string' &&
    text.slice(start, end) !== cut
  ) {
    differs(
      `${name} says ${JSON.stringify(cut)} where the text at ${start} to ${end} has ${JSON.stringify(text.slice(start, end))}`,
    );
  }
  for (const part of Object.values(value)) checkSpans(name, part, text, differs);
}

/** A joined file is what its pieces make, in the order of the ledger. */
async function checkJoined(
  out: string,
  { extension, join: begin }: FormatFile,
  ledger: Ledger,
  differs: (line: string) => void,
): Promise<void> {
  const name = join(out, extension);
  if (!existsSync(name)) {
    differs(`${name} is missing`);
    return;
  }
  const pieces = new PartReader();
  const joiner = await begin?.();
  const sum = createHash('sha256');
  try {
    for (const { path, parts } of ledger.entries()) {
      const part = parts.find(({ file }) => file === extension);
      if (!part) continue;
      const content = pieces.read(out, part);
      if (hash(content) !== part.sha256) differs(`${name} differs from what was written for ${path} (SHA-256)`);
      sum.update(joiner ? joiner.add(content.toString('utf8')) : content);
    }
    if (joiner) sum.update(joiner.end());
  } catch (error) {
    differs(`${name} cannot be compared: ${(error as Error).message}`);
    return;
  } finally {
    pieces.close();
  }
  if (sum.digest('hex') !== hashFile(name)) differs(`${name} is not what its documents make`);
}

/** True for an article's output, and for a file that never got its name; what else is there is the user's own. */
function isOurs(path: string, files: readonly FormatFile[]): boolean {
  if (/\.\d+\.tmp$/.test(path)) return true;
  if (path.endsWith('.json')) return startOf(path).includes('"schemaVersion"');
  return files.some(({ joined, extension }) => !joined && path.endsWith(extension));
}

function startOf(path: string): string {
  const file = openSync(path, 'r');
  try {
    const start = Buffer.alloc(64);
    return start.toString('latin1', 0, readSync(file, start));
  } finally {
    closeSync(file);
  }
}

/** Without folders that are an output of their own, such as a report. */
function* filesBelow(out: string, inner: string): Generator<string> {
  if (inner !== '' && existsSync(join(out, inner, OUTPUT_MARK))) return;
  for (const entry of readdirSync(join(out, inner), { withFileTypes: true })) {
    const name = inner === '' ? entry.name : `${inner}/${entry.name}`;
    if (name === RUN_FOLDER) continue;
    if (entry.isDirectory()) yield* filesBelow(out, name);
    else yield name;
  }
}
