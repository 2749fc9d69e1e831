/** `accordingto doctor` on a whole package, and on damaged ones. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { OPTIONAL } from '../../src/cli/optional.ts';
import { version } from '../../src/index.ts';
import { PACKING, pack, packed, packedWithout, project } from './packed.ts';

beforeAll(pack, PACKING);

function doctor(program: string): { status: number | null; stdout: string; stderr: string } {
  const args = [join(program, 'dist/cli.js'), 'doctor'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('a whole package is well, and its sums are those of its files', () => {
  const { status, stdout, stderr } = doctor(packed);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain(`accordingto ${version}, ${packed}`);
  expect(stdout).toContain(`node ${process.versions.node} on ${process.platform}`);
  for (const model of ['attributions/models/attributions', 'names/names', 'syntax/parser', 'syntax/tagger']) {
    expect(stdout).toMatch(new RegExp(`^  ${model}\\.bin +\\d\\.\\d\\d MB  sha256 [0-9a-f]{12}  whole$`, 'm'));
  }
  expect(stdout).toMatch(/^ {2}The Lindau dam is safe < Anna Weber < DPA: right$/m);
  expect(stdout).toMatch(/^ {2}first claim after \d+\.\d\d s, \d+ MB of memory$/m);
  const sums = readFileSync(join(packed, 'dist/sha256sums.txt'), 'utf8').trimEnd().split('\n');
  for (const [sum, name] of sums.map((line) => line.split('  '))) {
    const content = readFileSync(join(packed, 'dist', name!));
    expect(createHash('sha256').update(content).digest('hex'), name).toBe(sum);
  }
});

test('optional packages are there with their version, or with how to get them', () => {
  const { peerDependencies, peerDependenciesMeta } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
  const optional = Object.keys(peerDependenciesMeta).filter((name) => peerDependenciesMeta[name].optional);
  expect(Object.keys(OPTIONAL).sort()).toEqual(optional.sort());
  const there = doctor(packed).stdout;
  const absent = doctor(packedWithout(...optional)).stdout;
  for (const name of optional) {
    const manifest = JSON.parse(readFileSync(join(project, 'node_modules', name, 'package.json'), 'utf8'));
    expect(there).toMatch(new RegExp(`^  ${name} +${manifest.version.replaceAll('.', '\\.')}, `, 'm'));
    expect(absent).toMatch(new RegExp(`^  ${name} +absent; for .+: npm install '${name}@`, 'm'));
    expect(absent).toContain(`npm install '${name}@${peerDependencies[name]}'`);
  }
});

test('a damaged model, a lexicon that is gone and an old Node are said, with exit code 1', () => {
  const copy = packedWithout();
  const model = join(copy, 'dist/names/names.bin');
  const bytes = readFileSync(model);
  bytes[bytes.length - 1]! ^= 1;
  writeFileSync(model, bytes);
  const said = doctor(copy);
  expect(said.status).toBe(1);
  expect(said.stdout).toContain('  names/names.bin is damaged: install accordingto again\n');

  const holed = packedWithout();
  rmSync(join(holed, 'dist/source-kinds/nouns.tsv'));
  const gone = doctor(holed);
  expect({ status: gone.status, stderr: gone.stderr }).toEqual({ status: 1, stderr: '' });
  expect(gone.stdout).toContain('  source-kinds/nouns.tsv is absent: install accordingto again\n');
  expect(gone.stdout).toMatch(/^ {2}failed: Error: ENOENT/m);

  const old = packedWithout();
  const manifest = JSON.parse(readFileSync(join(old, 'package.json'), 'utf8'));
  writeFileSync(join(old, 'package.json'), JSON.stringify({ ...manifest, engines: { node: '>=99.1' } }));
  const refused = doctor(old);
  expect(refused.status).toBe(1);
  expect(refused.stdout).toContain(': too old, >=99.1 is needed\n');
});
