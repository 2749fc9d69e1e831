/** Finds the results of a run in its output folder. */
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { constants, gunzipSync } from 'node:zlib';
import { sizeOf } from '../batch/segments.ts';
import { CLUSTERS, CORROBORATION } from '../corroboration-formats.ts';
import { asReadError, ReadError } from '../read/error.ts';
import { refusal } from '../schema-compatibility.ts';
import { jsonFiles } from './files.ts';
import { ARTICLES, CLAIMS, freshIn } from './fresh.ts';
import { startOf } from './start.ts';
import { insteadIn } from './there.ts';

/** Files of one kind; other files in the folder hold the same again. */
export interface Results {
  /** documents: the contract's objects; claims: claims that stand alone, and no more. */
  readonly kind: 'documents' | 'claims';
  /** True where a file holds one object a line, false where it holds one in all. */
  readonly lines: boolean;
  /** In an order that is the same on every machine. */
  readonly files: readonly string[];
  /** The folder that `corroborate` wrote beside them; null where there is none. */
  readonly corroboration: string | null;
}

/**
 * Documents go before claims, for they hold more; one joined file goes before many, unless runs in other formats have
 * left it with fewer articles.
 *
 * @param place a folder that `extract` wrote, or one file of it (also gzipped)
 * @throws ReadError where nothing of `json`, `ndjson` or `claims` is there
 */
export function findResults(place: string): Results {
  const beside = join(place, CORROBORATION);
  const articles = articlesIn(place);
  return { ...articles, corroboration: existsSync(join(beside, CLUSTERS)) ? beside : null };
}

type ArticleResults = Omit<Results, 'corroboration'>;

function articlesIn(place: string): ArticleResults {
  try {
    if (!statSync(place).isDirectory()) return resultsIn(place);
    const isThere = (name: string) => sizeOf(join(place, name)) !== null;
    const fresh = freshIn(place);
    const { documents = 0, articles = 0, claims = 0 } = fresh ?? {};
    if (isThere(ARTICLES) && articles >= Math.max(documents, claims)) return resultsIn(join(place, ARTICLES));
    const stale = new Set([...(fresh?.stale ?? [])].map((path) => join(place, path)));
    const files = documents >= claims ? documentsBelow(place, stale) : [];
    if (files.length > 0) return { kind: 'documents', lines: false, files };
    if (isThere(CLAIMS) && (fresh === null || claims > 0)) return resultsIn(join(place, CLAIMS));
    throw new ReadError(insteadIn(place, 'claims'));
  } catch (error) {
    throw error instanceof ReadError ? error : new ReadError(asReadError(error).message);
  }
}

function resultsIn(file: string): ArticleResults {
  const kind = kindOf(file);
  if (kind === null) throw new ReadError('is no JSON that extract writes with --format json, ndjson or claims');
  return { kind, lines: !file.endsWith('.json'), files: [file] };
}

function documentsBelow(folder: string, except: ReadonlySet<string>): string[] {
  return [...jsonFiles(folder)].filter(
    (path) => path.endsWith('.json') && !except.has(path) && kindOf(path) === 'documents',
  );
}

/**
 * By how the file begins; an empty joined file may be either.
 *
 * @throws ReadError where another version wrote it whose output is not read
 */
function kindOf(path: string): Results['kind'] | null {
  const start = beginning(path);
  if (start === '') return /ndjson(?:\.gz)?$/.test(path) ? 'claims' : null;
  const ours = startOf(start);
  if (ours === null) return null;
  const other = refusal(ours.version);
  if (other !== null) throw new ReadError(`is not read: ${basename(path)} ${other}`);
  return ours.kind;
}

function beginning(path: string): string {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(4096);
    const head = bytes.subarray(0, readSync(file, bytes));
    // The end of what was read is no end of the gzip stream.
    const unpacked =
      head[0] === 0x1f && head[1] === 0x8b ? gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH }) : head;
    return unpacked.subarray(0, 100).toString('latin1');
  } finally {
    closeSync(file);
  }
}
