/** Runs the packed program as a process, in folders made for a test. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';
import { packed } from './packed.ts';

export const program = join(packed, 'dist/cli.js');
/** A folder of this test file. */
export const home = mkdtempSync(join(inject('shared'), 'program-'));

export interface Ran {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface How {
  readonly cwd?: string;
  /** Where the package is; by default the packed one. */
  readonly from?: string;
  readonly input?: string | Buffer;
  readonly env?: object;
  /** Options of Node. */
  readonly node?: readonly string[];
  /** Kills it, as nothing can be killed more, after so many milliseconds. */
  readonly killAfter?: number;
}

export function run(
  args: readonly string[],
  { cwd = home, from = packed, input = '', env, node = [], killAfter }: How = {},
) {
  return new Promise<Ran>((resolve) => {
    const cli = join(from, 'dist/cli.js');
    const child = spawn(process.execPath, [...node, cli, ...args], { cwd, env: { ...process.env, ...env } });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, stdout, stderr });
    });
  });
}

/** A folder with these files. */
export function tree(files: Readonly<Record<string, string | Buffer>>): string {
  const root = mkdtempSync(join(home, 'tree-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  return root;
}

/** The files in a folder, without what a run keeps for the next: the ledger and the pieces of joined files. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((name) => name !== 'ledger.ndjson' && !/(?:^|\/)\.run\/\d+\.[\w.-]+$/.test(name))
    .sort();
}
