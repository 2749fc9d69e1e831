/** Joins the parts of a run that several machines did into one folder, as if one machine had done it. */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { attempt, EXIT, Failure } from '../failure.ts';
import { refusal } from '../schema-compatibility.ts';
import type { FormatFile } from '../write/format.ts';
import { filesOf } from '../write/formats.ts';
import { conclude } from './conclude.ts';
import { type Entry, type Header, keyOf } from './entry.ts';
import { lockFolder } from './folder.ts';
import { inside } from './inside.ts';
import { giveName, inOrder, type Joined } from './join.ts';
import { Ledger } from './ledger.ts';
import { type Leftovers, withEarlier } from './leftovers.ts';
import { LEDGER } from './names.ts';
import { sizeOf } from './segments.ts';
import { parseShard } from './shard.ts';

interface Part extends Joined {
  readonly header: Header;
  readonly ledger: Ledger;
  /** What each of its documents has. */
  readonly files: readonly FormatFile[];
}

/**
 * What `out` held before stays, as with every run: documents of the parts take the place of those with their ids.
 *
 * @param folders the output folders of `extract --shard`, or of runs over different inputs of one list
 * @param out where to write; made where it is not there
 * @param report gets every document in order
 * @param prune takes away what `out` held of other documents
 * @returns what stays in `out` of earlier runs
 * @throws Failure where a part is missing, doubled, unfinished or was made with other options or another version, or
 *   where the parts did not see the same inputs
 */
export async function mergeParts(
  folders: readonly string[],
  out: string,
  report: (entry: Entry) => void,
  prune = false,
): Promise<Leftovers> {
  const parts = folders.map(openPart);
  try {
    checkHeaders(parts);
    checkEntries(parts);
    const held = lockFolder(out);
    const before = sizeOf(join(out, LEDGER)) === null ? null : new Ledger(out, 'read');
    try {
      return await attempt(out, () => joinParts(parts, out, before, report, prune));
    } finally {
      before?.close();
      held.release();
    }
  } finally {
    for (const { ledger } of parts) ledger.close();
  }
}

async function joinParts(
  parts: readonly Part[],
  out: string,
  ledger: Ledger | null,
  report: (entry: Entry) => void,
  prune: boolean,
): Promise<Leftovers> {
  const made = new Set<string>();
  const merged = new Set<string>();
  for (const { folder, entry } of inOrder(parts)) {
    for (const { path } of entry.files) {
      const place = inside(out, path, made);
      mkdirSync(dirname(place), { recursive: true });
      giveName(inside(folder, path), place);
    }
    merged.add(keyOf(entry));
    report(entry);
  }
  return conclude(out, {
    header: { ...parts[0]!.header, shard: null },
    parts: parts.map(({ folder, entries }) => ({
      folder,
      entries: function* () {
        for (const entry of entries()) yield withEarlier(entry, ledger?.find(entry) ?? null);
      },
    })),
    ledger,
    left: function* () {
      for (const entry of ledger?.entries() ?? []) if (!merged.has(keyOf(entry))) yield entry;
    },
    prune,
  });
}

function openPart(folder: string): Part {
  if (sizeOf(join(folder, LEDGER)) === null) {
    throw new Failure(`${folder} holds no ${LEDGER}; name folders that accordingto extract has written`, EXIT.noInput);
  }
  const ledger = new Ledger(folder, 'read');
  const { header, damaged } = ledger;
  if (header === null) throw new Failure(`${join(folder, LEDGER)} has no first line; run this part again`, EXIT.failed);
  if (!header.complete) throw new Failure(`${folder} is not finished; run this part again, then merge`, EXIT.failed);
  if (damaged.length > 0) {
    refuse(`line ${damaged[0]} of ${join(folder, LEDGER)} is not what accordingto writes; run this part again`);
  }
  const files = filesOf(header.options.formats);
  return {
    folder,
    header,
    ledger,
    /** The entries of its last run, without what other runs left there. */
    entries: function* () {
      for (const { stale: _, ...entry } of ledger.entries()) if (!entry.left) yield entry;
    },
    files,
  };
}

function checkHeaders(parts: readonly Part[]): void {
  const [first, ...others] = parts as [Part, ...Part[]];
  for (const { folder, header } of parts) {
    const other = refusal(header.schemaVersion);
    if (other !== null) refuse(`${folder} ${other}`);
  }
  for (const { folder, header } of others) {
    if (header.version !== first.header.version) {
      refuse(`${folder} was made by version ${header.version}, ${first.folder} by ${first.header.version}`);
    }
    const [a, b] = [first.header.options, header.options];
    const name = Object.keys({ ...a, ...b }).find((key) => JSON.stringify(a[key]) !== JSON.stringify(b[key]));
    if (name !== undefined) {
      const [was, is] = [a[name], b[name]].map((value) => JSON.stringify(value));
      refuse(`${folder} was made with ${name} ${is}, ${first.folder} with ${was}`);
    }
  }
  checkShards(parts);
}

/** Checks that the parts make up the whole: none is missing or there twice, whether or not some were halved. */
function checkShards(parts: readonly Part[]): void {
  const shards = parts.map(({ folder, header }) => ({ folder, shard: parseShard(header.shard ?? '') }));
  if (shards.every(({ shard }) => shard === null)) return;
  const given = shards.map(({ folder, shard }) => ({
    folder,
    shard: shard ?? refuse(`${folder} is a whole run, others are parts of one`),
  }));
  const whole = given[0]!.shard.of;
  const odd = given.find(({ shard }) => !Number.isInteger(Math.log2(shard.of / whole)));
  if (odd) refuse(`${odd.folder} is one part of ${odd.shard.of}, others are of ${whole}`);
  let [coarsest, finest] = [whole, whole];
  for (const { shard } of given) [coarsest, finest] = [Math.min(coarsest, shard.of), Math.max(finest, shard.of)];
  const missing = new Set<number>();
  const miss = (from: number, to: number) => {
    const part = (place: number) => Math.floor((place * coarsest) / finest) + 1;
    if (from < to) for (let index = part(from); index <= part(to - 1); index += 1) missing.add(index);
  };
  const share = (of: number) => finest / of;
  given.sort((a, b) => (a.shard.index - 1) * share(a.shard.of) - (b.shard.index - 1) * share(b.shard.of));
  let [end, before] = [0, ''];
  for (const { folder, shard } of given) {
    const start = (shard.index - 1) * share(shard.of);
    if (start < end) refuse(`${before} and ${folder} are both part ${shard.index} of ${shard.of}`);
    miss(end, start);
    [end, before] = [start + share(shard.of), folder];
  }
  miss(end, finest);
  if (missing.size > 0) {
    const [noun, verb] = missing.size === 1 ? ['part', 'is'] : ['parts', 'are'];
    refuse(`${noun} ${[...missing].join(', ')} of ${coarsest} ${verb} missing`);
  }
}

/**
 * Checks that every document is in one part: their places count from 0 without a gap, and no two have a file in common.
 */
function checkEntries(parts: readonly Part[]): void {
  const files = new Map<string, string>();
  let at = 0;
  for (const part of parts) for (const entry of part.entries()) checkFiles(part, entry);
  for (const { folder, entry } of inOrder(parts)) {
    if (entry.at !== at) {
      const what = entry.at < at ? `${entry.path} stands where another document does` : `document ${at} is in none`;
      refuse(`the parts did not see the same inputs (${what}; ${folder}); run all parts on the same inputs`);
    }
    at += 1;
    for (const { path } of entry.files) {
      const other = files.get(path);
      if (other !== undefined) refuse(`${join(other, path)} and ${join(folder, path)} would be one file`);
      files.set(path, folder);
    }
  }
}

/** Checks that an entry has all the files that its part has: the formats of several runs may differ. */
function checkFiles({ folder, files }: Part, { path, counts, files: own, parts }: Entry): void {
  if (counts === null) return;
  for (const { joined, extension } of files) {
    const there = joined
      ? parts.some(({ file }) => file === extension)
      : own.some((file) => file.path.endsWith(extension));
    if (!there) refuse(`${folder} has no ${extension} of ${path} as it is now; run this part again in all its formats`);
  }
}

function refuse(reason: string): never {
  throw new Failure(`not merged: ${reason}`, EXIT.failed);
}
