/**
 * `npm run train -- NAME [options]`: trains a model from ../shared and writes its packed weights into the package. Same
 * command, same bytes. `npm run train -- --clean` trains those that learn from data under doubtful terms without it, into
 * `.work/clean/` (`clean.ts`).
 */
import { keepTypes } from '../../src/syntax/types.ts';
import { hasTreebanks } from './conllu.ts';

type Trainer = { readonly train: (options: readonly string[]) => void | Promise<void> };

/** One line a model. Each module exports `train(options)`. */
const TRAINERS: Readonly<Record<string, () => Promise<Trainer>>> = {
  attributions: () => import('./attributions/index.ts'),
  confidence: () => import('./confidence.ts'),
  convert: () => import('./convert/index.ts'),
  clusters: () => import('./clusters.ts'),
  coreference: () => import('./coreference/index.ts'),
  cues: () => import('./attributions/verbs.ts'),
  gazetteer: () => import('./gazetteer.ts'),
  kinds: () => import('./kinds.ts'),
  names: () => import('./names-mixture.ts'),
  pack: () => import('./repack.ts'),
  pages: () => import('./pages.ts'),
  pronouns: () => import('./pronouns.ts'),
  'same-claim': () => import('./same-claim.ts'),
  syntax: () => import('./syntax.ts'),
  verbs: () => import('./unlisted-verbs.ts'),
  'word-counts': () => import('./word-counts.ts'),
};

/** Those that learn from such data. */
const CLEANED = ['names', 'syntax'];

const clean = process.argv.includes('--clean');
const [asked, ...options] = process.argv.slice(2).filter((word) => word !== '--clean');
const names = asked === undefined && clean ? CLEANED : [asked ?? ''];
const wrong = names.find((name) => !(name in TRAINERS) || (clean && !CLEANED.includes(name)));
if (wrong !== undefined) {
  const known = clean ? CLEANED : Object.keys(TRAINERS);
  console.error(
    `npm run train -- NAME: NAME is one of ${known.join(', ')}${clean ? ' with --clean' : ''}, not "${wrong}"`,
  );
  process.exitCode = 2;
} else if (asked !== 'convert' && asked !== 'pack' && !hasTreebanks()) {
  console.error('training needs the data in ../shared/train, which is not there; the trained weights are in src/');
  process.exitCode = 66;
} else {
  keepTypes();
  for (const name of names) await (await TRAINERS[name]!()).train(clean ? [...options, '--clean'] : options);
}
