/** Trains the tagger and the parser: `npm run train -- syntax [--folds 2]`. */
export function train(_options: readonly string[]): void {
  throw new Error('not yet');
}
