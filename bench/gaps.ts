/**
 * `npx tsx bench/gaps.ts [ID…]`: the differences between the output and the hand-written facts of the fixtures, for review;
 * `+` marks a new one, `-` a known gap that is closed. `--write` makes them the known gaps of the files.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { extractArticle } from '../src/extract.ts';
import { differences } from '../tests/differences.ts';
import { FACTS, readAllFacts, withGaps } from '../tests/facts.ts';
import { readFixtures } from '../tests/fixtures.ts';

const { values, positionals } = parseArgs({
  options: { write: { type: 'boolean', default: false } },
  allowPositionals: true,
});

const articles = await readFixtures();
let total = 0;
for (const facts of readAllFacts()) {
  if (positionals.length > 0 && !positionals.includes(facts.id)) continue;
  const found = differences(facts, extractArticle(articles.get(facts.id)!));
  const closed = facts.gaps.filter((line) => !found.includes(line));
  total += found.length;
  console.log(`\n${facts.id}: ${found.length} of ${facts.spans.length} spans`);
  for (const line of found) console.log(`${facts.gaps.includes(line) ? ' ' : '+'} ${line}`);
  for (const line of closed) console.log(`- ${line}`);
  if (values.write) writeFileSync(new URL(`${facts.id}.facts.txt`, FACTS), withGaps(facts, found));
}
console.log(`\n${total} differences`);
