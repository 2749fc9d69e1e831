/** Runs into a folder without a process of their own: small articles, read in this thread. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findInputs } from '../src/batch/inputs.ts';
import type { Leftovers } from '../src/batch/leftovers.ts';
import { type RunOptions, runInto } from '../src/batch/run.ts';
import { verifyFolder } from '../src/verify/folder.ts';
import { filesBelow } from './listing.ts';

export interface Ran {
  readonly leftovers: Leftovers;
  /** What failed or was skipped, and how many articles were as they had been. */
  readonly said: readonly string[];
  readonly unchanged: number;
}

/** A folder with articles, and runs over it. */
export class Runs {
  readonly root = mkdtempSync(join(tmpdir(), 'accordingto-runs-'));
  readonly out = join(this.root, 'out');

  /** Writes these files below `news/`; null takes one away. */
  put(files: Readonly<Record<string, string | null>>): this {
    for (const [name, content] of Object.entries(files)) {
      const path = join(this.root, 'news', name);
      mkdirSync(dirname(path), { recursive: true });
      if (content === null) rmSync(path);
      else writeFileSync(path, content);
    }
    return this;
  }

  /** @param names what to read, below `news/`; all of it where none is named */
  async run(names: readonly string[], options: Partial<RunOptions> & Pick<RunOptions, 'formats'>): Promise<Ran> {
    const paths = names.length > 0 ? names.map((name) => join(this.root, 'news', name)) : [join(this.root, 'news')];
    const { inputs } = findInputs(paths, this.out);
    const said: string[] = [];
    let unchanged = 0;
    const all = { includeText: false, shard: null, force: false, jobs: 1, timeout: 60_000, maxMemory: 1e9 };
    const { signal } = new AbortController();
    const leftovers = await runInto(this.out, inputs, { ...all, signal, ...options }, (document, entry, done) => {
      if (entry.reason !== null) said.push(`${document.id} ${entry.reason}`);
      if (done.status === 'unchanged') unchanged += 1;
    });
    return { leftovers, said, unchanged };
  }

  /** The files of the output folder and what is in them, without the ledger and what it needs. */
  files(out = this.out): Record<string, string> {
    const names = filesBelow(out).filter((name) => name !== 'ledger.ndjson' && !name.startsWith('.'));
    return Object.fromEntries(names.map((name) => [name, readFileSync(join(out, name), 'latin1')]));
  }

  names(): string[] {
    return Object.keys(this.files());
  }

  /** The first cells of a joined file's lines: whose claims it holds. */
  articlesIn(name: string): string[] {
    const lines = this.files()
      [name]!.split('\n')
      .filter((line) => line !== '');
    const ids = lines
      .map((line) => /^(?:\{(?:"schemaVersion":"[^"]*",)?"article":"([^"]*)"|([^,]*),)/.exec(line))
      .map((all) => all![1] ?? all![2]!);
    return [...new Set(ids.filter((id) => id !== 'article'))];
  }

  async differences(out = this.out): Promise<string[]> {
    const lines: string[] = [];
    await verifyFolder(out, (line) => lines.push(line.replaceAll(`${this.root}/`, '')));
    return lines.sort();
  }
}

/** A short article about a dam. */
export const article = (name: string): string =>
  `The ${name} dam is safe, the mayor said. “We checked it twice,” said Anna Weber.\n`;

export const record = (id: string, more: object = {}): string =>
  `${JSON.stringify({ id, text: article(id.slice(0, 20)), ...more })}\n`;
