/** `npm run train -- pack [file]`: writes weight files anew as `pack.ts` packs them today. The same weights, fewer bytes. */
import { readFileSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type Header, loadWeights } from '../../src/model/weights.ts';
import { asBytes, type Part, writeWeights } from './weights.ts';

const SHIPPED = [
  ...['syntax/parser', 'syntax/tagger', 'syntax/clusters', 'names/names', 'names/gazetteer', 'sources/kind-model'],
  'attributions/models/attributions',
];

/** Writes weight files anew, those of the package where none is named. */
export function train(files: readonly string[]): void {
  const paths = files.length > 0 ? files : SHIPPED.map((name) => `src/${name}.bin`);
  for (const path of paths) {
    const before = statSync(path).size;
    console.error(`${path}: ${before} bytes, now ${packFile(path)}`);
  }
}

function packFile(path: string): number {
  const { name, version, shape, sections } = headerOf(path);
  const weights = loadWeights(pathToFileURL(path), version);
  const parts = sections.map(({ name: section, kind, scale }): Part => {
    const bytes =
      kind === 'text'
        ? Buffer.from(weights.lines(section).join('\n'), 'utf8')
        : asBytes(kind === 'int8' ? weights.int8(section) : weights.int16(section));
    return { name: section, kind, bytes, scale };
  });
  return writeWeights(path, { name, version, shape }, parts);
}

function headerOf(path: string): Header {
  const file = readFileSync(path);
  return JSON.parse(file.toString('utf8', 8, 8 + file.readUInt32LE(4)));
}
