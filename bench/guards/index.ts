/**
 * `npm run guards -- [stage ...] [--part 1/8]`: takes each guard of a stage away in turn, and says which of them no test
 * would miss. A guard is a condition that turns a reading down or a look ahead or behind in a pattern. Exit code 1 where
 * more go unnoticed than `bench/guards/unnoticed.json` says; the numbers there only fall.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runInThisContext } from 'node:vm';
import { build } from 'esbuild';
import { type Mutant, mutantsIn } from './mutants.ts';
import { STAGES } from './stages.ts';

const SRC = fileURLToPath(new URL('../../src/', import.meta.url));
const WORK = fileURLToPath(new URL('../../.work/guards/', import.meta.url));
const LIMITS = new URL('./unnoticed.json', import.meta.url);

/** The stage built again with one file changed; everything outside its folder is the module that runs already. */
async function load(module: string, changed: Mutant | null, name: string): Promise<unknown> {
  const stage = dirname(join(SRC, module));
  const outfile = join(WORK, `${name}.mjs`);
  await build({
    entryPoints: [join(SRC, module)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'silent',
    plugins: [
      {
        name: 'mutant',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^\./ }, ({ path, importer, resolveDir }) => {
            const target = resolve(resolveDir, path);
            if (importer === '' || target.startsWith(stage)) return undefined;
            return { path: pathToFileURL(target).href, external: true };
          });
          onLoad({ filter: /\.ts$/ }, ({ path }) => {
            const source = path === changed?.path ? changed.source : readFileSync(path, 'utf8');
            const address = JSON.stringify(pathToFileURL(path).href);
            return { contents: source.replaceAll('import.meta.url', address), loader: 'ts' };
          });
        },
      },
    ],
  });
  const loaded = (await import(pathToFileURL(outfile).href)) as Record<string, unknown>;
  return Object.entries(loaded).find(([exported]) => exported.startsWith('find'))![1];
}

/**
 * Some guards end a loop: without them it goes on for ever.
 *
 * @throws Error after half a minute
 */
function within(run: () => string): string {
  Object.assign(globalThis, { run });
  return runInThisContext('run()', { timeout: 30_000 }) as string;
}

async function unnoticed(name: string, part: { index: number; of: number }): Promise<number> {
  const { guards, module, lines } = STAGES[name]!();
  const mutants = guards.flatMap((folder) => mutantsIn(join(SRC, folder)));
  const chosen = mutants.filter((_, index) => index % part.of === part.index - 1);
  const expected = JSON.stringify(lines(await load(module, null, `${name}-whole`)));
  let missed = 0;
  for (const [index, mutant] of chosen.entries()) {
    let noticed: boolean;
    try {
      const find = await load(module, mutant, `${name}-${index}`);
      noticed = within(() => JSON.stringify(lines(find))) !== expected;
    } catch {
      noticed = true;
    }
    if (noticed) continue;
    missed += 1;
    console.log(`${relative(SRC, mutant.path)}:${mutant.line} ${mutant.guard}`);
  }
  console.log(`${name}: ${chosen.length - missed} of ${chosen.length} guards are missed where they are gone`);
  return missed;
}

const args = process.argv.slice(2);
const at = args.indexOf('--part');
const [index = 1, of = 1] = at < 0 ? [] : args.splice(at, 2)[1]!.split('/').map(Number);
const limits = JSON.parse(readFileSync(LIMITS, 'utf8')) as Record<string, number>;
mkdirSync(WORK, { recursive: true });
try {
  for (const name of args.length > 0 ? args : Object.keys(STAGES)) {
    const missed = await unnoticed(name, { index, of });
    if (missed > limits[name]!) {
      console.error(
        `${name}: ${missed} guards go unnoticed, at most ${limits[name]} may; write counter-examples for them`,
      );
      process.exitCode = 1;
    } else if (of === 1 && missed < limits[name]!) {
      writeFileSync(LIMITS, `${JSON.stringify({ ...limits, [name]: missed }, null, 2)}\n`);
      limits[name] = missed;
    }
  }
} finally {
  rmSync(WORK, { recursive: true, force: true });
}
