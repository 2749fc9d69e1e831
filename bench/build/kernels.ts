/**
 * The kernels: `kernels/` holds AssemblyScript, TypeScript's syntax for WebAssembly, and each folder of it becomes a
 * `.wasm` beside the stage that calls it. What was compiled of what stands in `kernels/built.txt`, so that a build that
 * changes no kernel does not compile them again (8 s); `npm test` holds the note, the sources and the `.wasm` together,
 * `npm run test:system` compiles anew.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { kernelConstants } from './kernel-constants.ts';

/** By what is compiled, where it goes. */
export const KERNELS: Readonly<Record<string, string>> = {
  'kernels/reader/index.ts': 'src/attributions/models/reader.wasm',
  'kernels/sums/index.ts': 'src/model/sums.wasm',
  'kernels/syntax/index.ts': 'src/syntax/kernel.wasm',
};
const NOTE = 'kernels/built.txt';

/**
 * The memory comes from outside and can be shared by threads; nothing is collected, nothing asserted: the host checks
 * sizes, and says how much there may be.
 */
const OPTIONS = [
  ...['--optimizeLevel', '3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--enable', 'threads'],
  ...['--importMemory', '--sharedMemory', '--initialMemory', '1', '--maximumMemory', '32768'],
];

/** @returns what `kernels/built.txt` says where the `.wasm` is what the sources give */
export function kernelNote(project: string): string {
  const made = kernelConstants();
  const sources = readdirSync(join(project, 'kernels'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `kernels/${name.replaceAll('\\', '/')}`)
    .sort();
  const text = sources.map(
    (name) => made.get(name) ?? readFileSync(join(project, name), 'utf8').replaceAll('\r\n', '\n'),
  );
  const sumOf = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
  const compiled = Object.values(KERNELS).map((target) => `${sumOf(readFileSync(join(project, target)))}  ${target}\n`);
  return `${sumOf([...OPTIONS, ...text].join('\n'))}  kernels\n${compiled.join('')}`;
}

/**
 * Compiles the kernels where their sources have changed.
 *
 * @param project the checkout
 * @throws Error with what the compiler says
 */
export async function buildKernels(project: string): Promise<void> {
  const note = join(project, NOTE);
  const isBuilt = [NOTE, ...Object.values(KERNELS)].every((name) => existsSync(join(project, name)));
  if (isBuilt && kernelNote(project) === readFileSync(note, 'utf8')) return;
  for (const [name, text] of kernelConstants()) {
    mkdirSync(dirname(join(project, name)), { recursive: true });
    writeFileSync(join(project, name), text);
  }
  for (const [source, target] of Object.entries(KERNELS)) await compileKernel(project, source, target);
  writeFileSync(note, kernelNote(project));
}

/** @param source relative to the checkout, as the compiler wants it, like `target` */
export async function compileKernel(project: string, source: string, target: string): Promise<void> {
  const asc = await import('assemblyscript/asc');
  const { error, stderr } = await asc.main([source, '--baseDir', project, '--outFile', target, ...OPTIONS]);
  if (error) throw new Error(`the kernels do not compile\n${stderr.toString()}`);
}
