/**
 * Concludes a run: writes one ledger in the order of the inputs, with what earlier runs left before it, and makes the
 * joined files out of the pieces in that order.
 */
import { rmdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { GrowingFile } from '../write/file.ts';
import type { FormatFile } from '../write/format.ts';
import { filesOf } from '../write/formats.ts';
import type { Entry, EntryFile, Header } from './entry.ts';
import { hashFile } from './hash.ts';
import { inside } from './inside.ts';
import { inOrder, type Joined, type JoinedDraft, openDraft, type Placed, piecesOf, wholeSegments } from './join.ts';
import { fingerprint, type Ledger } from './ledger.ts';
import { type Leftovers, noLeftovers, note, union } from './leftovers.ts';
import { LEDGER } from './names.ts';
import { dropSegments, listSegments, nameOf, nextSegment, PartReader, sizeOf } from './segments.ts';

/** Characters of ledger lines that are written at once. */
const CHARACTERS_AT_ONCE = 1 << 18;

export interface Conclusion {
  /** What the run was asked for; of its formats `options.formats`. */
  readonly header: Header;
  /**
   * The documents of the run. Where they are in several folders, those that come first in the order of the inputs are
   * written first.
   */
  readonly parts: readonly Joined[];
  /**
   * The ledger of the folder, and those of its entries whose documents the run did not read, in the order in which they
   * are kept.
   */
  readonly ledger: Ledger | null;
  readonly left: () => Iterable<Entry>;
  /** Deletes what earlier runs left. */
  readonly prune: boolean;
}

/**
 * Memory does not grow with the number of entries, except for files left by earlier runs. Renaming the new ledger is
 * what makes it valid: whenever the program ends, the next run finds a ledger and the segments that it names.
 *
 * @returns what stays in the folder though the run did not write it
 */
export async function conclude(out: string, conclusion: Conclusion): Promise<Leftovers> {
  const { header, ledger, prune } = conclusion;
  const own = filesOf(header.options.formats);
  const formats = union(ledger?.header?.options.formats ?? [], header.options.formats);
  const olds = leftFiles(conclusion);
  const leftovers = noLeftovers();
  const entries = () => remaining(out, conclusion, olds);
  const { held, fingerprints } = survey(entries(), filesOf(formats), leftovers);
  const isLeft = (file: FormatFile) => own.includes(file) || held.has(file.extension);
  const joined = (prune ? filesOf(formats).filter(isLeft) : own).filter((file) => file.joined);
  const drafts = await openDrafts(out, joined, entries());
  const lines = new GrowingFile(inside(out, LEDGER));
  const options = {
    ...header.options,
    formats: prune ? formats.filter((name) => filesOf([name]).some(isLeft)) : formats,
  };
  let segments: ReadonlySet<string>;
  try {
    lines.append(`${JSON.stringify(withEarlierOptions({ ...header, options }, fingerprints, ledger))}\n`);
    segments = writeEntries(out, lines, entries(), own, drafts);
    for (const draft of drafts.values()) draft.end();
    if (prune) removeFiles(out, olds.values(), leftovers.edited);
    if (prune) removeJoined(out, filesOf(formats), joined);
    await lines.commit();
    for (const draft of drafts.values()) await draft.publish();
  } catch (error) {
    for (const draft of [lines, ...drafts.values()]) draft.discard();
    throw error;
  }
  dropSegments(out, segments);
  return leftovers;
}

type Drafts = ReadonlyMap<string, JoinedDraft>;

/** The joined files that are being made, by their names. */
async function openDrafts(out: string, joined: readonly FormatFile[], entries: Iterable<Placed>): Promise<Drafts> {
  const whole = wholeSegments(out, entries);
  const number = nextSegment(listSegments(out));
  return new Map(
    await Promise.all(joined.map(async (file) => [file.extension, await openDraft(out, file, whole, number)] as const)),
  );
}

/** The header with the options of earlier runs that entries still name. */
function withEarlierOptions(header: Header, fingerprints: readonly string[], ledger: Ledger | null): Header {
  const earlier = fingerprints
    .filter((print) => print !== fingerprint(header.options))
    .flatMap((print) => {
      const known = ledger?.optionsOf(print);
      return known ? [[print, known] as const] : [];
    });
  return earlier.length > 0 ? { ...header, earlier: Object.fromEntries(earlier) } : header;
}

/**
 * Writes a line for each entry, and its pieces into the joined files.
 *
 * @param own the files that this run wrote, whose pieces stand in the folder of their part of it
 * @returns the names of the segments that the lines speak of
 */
function writeEntries(
  out: string,
  lines: GrowingFile,
  entries: Iterable<Placed>,
  own: readonly FormatFile[],
  drafts: Drafts,
): ReadonlySet<string> {
  const names = new Set(own.map(({ extension }) => extension));
  const segments = new Set([...drafts.values()].map(({ source }) => source));
  const pieces = new PartReader();
  const keep = (list: Entry['parts'], from: string) =>
    list.map((part) => {
      // What earlier runs wrote stands in the folder itself.
      const source = names.has(part.file) ? from : out;
      const kept = drafts.get(part.file)?.take(part, () => pieces.read(source, part)) ?? part;
      segments.add(nameOf(kept));
      return kept;
    });
  let text = '';
  try {
    for (const { folder, entry } of entries) {
      const parts = keep(entry.parts, folder);
      const stale = entry.stale && { ...entry.stale, parts: keep(entry.stale.parts, out) };
      text += `${JSON.stringify({ ...entry, parts, ...(stale ? { stale } : {}) })}\n`;
      if (text.length < CHARACTERS_AT_ONCE) continue;
      lines.append(text);
      text = '';
    }
  } finally {
    pieces.close();
  }
  lines.append(text);
  return segments;
}

/** The files of earlier runs that this run did not replace, by their paths. */
function leftFiles({ parts, left }: Conclusion): Map<string, EntryFile> {
  const files = new Map<string, EntryFile>();
  const add = (list: readonly EntryFile[] = []) => {
    for (const file of list) files.set(file.path, file);
  };
  for (const { files, stale } of left()) add([...files, ...(stale?.files ?? [])]);
  for (const { entry } of inOrder(parts)) add(entry.stale?.files);
  if (files.size > 0) for (const { entry } of inOrder(parts)) for (const { path } of entry.files) files.delete(path);
  return files;
}

/** The entries of the new ledger: first those of articles that the run did not read, then those of the run. */
function* remaining(
  out: string,
  { parts, left, prune }: Conclusion,
  olds: ReadonlyMap<string, EntryFile>,
): Generator<Placed> {
  const sizes = listSegments(out);
  const there = (pieces: Entry['parts']) =>
    pieces.filter((part) => (sizes.get(nameOf(part)) ?? -1) >= part.start + part.bytes);
  const kept = ({ files, parts }: NonNullable<Entry['stale']>) => {
    const rest = { files: files.filter(({ path }) => olds.has(path)), parts: there(parts) };
    return rest.files.length + rest.parts.length > 0 ? rest : undefined;
  };
  if (!prune) {
    for (const { stale: before, ...entry } of left()) {
      const files = entry.files.filter(({ path }) => olds.has(path));
      const parts = there(entry.parts);
      const stale = before && kept(before);
      if (files.length + parts.length === 0 && stale === undefined) continue;
      yield { folder: out, entry: { ...entry, files, parts, left: true, ...(stale ? { stale } : {}) } };
    }
  }
  for (const { folder, entry: all } of inOrder(parts)) {
    const { stale: before, left: _, ...entry } = all;
    const stale = before && !prune ? kept(before) : undefined;
    const parts = folder === out ? there(entry.parts) : entry.parts;
    yield { folder, entry: { ...entry, parts, ...(stale ? { stale } : {}) } };
  }
}

/**
 * Collects what is left over, which files the entries have (by the names or endings of formats), and the fingerprints
 * of their options.
 */
function survey(entries: Iterable<Placed>, formats: readonly FormatFile[], leftovers: Leftovers) {
  const held = new Set<string>();
  const fingerprints = new Set<string>();
  const endings = formats.filter(({ joined }) => !joined).sort((a, b) => b.extension.length - a.extension.length);
  for (const { entry } of entries) {
    note(leftovers, entry, formats);
    fingerprints.add(entry.options);
    for (const { file } of piecesOf(entry)) held.add(file);
    for (const { path } of [...entry.files, ...(entry.stale?.files ?? [])]) {
      const file = endings.find(({ extension }) => path.endsWith(extension));
      if (file) held.add(file.extension);
    }
  }
  return { held, fingerprints: [...fingerprints] };
}

/** Deletes files that are still as they were written; those that somebody has edited are kept and listed. */
function removeFiles(out: string, files: Iterable<EntryFile>, edited: string[]): void {
  for (const { path, bytes, sha256 } of files) {
    const place = inside(out, path);
    const size = sizeOf(place);
    if (size === null) continue;
    if (size !== bytes || hashFile(place) !== sha256) {
      edited.push(path);
      continue;
    }
    rmSync(place, { force: true });
    for (let above = dirname(path); above !== '.'; above = dirname(above)) {
      try {
        rmdirSync(inside(out, above));
      } catch {
        break;
      }
    }
  }
}

/** Deletes joined files of formats of which no piece is left. */
function removeJoined(out: string, files: readonly FormatFile[], kept: readonly FormatFile[]): void {
  for (const file of files) {
    if (file.joined && !kept.includes(file)) rmSync(inside(out, file.extension), { force: true });
  }
}
