/** Folders of articles: same claims, copies, origins, contradictions, as one row a set. `npm run score -- --only folders`. */
import { Folder } from '../../../src/corroborate/index.ts';
import { Outlets } from '../../../src/corroborate/outlets.ts';
import { tellArticle } from '../../../src/corroborate/tell.ts';
import { openArticle } from '../../../src/corroborate/told.ts';
import type { Figure, Row } from '../figures.ts';
import { scoreFolded } from './folded.ts';
import { scoreJudged } from './judged.ts';
import { scorePairs } from './likeness.ts';
import type { Development, Measure } from './measure.ts';
import { scoreConflicts, scoreCopies } from './planted.ts';
import { scoreQuotations } from './quotations.ts';
import { outputOf, readFolder } from './texts.ts';

export function scoreFolders(): Row[] {
  const outputs = readFolder().map(outputOf);
  const outlets = new Outlets();
  const told = outputs.map((output) => openArticle(tellArticle(output, outlets)));
  const development: Development = { outputs, told, claims: told.flatMap(({ claims }) => claims) };
  const folder = new Folder();
  for (const output of outputs) folder.add(output);
  const corroboration = folder.corroborate();
  const row = (set: string, documents: number, measures: readonly Measure[], peer: string): Row => ({
    set,
    layer: 'folders',
    documents,
    figures: measures.map(([label, value, count]): Figure => {
      return { key: `${set}/folders/${label}`, label, value, count: count === 'count' };
    }),
    peer,
    failures: [],
  });
  return [
    row(
      'quotations',
      outputs.length,
      scoreQuotations(development),
      'at least edits 90, across events <= 3 (n-grams: 10)',
    ),
    row('same-claims', outputs.length, scorePairs(development), 'Dice of stems: 95.3 of as many pairs'),
    row(
      'rumours-learned-from',
      50,
      scoreJudged(['tune', 'more'], development, corroboration),
      'all 50 are learned from',
    ),
    row(
      'rumours-folded',
      50,
      scoreFolded(development),
      'at least precision 95, F1 80; weights learned from other rumours',
    ),
    row(
      'events-kept',
      12,
      scoreJudged(['measure'], development, corroboration),
      'at least precision 95, F1 80, origins 90; never learned from',
    ),
    row('planted-copies', 270, scoreCopies(corroboration), 'at least 80; METER 66 on its own texts; events, rumours 0'),
    row(
      'planted-conflicts',
      400,
      scoreConflicts(),
      'at least precision 90, recall 60; figures and "not" alone: 3 of 12',
    ),
  ];
}
