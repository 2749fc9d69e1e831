import type { Stage } from '../document.ts';

export const findSyntax: Stage<'syntax', 'sentences' | 'words'> = (_article, { words }) => ({
  tags: new Uint8Array(words.count),
  heads: new Int32Array(words.count).fill(-1),
  relations: new Uint8Array(words.count),
});
