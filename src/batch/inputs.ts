/** From the paths of a command line to the files behind them, in one order on every machine. */
import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { asReadError } from '../read/error.ts';
import { formatOf, kindOf, READABLE, unsupported, withoutExtension } from '../read/format.ts';
import type { Input } from '../read/index.ts';
import { baseOf, globExpression, isGlob } from './glob.ts';

/** A folder with this file in it holds output: no walk enters it. */
export const OUTPUT_MARK = '.accordingto';

/** A path that gave nothing, and why. */
export interface Missing {
  readonly place: string;
  readonly reason: string;
}

export interface Inputs {
  readonly inputs: readonly Input[];
  readonly missing: readonly Missing[];
  /** Folders left out because they hold output, as the user would name them. */
  readonly outputs: readonly string[];
  /** Files left alone because of their kind, by their endings; and links that lead nowhere. */
  readonly unread: ReadonlyMap<string, number>;
  /** True where the user named one file, or standard input, and nothing else. */
  readonly single: boolean;
}

interface Found {
  readonly path: string;
  readonly source: string;
}

/**
 * Files stand in the order of the arguments, those of a folder sorted by name in code units, none twice. Folders are
 * walked without hidden ones, `node_modules`, output and linked folders (so there is no loop), and only files with a
 * name that promises an article are taken. An id is the path from the deepest folder that holds all that was named.
 *
 * @param paths files, folders, patterns, `-`
 * @param out the folder that will be written, never read
 */
export function findInputs(paths: readonly string[], out: string | null): Inputs {
  const search: Search = {
    output: out === null ? null : resolve(out),
    found: [],
    bases: [],
    missing: [],
    outputs: [],
    unread: new Map(),
    folders: 0,
  };
  for (const path of paths) addPath(search, path);
  const { found, bases, missing, outputs, unread, folders } = search;
  const root = commonFolder(bases);
  const seen = new Set<string>();
  const inputs = found.filter(({ path }) => {
    const key = path === '-' ? '-' : resolve(path);
    return !seen.has(key) && seen.add(key);
  });
  return {
    inputs: inputs.map(({ path, source }) => ({
      path,
      source: source.split(sep).join('/'),
      id: path === '-' ? 'stdin' : withoutExtension(relative(root, resolve(path)).split(sep).join('/')),
    })),
    missing,
    outputs,
    unread,
    single: folders === 0 && paths.length === 1,
  };
}

/** What was found so far. */
interface Search {
  /** The folder that will be written, resolved. */
  readonly output: string | null;
  readonly found: Found[];
  /** The folders of all that was named, resolved. */
  readonly bases: string[];
  readonly missing: Missing[];
  readonly outputs: string[];
  readonly unread: Map<string, number>;
  /** Arguments that were folders or patterns. */
  folders: number;
}

function addPath(search: Search, path: string): void {
  const { found, bases, missing } = search;
  if (path === '-') {
    found.push({ path: '-', source: '-' });
    return;
  }
  let stats: Stats | undefined;
  try {
    stats = statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    missing.push({ place: path, reason: asReadError(error).message });
    return;
  }
  const glob = !stats && isGlob(path);
  if (!stats && !glob) missing.push({ place: path || '""', reason: absent(path) });
  else if (stats?.isFile() || stats?.isFIFO() || stats?.isCharacterDevice()) {
    const refused = unsupported(basename(path));
    if (refused !== null) missing.push({ place: path, reason: refused });
    else found.push({ path, source: path });
    bases.push(dirname(resolve(path)));
  } else if (glob || stats?.isDirectory()) addFolder(search, path, glob);
  else missing.push({ place: path, reason: 'is neither a file nor a folder' });
}

/** Node passes on only arguments in UTF-8: others have a replacement character in them. */
function absent(path: string): string {
  return path.includes('\uFFFD') ? 'has a name that is not in UTF-8; rename it' : 'is not there; check the path';
}

/** The articles below a folder, or below the folder in which a pattern begins to vary. */
function addFolder(search: Search, path: string, glob: boolean): void {
  const base = glob ? baseOf(path) : path;
  const pattern = glob ? globExpression(path.slice(base === '.' ? 0 : join(base, '/').length)) : null;
  const files: Found[] = [];
  walk(search, base, '', (inner) => {
    if (pattern && !pattern.test(inner)) return;
    if (pattern ? unsupported(inner) === null : formatOf(inner) !== null) {
      files.push({ path: join(base, inner), source: base === '.' ? inner : join(base, inner) });
    } else search.unread.set(kindOf(inner), (search.unread.get(kindOf(inner)) ?? 0) + 1);
  });
  search.folders += 1;
  search.bases.push(resolve(base));
  if (files.length === 0) search.missing.push({ place: path, reason: `holds no articles; looked for ${READABLE}` });
  search.found.push(...files);
}

function walk(search: Search, base: string, inner: string, take: (inner: string) => void): void {
  const folder = join(base, inner);
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    search.missing.push({ place: folder, reason: asReadError(error).message });
    return;
  }
  const ours = inner !== '' && (entries.some(({ name }) => name === OUTPUT_MARK) || resolve(folder) === search.output);
  if (ours) {
    search.outputs.push(folder);
    return;
  }
  const names = new Map(entries.map((entry) => [entry.name, entry]));
  for (const name of [...names.keys()].sort()) {
    const entry = names.get(name)!;
    if (name.startsWith('.') || name === 'node_modules') continue;
    const path = inner === '' ? name : `${inner}/${name}`;
    if (entry.isDirectory()) walk(search, base, path, take);
    else if (entry.isFile() || (entry.isSymbolicLink() && leadsToFile(search, join(base, path)))) take(path);
  }
}

/** Among the endings of files that are not read. */
const DANGLING = '(link that leads nowhere)';

/** Whether a link leads to a file; one that leads nowhere and has the name of an article is counted as not read. */
function leadsToFile(search: Search, path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    if (formatOf(path) !== null) search.unread.set(DANGLING, (search.unread.get(DANGLING) ?? 0) + 1);
    return false;
  }
}

/** The deepest folder that holds all of them. */
function commonFolder(folders: readonly string[]): string {
  let common = folders[0]?.split(sep) ?? [];
  for (const folder of folders) {
    const parts = folder.split(sep);
    const length = common.findIndex((part, index) => part !== parts[index]);
    if (length >= 0) common = common.slice(0, length);
  }
  return common.join(sep) || sep;
}

/** True where both paths lead to the same place, links resolved. */
export function samePlace(a: string, b: string): boolean {
  const real = (path: string) => {
    try {
      return realpathSync(path);
    } catch {
      return resolve(path);
    }
  };
  return real(a) === real(b);
}
