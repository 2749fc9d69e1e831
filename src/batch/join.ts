/** The end of a run: one ledger in the order of the inputs, and the joined files made of the pieces in that order. */
import { copyFileSync, linkSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { GrowingFile, temporaryEnding } from '../write/file.ts';
import type { FormatFile, Joiner } from '../write/formats.ts';
import { type Entry, type Header, LEDGER, type Part } from './ledger.ts';
import { dropSegments, listSegments, nameOf, PartReader, RUN_FOLDER, Segment } from './segments.ts';

/** So many characters of ledger lines are written at once. */
const LINES = 1 << 18;

/** What is joined: a folder, and the entries of its ledger that count, in order. Each call begins again. */
export interface Joined {
  readonly folder: string;
  readonly entries: () => Iterable<Entry>;
}

/**
 * Memory does not grow with the number of entries. The new ledger's name is what makes it count: whatever ends the
 * program before or after, the next run finds a ledger and the segments that it speaks of.
 *
 * @param parts of one run, in any order: what is first in the order of the inputs comes first
 * @param files the joined files of the run's formats
 * @param segment the number for pieces that must be put into order
 */
export async function joinFiles(
  out: string,
  header: Header,
  parts: readonly Joined[],
  files: readonly FormatFile[],
  segment: number,
): Promise<void> {
  const [only] = parts;
  const whole = parts.length === 1 && only!.folder === out ? wholeSegments(out, only!.entries()) : new Map();
  const drafts = await Promise.all(files.map((file) => openDraft(out, file, whole, segment)));
  const lines = new GrowingFile(join(out, LEDGER));
  const pieces = new PartReader();
  const stale = new Set<string>();
  let text = `${JSON.stringify(header)}\n`;
  try {
    for (const { folder, entry } of inOrder(parts)) {
      const { stale: left = [], ...known } = entry;
      for (const path of left) stale.add(path);
      const kept: Part[] = [];
      for (const draft of drafts) {
        const part = entry.parts.find(({ file }) => file === draft.name);
        if (part) kept.push(draft.take(part, () => pieces.read(folder, part)));
      }
      text += `${JSON.stringify({ ...known, parts: kept })}\n`;
      if (text.length >= LINES) {
        lines.append(text);
        text = '';
      }
    }
    lines.append(text);
    for (const draft of drafts) draft.end();
    await lines.settle();
    for (const draft of drafts) await draft.publish();
  } catch (error) {
    for (const draft of [lines, ...drafts]) draft.discard();
    throw error;
  } finally {
    pieces.close();
  }
  if (stale.size > 0) {
    for (const { entry } of inOrder(parts)) for (const { path } of entry.files) stale.delete(path);
  }
  for (const path of stale) rmSync(join(out, path), { force: true });
  dropSegments(out, new Set(drafts.map(({ source }) => source)));
}

/** The entries of all parts as one run would have them. Costs nothing for each part where they are stretches of the run. */
export function* inOrder(parts: readonly Joined[]): Generator<{ readonly folder: string; readonly entry: Entry }> {
  const heads = parts.map(({ folder, entries }) => {
    const rest = entries()[Symbol.iterator]();
    return { folder, rest, next: rest.next() };
  });
  const placeOf = ({ next }: (typeof heads)[number]) => (next.done ? Number.POSITIVE_INFINITY : next.value.at);
  heads.sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : placeOf(a) > placeOf(b) ? 1 : 0));
  for (let head = heads[0]; head !== undefined && !head.next.done; head = heads[0]) {
    yield { folder: head.folder, entry: head.next.value };
    head.next = head.rest.next();
    const place = placeOf(head);
    let at = 0;
    for (; at + 1 < heads.length && placeOf(heads[at + 1]!) < place; at += 1) heads[at] = heads[at + 1]!;
    heads[at] = head;
  }
}

/** For each file the one segment that already holds just its pieces, in order. */
function wholeSegments(out: string, entries: Iterable<Entry>): Map<string, string> {
  const ends = new Map<string, { readonly name: string; readonly end: number } | null>();
  for (const { parts } of entries) {
    for (const part of parts) {
      const before = ends.has(part.file) ? ends.get(part.file)! : { name: nameOf(part), end: 0 };
      const follows = before !== null && before.name === nameOf(part) && before.end === part.start;
      ends.set(part.file, follows ? { name: before.name, end: part.start + part.bytes } : null);
    }
  }
  const sizes = listSegments(out);
  const whole = new Map<string, string>();
  for (const [file, last] of ends) if (last && sizes.get(last.name) === last.end) whole.set(file, last.name);
  return whole;
}

/** A joined file on its way. */
interface JoinedDraft {
  readonly name: string;
  /** The segment that holds its pieces. */
  readonly source: string;
  /** @returns where the part is kept from now on */
  take(part: Part, read: () => Buffer): Part;
  /** Brings all to the disk. */
  end(): void;
  /** Gives the file its name. */
  publish(): Promise<void>;
  discard(): void;
}

async function openDraft(
  out: string,
  { extension: name, join: begin }: FormatFile,
  whole: ReadonlyMap<string, string>,
  number: number,
): Promise<JoinedDraft> {
  const joiner: Joiner | undefined = await begin?.();
  const moved = whole.has(name) ? null : new Segment(out, number, name);
  const source = whole.get(name) ?? nameOf({ segment: number, file: name });
  const draft = joiner ? new GrowingFile(join(out, name)) : null;
  return {
    name,
    source,
    take(part, read) {
      if (!moved && !joiner) return part;
      const content = read();
      if (joiner) draft!.append(joiner.add(content.toString('utf8')));
      return moved ? { ...part, segment: number, start: moved.append(content) } : part;
    },
    end() {
      if (joiner) draft!.append(joiner.end());
      moved?.end();
    },
    async publish() {
      if (draft) await draft.settle();
      else giveName(join(out, RUN_FOLDER, source), join(out, name));
    },
    discard() {
      draft?.discard();
      moved?.close();
    },
  };
}

/** A finished file gets a second name; where the file system knows no such thing, it is copied. */
export function giveName(file: string, path: string): void {
  const name = path + temporaryEnding(process.pid);
  rmSync(name, { force: true });
  try {
    linkSync(file, name);
  } catch {
    copyFileSync(file, name);
  }
  // Renaming does nothing where both names are already one file.
  renameSync(name, path);
  rmSync(name, { force: true });
}
