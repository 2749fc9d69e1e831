/** `accordingto doctor`: whether this installation is whole, what is in it, and how long a first claim takes. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EXIT } from '../failure.ts';
import { extract } from '../index.ts';
import { VERSION } from '../version.ts';
import { checkData, type DataFile } from './data.ts';
import { install, OPTIONAL, type OptionalPackage, versionOf } from './optional.ts';

/** @returns 0, or 1 where something is wrong */
export async function runDoctor(): Promise<number> {
  const root = new URL('..', import.meta.url);
  const test = selfTest();
  const data = checkData(root);
  const { needed, enough } = checkNode();
  const models = data.filter(({ name }) => /\.(?:bin|wasm)$/.test(name));
  const lexicons = data.filter(({ name }) => name.endsWith('.tsv'));
  const damaged = data.filter(({ state }) => state === 'damaged' || state === 'absent');
  const lines = [
    `accordingto ${VERSION}, ${fileURLToPath(root)}`,
    `node ${process.versions.node} on ${process.platform} ${process.arch}${enough ? '' : `: too old, ${needed} is needed`}`,
    '',
    'Models and kernels',
    ...models.map((file) => `  ${file.name.padEnd(36)} ${megabytes([file])}  sha256 ${file.sha256}  ${file.state}`),
    `  ${`${lexicons.length} lexicons`.padEnd(36)} ${megabytes(lexicons)}`,
    ...damaged.map(({ name, state }) => `  ${name} is ${state}: install accordingto again`),
    '',
    'Optional packages',
    ...(Object.keys(OPTIONAL) as OptionalPackage[]).map(optionalLine),
    '',
    'Self-test',
    ...test.lines,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return enough && damaged.length === 0 && test.passed ? 0 : EXIT.failed;
}

const ARTICLE = {
  text: 'The Lindau dam is safe, Mayor Anna Weber said on Monday, according to the agency DPA.',
  published: '2024-05-07',
};
const EXPECTED = 'The Lindau dam is safe < Anna Weber < DPA';

/** Runs first: its time is that from the start of the program to the first claim, models read. */
function selfTest(): { passed: boolean; lines: string[] } {
  try {
    const { claims, sources } = extract(ARTICLE);
    const first = performance.now();
    const nameOf = new Map(sources.map(({ id, name }) => [id, name]));
    const found = claims.map(({ content, attribution }) =>
      [content[0]?.text, ...attribution.map(({ source }) => nameOf.get(source ?? ''))].join(' < '),
    );
    const passed = found.join('; ') === EXPECTED;
    const memory = (process.memoryUsage.rss() / 1e6).toFixed(0);
    return {
      passed,
      lines: [
        passed ? `  ${EXPECTED}: right` : `  found "${found.join('; ')}" where "${EXPECTED}" stands: wrong`,
        `  first claim after ${(first / 1000).toFixed(2)} s, ${memory} MB of memory`,
      ],
    };
  } catch (error) {
    return { passed: false, lines: [`  failed: ${String(error).replace(/\s+/g, ' ')}`] };
  }
}

function checkNode(): { needed: string; enough: boolean } {
  const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const [major = 0, minor = 0] = numbers(process.versions.node);
  const [leastMajor = 0, leastMinor = 0] = numbers(engines.node);
  return { needed: engines.node, enough: major > leastMajor || (major === leastMajor && minor >= leastMinor) };
}

const numbers = (version: string): number[] => (version.match(/\d+/g) ?? []).map(Number);

const megabytes = (files: readonly DataFile[]): string =>
  `${(files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6).toFixed(2).padStart(5)} MB`;

function optionalLine(name: OptionalPackage): string {
  const version = versionOf(name);
  const state = version === null ? `absent; for ${OPTIONAL[name]}: ${install(name)}` : `${version}, ${OPTIONAL[name]}`;
  return `  ${name.padEnd(36)} ${state}`;
}
