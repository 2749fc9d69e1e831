/** Quotations of the events: edits that papers make are planted and looked for; pairs across events are no pairs. */

import { Outlets } from '../../../src/corroborate/outlets.ts';
import { findPairs } from '../../../src/corroborate/pairs.ts';
import { tellArticle } from '../../../src/corroborate/tell.ts';
import { openArticle, readDetail, type ToldClaim, textOf } from '../../../src/corroborate/told.ts';
import type { Output } from '../../../src/output.ts';
import type { Development, Measure } from './measure.ts';
import { groupOf } from './texts.ts';

/** Shorter quotations are too often said by two people. */
const LEAST_WORDS = 5;
const OUTLETS = new Outlets();
/** Every so many quotations one is edited. */
const STEP = 3;

const DIGITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** What papers do to a quotation; each leaves five words or more. */
const EDITS: readonly (readonly [name: string, edit: (words: readonly string[]) => readonly string[] | null])[] = [
  ['cut at the end', (words) => (words.length < 10 ? null : words.slice(0, Math.ceil(words.length * 0.6)))],
  ['cut at the front', (words) => (words.length < 10 ? null : words.slice(Math.floor(words.length * 0.4)))],
  [
    'elided',
    (words) => {
      if (words.length < 12) return null;
      const third = Math.floor(words.length / 3);
      return [...words.slice(0, third), '…', ...words.slice(2 * third)];
    },
  ],
  [
    'bracketed',
    (words) => words.map((word, at) => (at === Math.floor(words.length / 2) ? `[the ${word.length}]` : word)),
  ],
  ['reworded', (words) => words.map((word, at) => (at % 10 === 4 ? 'somehow' : word))],
  [
    'figures',
    (words) => {
      const written = words.map((word) => (DIGITS.includes(word) ? String(DIGITS.indexOf(word)) : word));
      return written.every((word, at) => word === words[at]) ? null : written;
    },
  ],
];

export function scoreQuotations({ claims, outputs }: Development): Measure[] {
  const isQuotation = ({ article, direct, length }: ToldClaim) =>
    article.id.startsWith('event-') && direct && length >= LEAST_WORDS;
  const quotations = claims.filter(isQuotation);
  const pairs = [...findPairs(quotations)].filter(({ words }) => words > 0);
  const across = pairs.filter(
    ({ first, second }) => groupOf(quotations[first]!.article.id) !== groupOf(quotations[second]!.article.id),
  );
  const byId = new Map(outputs.map((output) => [output.article.id, output]));
  let [planted, found] = [0, 0];
  for (const original of quotations.filter((_, at) => at % STEP === 0)) {
    const { claim } = readDetail(original);
    for (const [, edit] of EDITS) {
      const words = edit(textOf(claim).replace(/[“”"]/g, '').split(' '));
      if (words === null || words.length < LEAST_WORDS) continue;
      const output = withQuotation(byId.get(original.article.id)!, claim.id, words.join(' '));
      const edited = openArticle(tellArticle(output, OUTLETS)).claims[0]!;
      planted += 1;
      if ([...findPairs([original, edited])].some(({ words: shared }) => shared > 0)) found += 1;
    }
  }
  return [
    ['edits found', (100 * found) / planted],
    ['edits', planted, 'count'],
    ['pairs', pairs.length - across.length, 'count'],
    ['across events', across.length, 'count'],
  ];
}

/** An article that has this quotation and nothing else, by a speaker who is not known. */
function withQuotation(output: Output, id: string, text: string): Output {
  const claim = output.claims.find((each) => each.id === id)!;
  const content = [{ start: 0, end: text.length, text }];
  const link = { source: null, span: null, cue: null, stance: 'states' as const };
  const only = { ...claim, content, attribution: [link], people: [], dates: [], numbers: [] };
  const article = { ...output.article, id: 'edited', published: { ...output.article.published, date: null } };
  return { ...output, article, sentences: [{ start: 0, end: text.length, text, kind: 'body' }], claims: [only] };
}
