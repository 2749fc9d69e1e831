/**
 * The program as a few files: one for each face of the package, for the command line and for each program that is started
 * from a file of its own, and chunks that they share. A package that a consumer installs (`dependencies`,
 * `peerDependencies`) is asked for when it is needed; every other one is inside.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build, type Metafile, type Plugin } from 'esbuild';

/** By the name of the file in `dist/`: all stand side by side, so that `import.meta.url` is the same folder in each. */
const ENTRIES: Readonly<Record<string, string>> = {
  index: 'index.ts',
  corroborate: 'library/corroborate.ts',
  read: 'library/read.ts',
  schema: 'library/schema.ts',
  stages: 'library/stages.ts',
  write: 'library/write.ts',
  cli: 'cli.ts',
  'batch-worker': 'batch/worker.ts',
  'serve-worker': 'serve/worker.ts',
  'queue-program': 'queue/program.ts',
  // Stages that need no model: in files of their own, so that a bundler takes them without the others.
  'stage-quotes': 'quotes/index.ts',
  'stage-sentences': 'sentences/index.ts',
};

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

/**
 * @param project the checkout
 * @param dist where the files go
 * @returns what esbuild says of inputs and outputs
 * @throws Error where something cannot be resolved
 */
export async function bundle(project: string, dist: string): Promise<Metafile> {
  const { dependencies, peerDependencies } = JSON.parse(
    readFileSync(join(project, 'package.json'), 'utf8'),
  ) as Manifest;
  const src = join(project, 'src');
  const { metafile } = await build({
    absWorkingDir: project,
    entryPoints: Object.fromEntries(Object.entries(ENTRIES).map(([name, path]) => [name, join(src, path)])),
    outdir: dist,
    chunkNames: 'chunk-[hash]',
    bundle: true,
    // Names stay as they are, for the sake of stack traces; what is shorter is loaded sooner.
    minifySyntax: true,
    minifyWhitespace: true,
    splitting: true,
    // Tables of other packages are of all alphabets.
    charset: 'utf8',
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    // Node has known them for long; what esbuild takes for too new becomes `new RegExp`, made again at each call.
    supported: { 'regexp-unicode-property-escapes': true },
    external: Object.keys({ ...dependencies, ...peerDependencies }).flatMap((name) => [name, `${name}/*`]),
    plugins: [places(src), builtins, packed(dist)],
    // The licences stand in NOTICE.
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  return metafile;
}

/**
 * Data stands in `dist/` as in `src/`, and a module finds its own beside itself; in a chunk it no longer stands there. So
 * `import.meta.url` becomes the address that the module would have, and a module that is an entry its file.
 */
function places(src: string): Plugin {
  const entries = new Map(Object.entries(ENTRIES).map(([name, path]) => [join(src, path), `./${name}.js`]));
  return {
    name: 'places',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const place = relative(src, path);
        if (place.startsWith('..')) return undefined;
        const own = place.includes('/') ? `new URL('./${place.replace(/\.ts$/, '.js')}', import.meta.url).href` : null;
        const contents = readFileSync(path, 'utf8').replace(
          /new URL\('(\.[^']+)', import\.meta\.url\)|import\.meta\.url/g,
          (found, to: string | undefined) => {
            const entry = to && entries.get(resolve(path, '..', to.replace(/\.js$/, '.ts')));
            if (entry) return `new URL('${entry}', import.meta.url)`;
            return own === null ? found : found.replace('import.meta.url', own);
          },
        );
        return { contents, loader: 'ts' };
      });
    },
  };
}

/** CommonJS inside an ES module has no `require`: it gets Node's own modules in another way. */
const builtins: Plugin = {
  name: 'builtins',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[\w:/]+$/ }, ({ path, kind }) =>
      kind === 'require-call' && isBuiltin(path) ? { path, namespace: 'builtin' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)});`,
    }));
  },
};

/** A module of one table of a megabyte that few runs ask for: it becomes a packed file, a third as large, and what opens it. */
const packed = (dist: string): Plugin => ({
  name: 'packed',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]eld[\\/]src[\\/]ngrams[\\/]extrasmall\.js$/ }, async ({ path }) => {
      const [only, ...more] = Object.entries(await import(pathToFileURL(path).href));
      if (only === undefined || more.length > 0) throw new Error(`${path} is more than one table`);
      const [name, table] = only;
      mkdirSync(dist, { recursive: true });
      writeFileSync(join(dist, 'languages.bin'), brotliCompressSync(JSON.stringify(table)));
      return {
        contents: `import { readFileSync } from 'node:fs';
          import { brotliDecompressSync } from 'node:zlib';
          const file = readFileSync(new URL('./languages.bin', import.meta.url));
          export const ${name} = JSON.parse(brotliDecompressSync(file).toString('utf8'));`,
      };
    });
  },
});
