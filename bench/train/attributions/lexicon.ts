/** Counts the cue words of the training articles: which carry cues, how often, and with what complements. */
import { writeFileSync } from 'node:fs';
import { CANDIDATE_RATE } from '../../../src/attributions/models/cues.ts';
import { readerKernel } from '../../../src/attributions/models/kernel.ts';
import { COMPLEMENT } from '../../../src/grammar/dependents.ts';
import { VERB } from '../../../src/grammar/encoded.ts';
import type { Document } from './documents.ts';

const TARGET = new URL('../../../src/attributions/models/cues.tsv', import.meta.url);
const HEAD = [
  '# source: counted by `npm run train -- cues` on PolNeAR 1.0.0 (Newell, Margolin and Ruths 2018), training articles; words that',
  '#   carry cues elsewhere alone, on the texts annotated and written for this project',
  '# licence: Apache-2.0; the counts are facts about the corpus',
  '# taken: 2026-11-30',
  '# why: which words the models try as cues, how often each is one, and with what complements (for explain)',
  '# columns: word, uses that carry a cue, all uses, complements of the cues as name=cues/uses',
];
/** Uses that a verb without any cue must have to be listed as none. */
const NEVER = 40;

interface Count {
  cues: number;
  uses: number;
  verb: boolean;
  readonly complements: Map<string, [cues: number, uses: number]>;
}

/** Cues that a word must carry in our own texts, and the least share of its uses, to be listed where PolNeAR has it as none. */
const [OWN_CUES, OWN_SHARE] = [5, 0.03];

/**
 * The rows of the lexicon: counted on `documents`, and, for words that are no candidates there though they often carry cues
 * elsewhere ("per Reuters", "allegedly"), on `others`.
 */
export function cueLexicon(documents: readonly Document[], others: readonly Document[]): string[][] {
  const rows = new Map(countCues(documents).map((row) => [row[0]!, row]));
  for (const row of countCues(others)) {
    const [word, cues, uses] = [row[0]!, Number(row[1]), Number(row[2])];
    const known = rows.get(word);
    const isCandidate = known !== undefined && Number(known[1]) >= CANDIDATE_RATE * Number(known[2]);
    if (!isCandidate && cues >= OWN_CUES && cues >= OWN_SHARE * uses) rows.set(word, row);
  }
  return [...rows.values()].sort(([a], [b]) => (a! < b! ? -1 : 1));
}

/** One row a word that carried two cues or more, and one a frequent verb that never did. */
function countCues(documents: readonly Document[]): string[][] {
  const counts = new Map<string, Count>();
  for (const { encoded, gold, layers } of documents) {
    const anchors = new Set(gold.map(({ anchor }) => anchor));
    for (let w = 0; w < encoded.count; w += 1) {
      const word = layers.words.lower[w]!;
      const count = counts.get(word) ?? { cues: 0, uses: 0, verb: false, complements: new Map() };
      counts.set(word, count);
      count.uses += 1;
      if (anchors.has(w)) count.cues += 1;
      if (VERB[encoded.tag[w]!] !== 1) continue;
      count.verb = true;
      const bits = readerKernel(encoded).complements(w);
      for (const [name, bit] of Object.entries(COMPLEMENT)) {
        if ((bits & bit) === 0) continue;
        const seen = count.complements.get(name) ?? [0, 0];
        count.complements.set(name, [seen[0] + (anchors.has(w) ? 1 : 0), seen[1] + 1]);
      }
    }
  }
  return [...counts]
    .filter(
      ([word, { cues, uses, verb }]) => !/[\s\t]/u.test(word) && (cues >= 2 || (cues === 0 && verb && uses >= NEVER)),
    )
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, { cues, uses, complements: with_ }]) => [
      word,
      String(cues),
      String(uses),
      cues === 0
        ? ''
        : [...with_]
            .filter(([, [found]]) => found > 0)
            .map(([name, [found, seen]]) => `${name}=${found}/${seen}`)
            .join(' '),
    ]);
}

export function writeCues(rows: readonly (readonly string[])[]): void {
  writeFileSync(TARGET, [...HEAD, ...rows.map((row) => row.join('\t').trimEnd()), ''].join('\n'));
}
