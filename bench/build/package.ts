/** Makes the files that the package ships: the compiled program, its data with their sums, and the manual page. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { COMMANDS, DESCRIPTION } from '../../src/cli/commands.ts';
import { manual } from '../../src/cli/man.ts';

export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** What stands beside the compiled files: lexicons, models with their cards, style and script of pages. */
const isData = (path: string): boolean => !/\.[^./\\]+$/.test(path) || /\.(?:tsv|bin|md|css|client\.js)$/.test(path);

/**
 * @param folder gets `dist/` and `man/`; what it holds of them is replaced, since a renamed source must not live on
 * @throws Error where the sources do not compile
 */
export function buildPackage(folder: string): void {
  const dist = join(folder, 'dist');
  rmSync(dist, { recursive: true, force: true });
  const tsc = join(PROJECT, 'node_modules/.bin/tsc');
  execFileSync(tsc, ['-p', 'tsconfig.build.json', '--outDir', dist], { cwd: PROJECT, stdio: 'inherit' });
  cpSync(join(PROJECT, 'src'), dist, { recursive: true, filter: isData });
  writeFileSync(join(dist, 'sha256sums.txt'), sumsOf(dist));
  mkdirSync(join(folder, 'man'), { recursive: true });
  writeFileSync(join(folder, 'man/accordingto.1'), manual(DESCRIPTION, COMMANDS));
}

/** The sums of models and lexicons, as `sha256sum --check` reads them; `accordingto doctor` does too. */
function sumsOf(dist: string): string {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(?:tsv|bin)$/.test(name))
    .sort()
    .map((name) => {
      const sum = createHash('sha256').update(readFileSync(join(dist, name)));
      return `${sum.digest('hex')}  ${name}\n`;
    })
    .join('');
}

/**
 * Builds in a folder of its own and packs there, so that no program that runs from this checkout loses its files.
 *
 * @param folder an empty folder; gets the packed file, and `build/` with what was packed
 * @returns what `npm pack --json` says
 * @throws Error with what npm said where it cannot be packed
 */
export function packInto(folder: string): Packed {
  const build = join(folder, 'build');
  buildPackage(build);
  const { files } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as { files: readonly string[] };
  const written = files.filter((name) => !/^(?:dist|man)$/.test(name));
  for (const name of ['package.json', 'README.md', 'LICENSE', ...written])
    cpSync(join(PROJECT, name), join(build, name));
  const npm = ['pack', '--json', '--silent', '--ignore-scripts', '--pack-destination', folder];
  return JSON.parse(execFileSync('npm', npm, { cwd: build, encoding: 'utf8' }))[0];
}

export interface Packed {
  readonly filename: string;
  /** Bytes. */
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}
