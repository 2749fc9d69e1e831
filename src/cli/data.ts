/** The data that the program needs: packed models, kernels and lexicons beside the compiled stages. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

export interface DataFile {
  /** Relative to the folder of the compiled program. */
  readonly name: string;
  readonly bytes: number;
  /** The first twelve digits. */
  readonly sha256: string;
  /** As the build noted it; unchecked in a checkout, where nothing was noted. */
  readonly state: 'whole' | 'damaged' | 'absent' | 'unchecked';
}

/** @param root the folder of the compiled program, or `src/` */
export function checkData(root: URL): DataFile[] {
  const noted = sums(new URL('sha256sums.txt', root));
  const found = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(?:bin|tsv|wasm)$/.test(name));
  return [...new Set([...found, ...noted.keys()])].sort().map((name) => {
    const url = new URL(name, root);
    if (!existsSync(url)) return { name, bytes: 0, sha256: '-'.repeat(12), state: 'absent' };
    const content = readFileSync(url);
    const sum = createHash('sha256').update(content).digest('hex');
    const state = noted.size === 0 ? 'unchecked' : noted.get(name) === sum ? 'whole' : 'damaged';
    return { name, bytes: content.length, sha256: sum.slice(0, 12), state };
  });
}

function sums(list: URL): Map<string, string> {
  if (!existsSync(list)) return new Map();
  const lines = readFileSync(list, 'utf8').trimEnd().split('\n');
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
}
