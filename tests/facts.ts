/**
 * The hand-written truth of the fixtures: `fixtures/expected/<id>.facts.txt`, written without looking at any output.
 *
 * A facts file is the article's text in the brace markup of `markup.ts` (values write `_` for a space, fields part at `|`):
 *
 *     {h …}  a heading; {b …} a body sentence (a file with any {b …} gives all sentences)
 *     {name=Ann_Lee Lee}                a name mention and the person's canonical name
 *     {date=2020-08-09 August 9}        a date and its TIMEX3 value
 *     {num=800|soldiers|more-than More than 800}   a number: value or min..max or - (not given), unit or counted noun, modifier;
 *                                       what is left out at the end is not compared
 *     {claim1 …} {source1=person …} {cue1 …}       an attribution: its content (in pieces), its source with the source's kind, its cue
 *     {source1.2=media …} {cue1.2 …}    the second link of its chain: who passes it on
 *
 * `?` as the value of a date, number or claim: it may be found or not. Names and dates must agree to the letter (but for a
 * date's article), numbers must overlap; a number inside a duration may be found or not, and a range may be found as its two
 * ends. Of contents seven tenths, of sources half of the letters must be common (Jaccard), and cues must overlap.
 *
 * After a line `== known gaps` stand, one a line, the differences that the program still has. A new difference fails the
 * test, and so does a gap that is none any more.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { type Marked, parseMarkup } from './markup.ts';

export const FACTS = new URL('../fixtures/expected/', import.meta.url);
const GAPS = '\n== known gaps\n';

export interface Facts {
  readonly id: string;
  readonly text: string;
  readonly spans: readonly Marked[];
  readonly gaps: readonly string[];
  /** The file up to the known gaps. */
  readonly source: string;
}

export interface LinkFact {
  readonly source: Marked | null;
  readonly cue: Marked | null;
}

/** An attribution as written: the links innermost first. */
export interface ClaimFact {
  readonly id: string;
  readonly content: readonly Marked[];
  readonly links: readonly LinkFact[];
}

/** Reads every facts file, by the article's id. */
export function readAllFacts(): Facts[] {
  return readdirSync(FACTS)
    .filter((name) => name.endsWith('.facts.txt'))
    .sort()
    .map((name) => readFacts(name.slice(0, -'.facts.txt'.length)));
}

function readFacts(id: string): Facts {
  const file = readFileSync(new URL(`${id}.facts.txt`, FACTS), 'utf8');
  const [source, gaps = ''] = file.split(GAPS) as [string, string?];
  const { text, spans } = parseMarkup(source.trimEnd());
  return { id, text, spans, gaps: gaps.split('\n').filter((line) => line !== ''), source: source.trimEnd() };
}

/** The file with these known gaps. */
export function withGaps({ source }: Facts, gaps: readonly string[]): string {
  return gaps.length === 0 ? `${source}\n` : `${source}\n${GAPS}${gaps.join('\n')}\n`;
}

/** The attributions of a facts file, put together from their roles. */
export function claimsOf({ id, spans }: Facts): ClaimFact[] {
  const claims = new Map<string, { content: Marked[]; links: { source: Marked | null; cue: Marked | null }[] }>();
  for (const span of spans) {
    const [, role, claim, link = '1'] = /^(claim|source|cue)(\d+)(?:\.(\d))?$/.exec(span.role) ?? [];
    if (role === undefined) continue;
    const facts = claims.get(claim!) ?? { content: [], links: [] };
    claims.set(claim!, facts);
    if (role === 'claim') {
      facts.content.push(span);
      continue;
    }
    const at = Number(link) - 1;
    while (facts.links.length <= at) facts.links.push({ source: null, cue: null });
    // Of a cue in two pieces ("has so far stood by") the last one holds the verb.
    facts.links[at]![role as 'source' | 'cue'] = span;
  }
  for (const [claim, { content, links }] of claims) {
    if (content.length === 0 || links.length === 0 || links.some(({ cue }) => cue === null))
      throw new Error(`${id}: claim ${claim} lacks its content or a cue`);
  }
  return [...claims].map(([number, facts]) => ({ id: number, ...facts }));
}
