/**
 * What a folder keeps of earlier runs. A run adds and replaces its own articles in its own formats; everything else
 * stays, is reported, and is deleted only with `--prune`.
 */

import type { FormatFile } from '../write/format.ts';
import { FORMATS, type FormatName } from '../write/formats.ts';
import type { Entry, EntryFile, Part } from './entry.ts';

/** The entry of a document after this run: with what earlier runs wrote in formats that this one did not write. */
export function withEarlier(entry: Entry, old: Entry | null): Entry {
  if (old === null) return entry;
  const paths = new Set(entry.files.map(({ path }) => path));
  const names = new Set(entry.parts.map(({ file }) => file));
  const files = (list: readonly EntryFile[] = []) => list.filter(({ path }) => !paths.has(path));
  const parts = (list: readonly Part[] = []) => list.filter(({ file }) => !names.has(file));
  const fresh = isSame(entry, old);
  const stale = {
    files: [...files(old.stale?.files), ...(fresh ? [] : files(old.files))],
    parts: [...parts(old.stale?.parts), ...(fresh ? [] : parts(old.parts))],
  };
  return {
    ...entry,
    files: [...entry.files, ...(fresh ? files(old.files) : [])],
    parts: [...entry.parts, ...(fresh ? parts(old.parts) : [])],
    ...(stale.files.length + stale.parts.length > 0 ? { stale } : {}),
  };
}

/** True where both entries have the same output. */
function isSame(a: Entry, b: Entry): boolean {
  const known = a.counts !== null && a.sha256 !== null && a.sha256 === b.sha256;
  return known && a.options === b.options && a.version === b.version && a.input === b.input;
}

/**
 * Files that stay though the run did not write them: their paths, and by joined file how many articles it holds of
 * them.
 */
export interface Stayed {
  readonly files: string[];
  readonly joined: Map<string, number>;
}

/** What the last run did not write again. */
export interface Leftovers {
  /** Of articles that it did not read. */
  readonly left: Stayed;
  /** Of its articles, but of an earlier text or made with other options. */
  readonly stale: Stayed;
  /** Files for all articles in formats that it did not write, with how many of its articles they lack. */
  readonly lacking: Map<string, number>;
  /** How many articles of other inputs were replaced because they had the same id; and the first of them. */
  replaced: number;
  first: { readonly id: string; readonly input: string } | null;
  /** Files that were to be deleted but have been edited since they were written. */
  readonly edited: string[];
}

/** @returns what an empty output folder has left over: nothing */
export const noLeftovers = (): Leftovers => ({
  left: { files: [], joined: new Map() },
  stale: { files: [], joined: new Map() },
  lacking: new Map(),
  replaced: 0,
  first: null,
  edited: [],
});

/**
 * Adds what is left over of one entry.
 * @param formats all formats that the folder holds
 */
export function note(into: Leftovers, entry: Entry, formats: readonly FormatFile[]): void {
  const { files, parts, stale, left = false } = entry;
  if (left) add(into.left, { files, parts });
  add(into.stale, stale ?? { files: [], parts: [] });
  if (left || entry.counts === null) return;
  for (const { joined, extension } of formats) {
    const has = ({ file }: Part) => file === extension;
    if (joined && !parts.some(has) && !stale?.parts.some(has)) count(into.lacking, extension);
  }
}

function add(into: Stayed, { files, parts }: { files: readonly EntryFile[]; parts: readonly Part[] }): void {
  for (const { path } of files) into.files.push(path);
  for (const { file } of parts) count(into.joined, file);
}

function count(into: Map<string, number>, name: string): void {
  into.set(name, (into.get(name) ?? 0) + 1);
}

/** All formats of both lists, in the order in which they are defined. */
export function union(a: readonly FormatName[], b: readonly FormatName[]): FormatName[] {
  return (Object.keys(FORMATS) as FormatName[]).filter((name) => a.includes(name) || b.includes(name));
}
