/** The packed program, as users get it: packed once a run by the test file that asks first, and unpacked elsewhere. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';

export const project = fileURLToPath(new URL('..', import.meta.url));
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
    const npm = spawnSync('npm', ['pack', '--silent', '--pack-destination', home], { cwd: project, encoding: 'utf8' });
    if (npm.status !== 0) throw new Error(`npm pack failed:\n${npm.stdout}${npm.stderr}`);
    execFileSync('tar', ['-xzf', readdirSync(home).find((name) => name.endsWith('.tgz'))!], { cwd: home });
    symlinkSync(join(project, 'node_modules'), join(packed, 'node_modules'));
  } finally {
    writeFileSync(join(home, 'done'), '');
  }
}

export const PACKING = 120_000;
