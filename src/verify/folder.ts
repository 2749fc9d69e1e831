/** Compares an output folder with its ledger and with the inputs, byte by byte and offset by offset. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry, Part } from '../batch/entry.ts';
import { hash, hashFile } from '../batch/hash.ts';
import { OUTPUT_MARK } from '../batch/inputs.ts';
import { inside } from '../batch/inside.ts';
import { piecesOf } from '../batch/join.ts';
import { Ledger } from '../batch/ledger.ts';
import { noLeftovers, note, type Stayed } from '../batch/leftovers.ts';
import { LEDGER } from '../batch/names.ts';
import { withArticles } from '../batch/reread.ts';
import { countOutput } from '../batch/result.ts';
import { PartReader, sizeOf } from '../batch/segments.ts';
import { strays } from '../batch/strays.ts';
import type { Article } from '../document.ts';
import { EXIT, Failure } from '../failure.ts';
import { type OutputReading, readOutput, refusal } from '../schema-compatibility.ts';
import type { FormatFile } from '../write/format.ts';
import { filesOf } from '../write/formats.ts';
import { verifyCorroboration } from './corroboration.ts';

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
  const isFolder = statSync(out, { throwIfNoEntry: false })?.isDirectory() === true;
  if (!isFolder || sizeOf(path) === null) {
    throw new Failure(`${out} holds no ${LEDGER}; name a folder that accordingto extract has written`, EXIT.noInput);
  }
  const ledger = new Ledger(out, 'read');
  try {
    const { header, damaged } = ledger;
    if (header === null) throw new Failure(`${path} has no first line; run accordingto extract again`, EXIT.failed);
    const other = refusal(header.schemaVersion);
    if (other !== null) throw new Failure(`${path} ${other}`, EXIT.noInput);
    for (const number of damaged) differs(`${path} has a line ${number} that accordingto does not write`);
    if (!header.complete) differs(`${path} is of a run that has not ended; run it again`);
    const files = filesOf(header.options.formats);
    const seen = new Set<string>([LEDGER, OUTPUT_MARK]);
    const leftovers = noLeftovers();
    let [documents, claims, unread, at] = [0, 0, 0, 0];
    for await (const { entry, article } of withArticles(ledger, differs)) {
      documents += 1;
      claims += entry.counts?.claims ?? 0;
      note(leftovers, entry, files);
      if (article === 'unread') unread += 1;
      if (!entry.left) {
        if (header.shard === null && entry.at !== at) differs(`${path} has ${entry.path} at ${entry.at}, not ${at}`);
        at += 1;
      }
      for (const { path } of [...entry.files, ...(entry.stale?.files ?? [])]) seen.add(path);
      const text = typeof article === 'string' ? null : article;
      if (entry.left && article === 'none') {
        for (const { path } of entry.files) {
          differs(`${join(out, path)} is of ${entry.path}, which is gone; --prune takes it away`);
        }
      }
      checkFiles(out, entry, text, differs);
      const line = entry.parts.find(({ file }) => file === 'articles.ndjson');
      if (line) checkLine(out, line, entry, text, differs);
    }
    for (const file of files.filter(({ joined }) => joined)) {
      seen.add(file.extension);
      await checkJoined(out, file, ledger, differs);
    }
    for (const line of staleLines(out, leftovers.stale)) differs(line);
    for (const [name, count] of leftovers.lacking) {
      differs(`${join(out, name)} lacks ${articles(count)} of the last run; run extract again in this format too`);
    }
    for (const name of strays(out, seen)) {
      differs(`${join(out, name)} belongs to no document of the ledger; an earlier run left it`);
    }
    await verifyCorroboration(out, differs);
    return { documents, files: seen.size, claims, unread };
  } finally {
    ledger.close();
  }
}

const articles = (count: number): string => `${count} ${count === 1 ? 'article' : 'articles'}`;

function staleLines(out: string, { files, joined }: Stayed): string[] {
  const why = 'an earlier text, or made with other options; --prune takes it away';
  return [
    ...files.map((path) => `${join(out, path)} is of ${why}`),
    ...[...joined].map(([name, count]) => `${join(out, name)} holds ${articles(count)} of ${why}`),
  ];
}

function checkFiles(out: string, entry: Entry, article: Article | null, differs: (line: string) => void): void {
  for (const { path, bytes, sha256 } of entry.files) {
    const name = join(out, path);
    const place = whole(out, path, differs);
    if (place === null) continue;
    if (sizeOf(place) === null) {
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

/** Checks every object with `start`, `end` and `text` against the article. */
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

/** The path of a file of the folder; reports one that lies outside and returns null. */
function whole(out: string, path: string, differs: (line: string) => void): string | null {
  try {
    return inside(out, path);
  } catch (error) {
    differs((error as Error).message);
    return null;
  }
}

/** Checks that a joined file is made of its pieces, in their order. */
async function checkJoined(
  out: string,
  { extension, join: begin }: FormatFile,
  ledger: Ledger,
  differs: (line: string) => void,
): Promise<void> {
  const parts: (Part & { readonly path: string })[] = [];
  for (const entry of ledger.entries()) {
    for (const part of piecesOf(entry)) if (part.file === extension) parts.push({ ...part, path: entry.path });
  }
  parts.sort((a, b) => a.segment - b.segment || a.start - b.start);
  const name = join(out, extension);
  const place = whole(out, extension, differs);
  if (place === null) return;
  if (sizeOf(place) === null) {
    differs(`${name} is missing`);
    return;
  }
  const pieces = new PartReader();
  const joiner = await begin?.();
  const sum = createHash('sha256');
  try {
    for (const part of parts) {
      const content = pieces.read(out, part);
      if (hash(content) !== part.sha256) differs(`${name} differs from what was written for ${part.path} (SHA-256)`);
      sum.update(joiner ? joiner.add(content.toString('utf8')) : content);
    }
    if (joiner) sum.update(joiner.end());
  } catch (error) {
    differs(`${name} cannot be compared: ${(error as Error).message}`);
    return;
  } finally {
    pieces.close();
  }
  if (sum.digest('hex') !== hashFile(place)) differs(`${name} is not what its documents make`);
}
