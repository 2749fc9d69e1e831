/** The library as others get it: its faces, what they say of themselves, and what a bundler takes of them. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
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
  // The schema is a zod schema on purpose: users build on it.
  foreign.delete('dist/output.d.ts: zod');
  expect([...foreign]).toEqual([]);
});

describe('a bundle', () => {
  /** The files of the package in the bundle of a program, without dist/, and the bundle's size in bytes. */
  async function bundle(program: string): Promise<{ files: string[]; bytes: number; text: string }> {
    const { metafile, outputFiles } = await build({
      stdin: { contents: program, resolveDir: packed },
      bundle: true,
      minify: true,
      write: false,
      metafile: true,
      format: 'esm',
      platform: 'node',
      absWorkingDir: packed,
      logLevel: 'silent',
    });
    const [output] = Object.values(metafile.outputs);
    const files = Object.entries(output!.inputs)
      .filter(([path, { bytesInOutput }]) => path.startsWith('dist/') && bytesInOutput > 0)
      .map(([path]) => path.slice('dist/'.length));
    return { files, bytes: outputFiles[0]!.contents.length, text: outputFiles[0]!.text };
  }

  test.each(['accordingto', 'accordingto/schema'])('of the schema of %s has no stage and no model', async (face) => {
    const { files, text } = await bundle(`import { schema } from '${face}'; console.log(schema.shape);`);
    expect(['output.js', 'library/schema.js']).toEqual(expect.arrayContaining(files));
    expect(files).toContain('output.js');
    expect(text).not.toMatch(/\.(?:bin|tsv)\b/);
  });
  test('of one stage has the stages that it needs, no other', async () => {
    const { files } = await bundle(
      `import { findQuotes, findSentences } from 'accordingto/stages'; console.log(findQuotes, findSentences);`,
    );
    expect([...new Set(files.map((file) => dirname(file)))].sort()).toEqual(['.', 'quotes', 'sentences']);
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
