/** The files below a folder. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** @returns paths relative to the folder, in the order of their code units */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
