import type { Stage } from '../document.ts';
import { loadTagger } from './models.ts';
import { tagSentence } from './tagger.ts';

let tagger: ReturnType<typeof loadTagger> | undefined;

export const findSyntax: Stage<'syntax', 'sentences' | 'words'> = (_article, { words }) => {
  const { count, first } = words;
  const tags = new Uint8Array(count);
  tagger ??= loadTagger(new URL('./tagger.bin', import.meta.url));
  for (let sentence = 0; sentence + 1 < first.length; sentence++) {
    tagSentence(tagger, words, first[sentence]!, first[sentence + 1]!, tags);
  }
  return { tags, heads: new Int32Array(count).fill(-1), relations: new Uint8Array(count) };
};
