/** The library as others get it: its faces, what is inside and under which licences, and what a bundler takes of them. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { docstringExamples } from './examples.ts';
import { PACKING, pack, packed, project } from './packed.ts';

const manifest = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
const faces: [name: string, files: { types: string; default: string }][] = Object.entries(manifest.exports)
  .filter(([, files]) => typeof files === 'object')
  .map(([path, files]) => [path.replace(/^\./, 'accordingto'), files as { types: string; default: string }]);
const home = mkdtempSync(join(inject('shared'), 'package-'));

beforeAll(pack, PACKING);

test.each(faces)('%s passes on no type of another package', (_, { types }) => {
  const seen = new Set<string>();
  const foreign = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
    for (const [, from] of text.matchAll(/(?:from |import\()['"]([^'"]+)['"]/g)) {
      if (from!.startsWith('.')) visit(resolve(dirname(file), from!.replace(/\.ts$/, '.d.ts')));
      else foreign.add(`${relative(packed, file)}: ${from}`);
    }
  };
  visit(join(packed, types));
  // The schemas are zod schemas on purpose: users build on them.
  for (const file of ['output', 'corroborate/rows']) foreign.delete(`dist/types/${file}.d.ts: zod`);
  expect([...foreign]).toEqual([]);
});

describe('a bundle', () => {
  /** A program with what it needs of this package, other packages left out. */
  async function bundle(program: string): Promise<string> {
    const { outputFiles } = await build({
      stdin: { contents: program, resolveDir: packed },
      bundle: true,
      minify: true,
      write: false,
      format: 'esm',
      platform: 'node',
      external: Object.keys(manifest.dependencies),
      logLevel: 'silent',
    });
    return outputFiles[0]!.text;
  }
  const dataIn = (text: string) => [...text.matchAll(/[\w-]+\.(?:bin|tsv|css)\b/g)].map(([name]) => name);

  test.each(['accordingto', 'accordingto/schema'])('of the schema of %s has no stage and no model', async (face) => {
    const text = await bundle(`import { schema } from '${face}'; console.log(schema.shape);`);
    expect(text).toContain('schemaVersion');
    expect(dataIn(text)).toEqual([]);
    expect(text.length).toBeLessThan(10_000);
  });
  test('of one stage has the stages that it needs, no other', async () => {
    const text = await bundle(
      `import { findQuotes, findSentences } from 'accordingto/stages'; console.log(findQuotes, findSentences);`,
    );
    expect(dataIn(text)).toEqual(['abbreviations.tsv']);
    expect(text.length).toBeLessThan(25_000);
  });
});

describe('the files', () => {
  let scripts: string[] = [];
  beforeAll(() => {
    scripts = readdirSync(join(packed, 'dist')).filter((name) => name.endsWith('.js'));
  });
  test('import what a consumer installs, and nothing else', () => {
    const installed = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies)];
    for (const name of scripts) {
      const text = readFileSync(join(packed, 'dist', name), 'utf8');
      const imported = [
        ...text.matchAll(/(?:^|[;}\n])(?:import|export)\b[^;"']*?\bfrom ?"([^"]+)"|\bimport\("([^"]+)"\)/g),
      ];
      const others = imported
        .map(([, from, load]) => from ?? load!)
        .filter((path) => !path.startsWith('.') && !isBuiltin(path));
      const packages = others.map((path) => path.split('/', path.startsWith('@') ? 2 : 1).join('/'));
      expect(
        packages.filter((path) => !installed.includes(path)),
        name,
      ).toEqual([]);
    }
  });
  test('hold no map of the sources and no licence that NOTICE leaves out', () => {
    const notice = readFileSync(join(packed, 'NOTICE'), 'utf8');
    for (const name of ['natural', 'linkedom', 'iconv-lite', 'commander']) {
      const { version, license } = JSON.parse(
        readFileSync(join(project, 'node_modules', name, 'package.json'), 'utf8'),
      );
      expect(notice).toContain(`\n${name} ${version} (${license})\n`);
    }
    const heads = [...notice.matchAll(/^-{80}\n\n(\S+) (\S+) \((.+)\)\n\n(.*)/gm)];
    expect(heads.length).toBe(Number(/code of (\d+) other packages/.exec(notice)![1]));
    for (const [, name, , license, text] of heads) {
      expect(license, name).toMatch(/^(?:MIT|ISC|BSD-[23]-Clause|Apache-2\.0)$/);
      expect(text, name).not.toBe('');
    }
    expect(
      scripts.filter((name) => readFileSync(join(packed, 'dist', name), 'utf8').includes('sourceMappingURL')),
    ).toEqual([]);
  });
  test('run nothing at a consumer when they are installed', () => {
    expect(
      Object.keys(manifest.scripts).filter((name) => /install|^(?:un)?publish$|^dependencies$/.test(name)),
    ).toEqual([]);
  });
});

describe('the examples of docstrings', () => {
  const examples = docstringExamples();
  test('are there for every face', () => {
    for (const [name] of faces) {
      expect(examples.filter(({ program }) => program.includes(`from '${name}'`), name).length).toBeGreaterThan(0);
    }
  });
  test('run against the package and print what they say', () => {
    const articles = join(home, 'articles');
    mkdirSync(articles);
    writeFileSync(join(articles, '2024-05-06-dam.txt'), 'The dam is safe, the mayor said on Monday.\n');
    // Beside the package's own manifest its name leads to itself.
    const files = examples.map(({ program }, index) => {
      const path = join(packed, `example-${index}.mjs`);
      writeFileSync(path, program);
      return pathToFileURL(path).href;
    });
    const runner = `
      const lines = [];
      console.log = (...parts) => lines.at(-1).push(parts.join(' '));
      for (const file of ${JSON.stringify(files)}) { lines.push([]); await import(file); }
      process.stdout.write(JSON.stringify(lines));`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', runner], {
      cwd: home,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    const printed: string[][] = JSON.parse(stdout);
    expect(examples.map(({ file }, index) => ({ file, prints: printed[index] }))).toEqual(
      examples.map(({ file, prints }) => ({ file, prints })),
    );
    for (const { file, prints } of examples) expect(prints, `${file}: an example prints nothing`).not.toEqual([]);
  });
});
