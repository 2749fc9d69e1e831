/**
 * Checks that paths out of a file or a message (a ledger, a part, a job, a record) lie inside their folder. An output
 * folder may come from somebody else: what its ledger names is read, written and deleted only in there.
 */
import { lstatSync } from 'node:fs';
import { join } from 'node:path';

/** The path leads out of its folder, or to something that is no file. */
export class OutsideError extends Error {
  override name = 'OutsideError';
}

/** True for a relative path with `/` between its names: no root, drive, `.`, `..` or NUL in it. */
export function isInner(path: string): boolean {
  return !/[\0\\:]/.test(path) && path.split('/').every((name) => name !== '' && name !== '.' && name !== '..');
}

/** True for the path of a document's file as `pathOf` and the endings of formats make it: no name is hidden. */
export function isResult(path: string): boolean {
  return isInner(path) && !/(?:^|\/)\./.test(path);
}

/**
 * The one check of every path below a folder that comes from a file or a message. Links are not followed: neither a
 * folder on the way nor what stands at its end may be one, nor a pipe or a device, which could hold up whoever opens it.
 *
 * @param folder taken as it is: whoever names it may name a link
 * @param path relative to it, with `/`
 * @param known folders below it that were found to be none of this, so that a run asks once; it grows
 * @returns the path with its folder; there may be nothing there yet
 * @throws OutsideError
 */
export function inside(folder: string, path: string, known?: Set<string>): string {
  if (!isInner(path)) throw new OutsideError(`"${path}" leads out of ${folder}`);
  const names = path.split('/');
  let reached = folder;
  for (const [index, name] of names.entries()) {
    reached = join(reached, name);
    if (known?.has(reached)) continue;
    const stats = lstatSync(reached, { throwIfNoEntry: false });
    if (stats === undefined) break;
    if (stats.isSymbolicLink()) throw new OutsideError(`${reached} is a link, which is not followed`);
    if (stats.isDirectory()) known?.add(reached);
    else if (!stats.isFile()) throw new OutsideError(`${reached} is no file`);
    else if (index < names.length - 1) throw new OutsideError(`${reached} is a file that stands in the way`);
  }
  return join(folder, path);
}
