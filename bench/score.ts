/**
 * `npm run score`: the library over every development set of ../shared/eval, as one table beside the peers to beat.
 *
 *   --only LAYER[,LAYER]      only these layers or sets; also prints all that the scorer says about them
 *   --errors LAYER [--limit N]  the mistakes of a layer or set by class, with their sentences
 *   --plain                   reads the cross-validated sets with the shipped models, which may know the texts by heart
 *   --floors                  fails when a figure falls below tests/floors.json
 *   --raise                   lifts floors to the figures reached
 *   --json                    the table as JSON
 */
import { parseArgs } from 'node:util';
import { scoreAgreement } from './score/agreement.ts';
import { scoreComparisons } from './score/comparisons.ts';
import { findMistakes, formatMistakes } from './score/errors.ts';
import { belowFloors, formatRows, type Row, raiseFloors, rowOf } from './score/figures.ts';
import { scoreFolders } from './score/folders/index.ts';
import { missingFolds } from './score/folds.ts';
import { scorePages } from './score/pages.ts';
import { scorePronouns } from './score/pronouns.ts';
import { publishedLine, scorePublished } from './score/published.ts';
import { reliabilityTable } from './score/reliability.ts';
import { type Scored, scoreSet } from './score/run.ts';
import { type EvalSet, SETS } from './score/sets.ts';
import { hasShared } from './score/shared.ts';
import { scoreSyntax } from './score/syntax.ts';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    errors: { type: 'string' },
    limit: { type: 'string', default: '20' },
    plain: { type: 'boolean', default: false },
    floors: { type: 'boolean', default: false },
    raise: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

const wanted = (options.errors ?? options.only)?.split(',');
/** A set is asked for by its name, its layer, or the folder of its gold file ("sample"). */
const asked = ({ name, layer, gold }: Pick<EvalSet, 'name' | 'layer' | 'gold'>): boolean =>
  wanted === undefined || [name, layer, gold.split('/')[0]!].some((word) => wanted.includes(word));

// `npm run score … | head` closes the pipe early, which is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

if (!hasShared()) {
  console.error('score: there is no ../shared/eval beside this checkout, so there is nothing to measure.');
  process.exitCode = options.floors ? 0 : 1;
} else {
  process.exitCode = await main();
}

async function main(): Promise<number> {
  const sets = SETS.filter(asked);
  const withSyntax = asked({ name: 'syntax', layer: 'syntax', gold: 'syntax' });
  const withSpeakers = asked({ name: 'folders-dev', layer: 'speakers', gold: 'folders' });
  const withFolders = asked({ name: 'folders-all', layer: 'folders', gold: 'folders' });
  const withComparisons = asked({ name: 'judged-pairs', layer: 'comparisons', gold: 'comparisons' });
  const withPages = asked({ name: 'pages-dev', layer: 'pages', gold: 'pages' });
  const withPronouns = asked({ name: 'silver-pronouns', layer: 'pronouns', gold: 'pronouns' });
  if (
    sets.length === 0 &&
    ![withSyntax, withPronouns, withComparisons, withSpeakers, withPages, withFolders].includes(true)
  ) {
    const others = ['sample', 'syntax', 'pronouns', 'comparisons', 'speakers', 'pages', 'folders'];
    const known = [...new Set([...SETS.flatMap(({ name, layer }) => [layer, name]), ...others])];
    console.error(`score: no layer or set "${wanted}". Known: ${known.join(', ')}`);
    return 2;
  }
  const rows: Row[] = withSyntax && options.errors === undefined ? await scoreSyntax() : [];
  if (withPronouns && options.errors === undefined) rows.push(scorePronouns());
  if (withSpeakers && options.errors === undefined) rows.push(scoreAgreement());
  if (withFolders && options.errors === undefined) rows.push(...scoreFolders());
  if (withPages && options.errors === undefined) rows.push(...(await scorePages()));
  if (withComparisons && options.errors === undefined) rows.push(scoreComparisons());
  for (const set of sets) {
    if (set.sealed && options.errors !== undefined) {
      console.error(`${set.name}: dev errors are not read; those of its training texts are: --errors ${set.layer}-cv`);
      continue;
    }
    const missing = set.folded && !options.plain ? missingFolds() : null;
    if (missing !== null) {
      console.error(`${set.name} is left out: ${missing}`);
      continue;
    }
    const scored = await scoreSet(set, options.plain);
    rows.push(rowOf(scored));
    if (options.json) continue;
    if (options.errors !== undefined) await printErrors(scored);
    else if (options.only !== undefined) await printDetails(scored);
  }
  if (rows.length === 0) return 1;
  console.log(options.json ? JSON.stringify(rows, null, 2) : formatRows(rows));
  if (options.raise) for (const line of raiseFloors(rows)) console.error(`raised ${line}`);
  const fallen = options.floors ? belowFloors(rows) : [];
  for (const line of fallen) console.error(`below its floor: ${line}`);
  return fallen.length > 0 ? 1 : 0;
}

async function printDetails(scored: Scored): Promise<void> {
  console.log(`\n# ${scored.set.name}: ${scored.table}`);
  if (['attributions', 'articles'].includes(scored.set.layer)) console.log(await reliabilityTable(scored));
  if (scored.set.layer === 'dates') console.log(publishedLine(scorePublished(scored.documents)));
  console.log('');
}

async function printErrors(scored: Scored): Promise<void> {
  console.log(`\n# ${scored.set.name}`);
  console.log(formatMistakes(await findMistakes(scored), Number(options.limit)));
}
