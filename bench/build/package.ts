/** Makes the files that the package ships: the bundled program, its data with their sums, the manual page, the licences. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { COMMANDS, DESCRIPTION } from '../../src/cli/commands.ts';
import { manual } from '../../src/cli/man.ts';
import { bundle } from './bundle.ts';
import { buildKernels } from './kernels.ts';
import { notice } from './notice.ts';
import { declare } from './types.ts';

export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** What stands beside the compiled files: lexicons, models with their cards, kernels, style and script of pages. */
const isData = (path: string): boolean =>
  !/\.[^./\\]+$/.test(path) || /\.(?:tsv|bin|wasm|md|css|client\.js)$/.test(path);

/**
 * @param folder gets `dist/`, `man/` and `NOTICE`; what it holds of `dist/` goes, since a renamed source must not live on
 * @throws Error where the sources do not compile
 */
export async function buildPackage(folder: string): Promise<void> {
  const dist = join(folder, 'dist');
  rmSync(dist, { recursive: true, force: true });
  await buildKernels(PROJECT);
  const { exports } = manifest();
  const faces = Object.values(exports).flatMap((face) => (typeof face === 'string' ? [] : [face.types]));
  declare(
    PROJECT,
    join(dist, 'types'),
    faces.map((path) => path.replace('./dist/types/', '')),
  );
  const bundled = await bundle(PROJECT, dist);
  writeFileSync(join(folder, 'NOTICE'), notice(PROJECT, bundled));
  cpSync(join(PROJECT, 'src'), dist, { recursive: true, filter: isData });
  writeFileSync(join(dist, 'sha256sums.txt'), sumsOf(dist));
  mkdirSync(join(folder, 'man'), { recursive: true });
  writeFileSync(join(folder, 'man/accordingto.1'), manual(DESCRIPTION, COMMANDS));
}

/** The sums of models, kernels and lexicons, as `sha256sum --check` reads them; `accordingto doctor` does too. */
function sumsOf(dist: string): string {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(?:tsv|bin|wasm)$/.test(name))
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
export async function packInto(folder: string): Promise<Packed> {
  const build = join(folder, 'build');
  await buildPackage(build);
  const written = manifest().files.filter((name) => !/^(?:dist|man|NOTICE)$/.test(name));
  for (const name of ['package.json', 'README.md', 'LICENSE', ...written])
    cpSync(join(PROJECT, name), join(build, name));
  const npm = ['pack', '--json', '--silent', '--ignore-scripts', '--pack-destination', folder];
  return JSON.parse(execFileSync('npm', npm, { cwd: build, encoding: 'utf8' }))[0];
}

interface Manifest {
  readonly files: readonly string[];
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
}

const manifest = (): Manifest => JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8'));

export interface Packed {
  readonly filename: string;
  /** Bytes. */
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}
