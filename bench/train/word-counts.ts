/**
 * Makes `src/corroborate/words.tsv`: in how many of the articles of the training news each stem stands.
 *
 *     npm run train -- word-counts
 */
import { writeFileSync } from 'node:fs';
import { stemOf } from '../../src/corroborate/words.ts';
import { TAG } from '../../src/syntax/labels.ts';
import { readTreebank } from './conllu.ts';

/** Rarer stems all tell alike. */
const LEAST = 4;
/** A stem that is a name in more than this share of its uses is left out: which names are common changes with the news. */
const NAME = 0.6;

export function train(): void {
  const counts = new Map<string, number>();
  const uses = new Map<string, number>();
  const names = new Map<string, number>();
  let articles = 0;
  for (const { words, syntax } of readTreebank('silver-train')) {
    articles += 1;
    const stems = new Set<string>();
    for (const [at, word] of words.lower.entries()) {
      if (!/^[\p{L}\p{M}]+$/u.test(word)) continue;
      const stem = stemOf(word);
      stems.add(stem);
      uses.set(stem, (uses.get(stem) ?? 0) + 1);
      const tag = syntax.tags[at];
      if (tag === TAG.NNP || tag === TAG.NNPS) names.set(stem, (names.get(stem) ?? 0) + 1);
    }
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  const isName = (stem: string) => (names.get(stem) ?? 0) > NAME * uses.get(stem)!;
  const rows = [...counts]
    .filter(([stem, count]) => count >= LEAST && !isName(stem))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const head = `# source: counted in the ${articles} articles of the PolNeAR training news, by npm run train -- word-counts
# licence: counts only, no text; PolNeAR is a corpus for research
# taken: 2026-11-30
# why: in how many articles a stem (Porter) stands: how much it tells that two claims share it; names, and what stands in fewer than ${LEAST}, are left out
`;
  writeFileSync(
    new URL('../../src/corroborate/words.tsv', import.meta.url),
    head + rows.map(([stem, count]) => `${stem}\t${count}\n`).join(''),
  );
  console.log(`${rows.length} stems of ${articles} articles`);
}
