/**
 * `npm run train -- NAME [options]`: trains a model from ../shared and writes its packed weights into the package. Same
 * command, same bytes.
 */
import { hasTreebanks } from './conllu.ts';

type Trainer = { readonly train: (options: readonly string[]) => void | Promise<void> };

/** One line a model. Each module exports `train(options)`. */
const TRAINERS: Readonly<Record<string, () => Promise<Trainer>>> = {
  attributions: () => import('./attributions/index.ts'),
  confidence: () => import('./confidence.ts'),
  clusters: () => import('./clusters.ts'),
  coreference: () => import('./coreference/index.ts'),
  cues: () => import('./attributions/verbs.ts'),
  gazetteer: () => import('./gazetteer.ts'),
  kinds: () => import('./kinds.ts'),
  names: () => import('./names-mixture.ts'),
  pages: () => import('./pages.ts'),
  pronouns: () => import('./pronouns.ts'),
  syntax: () => import('./syntax.ts'),
};

const [name = '', ...options] = process.argv.slice(2);
const load = TRAINERS[name];
if (!load) {
  console.error(`npm run train -- NAME: NAME is one of ${Object.keys(TRAINERS).join(', ')}, not "${name}"`);
  process.exitCode = 2;
} else if (!hasTreebanks()) {
  console.error('training needs the data in ../shared/train, which is not there; the trained weights are in src/');
  process.exitCode = 66;
} else {
  await (await load()).train(options);
}
