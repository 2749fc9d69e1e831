import type { Stage } from '../document.ts';

export const findWords: Stage<'words', 'sentences'> = (_article, { sentences }) => ({
  count: 0,
  starts: new Int32Array(0),
  ends: new Int32Array(0),
  forms: [],
  lower: [],
  first: new Int32Array(sentences.length + 1),
});
