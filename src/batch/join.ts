/** Joined files: made of the pieces that documents added, in the order of the inputs. */
import { copyFileSync, linkSync, renameSync, rmSync } from 'node:fs';
import { GrowingFile, temporaryEnding } from '../write/file.ts';
import type { FormatFile, Joiner } from '../write/format.ts';
import type { Entry, Part } from './entry.ts';
import { inside } from './inside.ts';
import { listSegments, nameOf, RUN_FOLDER, Segment } from './segments.ts';

/** What is joined: a folder, and the entries of its ledger in order. Each call of `entries` begins again. */
export interface Joined {
  readonly folder: string;
  readonly entries: () => Iterable<Entry>;
}

/** An entry, and the folder that holds its files and pieces. */
export interface Placed {
  readonly folder: string;
  readonly entry: Entry;
}

/**
 * The entries of all parts in the order that one run would give them. Parts that are consecutive stretches of the run
 * are read one after the other, not merged.
 */
export function* inOrder(parts: readonly Joined[]): Generator<Placed> {
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

/** All pieces of a document, also those that are kept though they are of an earlier text. */
export const piecesOf = ({ parts, stale }: Entry): readonly Part[] => (stale ? [...parts, ...stale.parts] : parts);

/** By joined file, the segment of `out` that already holds exactly its pieces in order. */
export function wholeSegments(out: string, entries: Iterable<Placed>): Map<string, string> {
  const ends = new Map<string, { readonly name: string; readonly end: number } | null>();
  for (const { folder, entry } of entries) {
    for (const part of piecesOf(entry)) {
      const before = ends.has(part.file) ? ends.get(part.file)! : { name: nameOf(part), end: 0 };
      const follows = folder === out && before !== null && before.name === nameOf(part) && before.end === part.start;
      ends.set(part.file, follows ? { name: before.name, end: part.start + part.bytes } : null);
    }
  }
  const sizes = listSegments(out);
  const whole = new Map<string, string>();
  for (const [file, last] of ends) if (last && sizes.get(last.name) === last.end) whole.set(file, last.name);
  return whole;
}

/** A joined file that is being made. */
export interface JoinedDraft {
  readonly name: string;
  /** The segment that holds its pieces. */
  readonly source: string;
  /** @returns where the part is kept from now on */
  take(part: Part, read: () => Buffer): Part;
  /** Ends the file and syncs it. */
  end(): void;
  /** Gives the file its name. */
  publish(): Promise<void>;
  discard(): void;
}

/**
 * @param whole as `wholeSegments` gives it
 * @param number the number of a new segment for pieces that must be put into order
 */
export async function openDraft(
  out: string,
  { extension: name, join: begin }: FormatFile,
  whole: ReadonlyMap<string, string>,
  number: number,
): Promise<JoinedDraft> {
  const joiner: Joiner | undefined = await begin?.();
  const moved = whole.has(name) ? null : new Segment(out, number, name);
  const source = whole.get(name) ?? nameOf({ segment: number, file: name });
  const draft = joiner ? new GrowingFile(inside(out, name)) : null;
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
      if (draft) await draft.commit();
      else giveName(inside(out, `${RUN_FOLDER}/${source}`), inside(out, name));
    },
    discard() {
      draft?.discard();
      moved?.close();
    },
  };
}

/** Gives a finished file a second name; where the file system has no links, it is copied. */
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
