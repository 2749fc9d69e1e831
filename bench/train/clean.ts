/**
 * `npm run train -- --clean`: models without data whose terms are doubtful for commercial use. CoNLL-2003 has no licence
 * file; GUM is CC BY-NC-SA 4.0 as a whole. What is left: UD English EWT (CC BY-SA 4.0), the news of PolNeAR with machine-made
 * layers, texts written for this project, and word lists under MIT. The models of attributions, coreference, kinds and confidence have no
 * clean like: they learn from annotated articles whose texts are their publishers', Reuters news of CoNLL-2003 among them.
 */
import { mkdirSync } from 'node:fs';

/** Corpora that are left out, as the trainers name them. */
export const DOUBTFUL: ReadonlySet<string> = new Set(['annotated', 'conll', 'gum']);

const HOME = new URL('../../.work/clean/', import.meta.url);

/**
 * @param path below `src/`, with a slash at its end for a folder
 * @returns its like for clean models, which never go into the package; its folder is made
 */
export function cleanPlace(path: string): URL {
  const place = new URL(path, HOME);
  mkdirSync(new URL('.', place), { recursive: true });
  return place;
}
