/**
 * `npm run train -- convert --ewt DIR --gum DIR --polnear DIR [--out ../shared]`: what anybody can fetch, in the form that
 * the trainers read. Addresses and licences stand in CONTRIBUTING.md. Held-out test parts are left where they are.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { polnearArticles, silverTrees } from './polnear.ts';

const PARTS = ['train', 'dev'] as const;

/** @throws Error where a folder that is given does not hold what it should */
export function train(options: readonly string[]): void {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...options],
    options: { ewt: text, gum: text, polnear: text, out: { ...text, default: '../shared' } },
  });
  const { ewt, gum, polnear, out } = values;
  const write = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), content);
    console.log(join(out, path));
  };
  for (const part of PARTS) {
    for (const [name, folder] of Object.entries({ ewt, gum })) {
      if (folder === undefined) continue;
      const treebank = readFileSync(join(folder, `en_${name}-ud-${part}.conllu`));
      write(`train/ud/en_${name}-${part}.conllu.gz`, gzipSync(treebank));
    }
    if (polnear === undefined) continue;
    const folder = join(polnear, 'data', part);
    const articles = polnearArticles(folder);
    write(`eval/attributions/${part}.jsonl`, articles.map((article) => `${JSON.stringify(article)}\n`).join(''));
    write(`train/news/silver-${part}.conllu.gz`, gzipSync(silverTrees(folder, articles)));
  }
}
