/** The packed program, as users get it: packed once a run by the test file that asks first, and unpacked elsewhere. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { inject } from 'vitest';
import { packInto, PROJECT as project } from '../../bench/build/package.ts';

export { project };

const home = join(inject('shared'), 'packed');

/** The unpacked package; `join(packed, 'dist/cli.js')` is the program. */
export const packed = join(home, 'package');

/**
 * Packs and unpacks the package, or waits for the test file that does. For `beforeAll`, with `PACKING` as its time.
 *
 * @throws Error with what npm said where it cannot be packed
 */
export async function pack(): Promise<void> {
  if (mkdirSync(home, { recursive: true }) === undefined) {
    while (!existsSync(join(home, 'done'))) await setTimeout(50);
    return;
  }
  try {
    const { filename } = await packInto(home);
    execFileSync('tar', ['-xzf', filename], { cwd: home });
    symlinkSync(join(project, 'node_modules'), join(packed, 'node_modules'));
  } finally {
    writeFileSync(join(home, 'done'), '');
  }
}

/**
 * The program as it is where users did not install some optional package. After `pack`.
 *
 * @param absent the names of packages
 * @returns the path of a copy of the package
 */
export function packedWithout(...absent: string[]): string {
  const copy = mkdtempSync(join(home, 'without-'));
  cpSync(packed, copy, { recursive: true, filter: (path) => path !== join(packed, 'node_modules') });
  const link = (folder: string) => {
    mkdirSync(join(copy, 'node_modules', folder));
    for (const name of readdirSync(join(project, 'node_modules', folder))) {
      const path = join(folder, name);
      if (absent.includes(path)) continue;
      if (name.startsWith('@')) link(path);
      else symlinkSync(join(project, 'node_modules', path), join(copy, 'node_modules', path));
    }
  };
  link('');
  return copy;
}

export const PACKING = 120_000;
