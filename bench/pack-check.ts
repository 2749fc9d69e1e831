/**
 * `npm run pack:check`: the package as others get it from the registry. Packs it, asks publint and attw what they think,
 * installs the packed file in an empty folder, and runs there what README.md shows first. Needs the registry.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Packed, PROJECT, packInto } from './build/package.ts';
import { block } from './readme.ts';

const folder = mkdtempSync(join(tmpdir(), 'accordingto-pack-'));

/** What a program prints; what it says on standard error is shown. */
function run(program: string, args: readonly string[], cwd = folder): string {
  return execFileSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

function tool(name: string, args: readonly string[]): void {
  run(join(PROJECT, 'bench/tools/node_modules/.bin', name), args);
  console.log(`${name}: nothing to say`);
}

/** @throws Error where they differ */
function same(what: string, found: string, expected: string): void {
  if (found !== expected) throw new Error(`${what} gives\n${found}\nand not\n${expected}`);
  console.log(`${what}: as README.md says`);
}

const KINDS: readonly (readonly [kind: string, of: RegExp])[] = [
  ['models', /\.bin$/],
  ['lexicons', /\.tsv$/],
  ['types', /\.d\.ts$/],
  ['program', /\.(?:js|css)$/],
  ['the rest', /./],
];

/** What a consumer may get in all, without the optional packages. */
const [MOST_PACKAGES, MOST_BYTES] = [25, 30_000_000];

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;

function describe({ size, unpackedSize, files }: Packed): string {
  const sums = new Map(KINDS.map(([kind]) => [kind, 0]));
  for (const file of files) {
    const [kind] = KINDS.find(([, of]) => of.test(file.path))!;
    sums.set(kind, sums.get(kind)! + file.size);
  }
  const parts = [...sums].map(([kind, bytes]) => `${kind} ${megabytes(bytes)}`).join(', ');
  return `packed ${megabytes(size)}, unpacked ${megabytes(unpackedSize)} in ${files.length} files: ${parts}`;
}

try {
  const packed = await packInto(folder);
  console.log(describe(packed));
  const tarball = join(folder, packed.filename);
  tool('publint', ['run', tarball, '--strict']);
  // The package is ESM only: CommonJS reaches it by import(), or by require() from Node 20.19 on.
  tool('attw', [tarball, '--profile', 'esm-only']);

  const empty = mkdtempSync(join(folder, 'empty-'));
  writeFileSync(join(empty, 'package.json'), '{ "type": "module", "private": true }\n');
  run('npm', ['install', '--silent', '--no-audit', '--no-fund', tarball], empty);
  const installed = readdirSync(join(empty, 'node_modules'), { recursive: true, withFileTypes: true });
  const manifests = installed.filter(
    ({ name, parentPath }) => name === 'package.json' && /node_modules\/(?:@[^/]+\/)?[^/]+$/.test(parentPath),
  );
  const bytes = installed
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)).size);
  const size = bytes.reduce((sum, some) => sum + some, 0);
  console.log(`installed: ${manifests.length} packages, ${megabytes(size)}`);
  if (manifests.length > MOST_PACKAGES || size > MOST_BYTES) throw new Error('that is too much for a consumer');

  const readme = readFileSync(join(PROJECT, 'README.md'), 'utf8');
  writeFileSync(join(empty, 'dam.txt'), block(readme, '`dam.txt`').text.trimEnd());
  const args = ['accordingto', 'extract', 'dam.txt', '--published', '2024-05-07', '--format', 'text'];
  same('the first example', run('npx', args, empty), block(readme, 'shows what was found, for people:').text);
  writeFileSync(join(empty, 'example.js'), block(readme, '## Library').text);
  same('the example of the library', run(process.execPath, ['example.js'], empty), block(readme, '\nprints\n').text);
  console.log(run('npx', ['accordingto', 'doctor'], empty));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
