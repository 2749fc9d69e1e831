/** Puts corrections into the output of an article: the right source, or no claim; ids are given anew. */
import { byPosition } from '../document.ts';
import type { Output, OutputClaim, OutputSource } from '../output.ts';
import type { Correction } from './correction.ts';
import { claimMeant } from './meant.ts';

/** What a corrected claim names as its maker. */
const BY = 'correction';

/** A correction that was not applied, with its place in its file. */
export interface Refusal {
  readonly where: string;
  /** What is wrong with it, after the place. */
  readonly reason: string;
}

/**
 * The output with its corrections. One that finds no claim, or another than was meant, is left out and becomes a problem.
 *
 * @param corrections those of this article, in their order: of two for one claim the later counts
 * @param text the article's text
 */
export function applyCorrections(
  output: Output,
  corrections: readonly Correction[],
  text: string,
): { readonly output: Output; readonly refused: readonly Refusal[] } {
  if (corrections.length === 0) return { output, refused: [] };
  const refused: Refusal[] = [];
  const sources = output.sources.map((source) => ({ ...source, mentions: [...source.mentions] }));
  const claims: (OutputClaim | null)[] = [...output.claims];
  const problems = [...output.problems];
  const last = new Map<number, Correction>();
  for (const correction of corrections) {
    const meant = claimMeant(output.claims, text, correction);
    if ('reason' in meant) {
      refused.push({ where: correction.where, reason: meant.reason });
      problems.push(problemOf(meant.reason, correction, text.length));
    } else last.set(meant.at, correction);
  }
  for (const [at, correction] of last) {
    claims[at] = correction.noClaim ? null : withSource(output, sources, output.claims[at]!, correction);
  }
  const kept = claims.filter((claim) => claim !== null);
  const corrected = { ...output, sources, claims: kept, problems: problems.sort(byPosition) };
  return { output: renumber(corrected, output), refused };
}

/** The output without what nobody said, wrote, reported or showed; its own voice stays. */
export function statementsOf(output: Output): Output {
  return renumber({ ...output, claims: output.claims.filter(({ statement }) => statement) }, output);
}

/** The claim with the right source in its first link; the source's words become a mention of it. */
function withSource(
  { people }: Output,
  sources: OutputSource[],
  claim: OutputClaim,
  { source: name, kind }: Correction,
): OutputClaim {
  const [first, ...rest] = claim.attribution;
  const before = sources.find(({ id }) => id === first?.source);
  const span = first?.span ?? null;
  const right = kind ?? before?.kind ?? 'person';
  const named = people.find((person) => person.name === name || person.aliases.includes(name!));
  const person = right === 'person' ? (named?.id ?? null) : null;
  const full = person === null ? name! : named!.name;
  let source = sources.find((one) => one.resolved && one.name === full && one.kind === right);
  if (!source) {
    const id = `s${sources.length + 1}`;
    const known = { resolved: true, how: 'name' as const, candidates: [], role: null };
    source = { id, name: full, kind: right, person, ...known, mentions: [] };
    sources.push(source);
  }
  if (span && !source.mentions.some(({ start, end }) => start === span.start && end === span.end)) {
    if (before) before.mentions = before.mentions.filter(({ start, end }) => start !== span.start || end !== span.end);
    source.mentions.push({ ...span, how: 'name' });
    source.mentions.sort(byPosition);
  }
  const link = { source: source.id, span, cue: first?.cue ?? null, stance: first?.stance ?? ('states' as const) };
  return { ...claim, attribution: [link, ...rest], by: BY, confidence: 1 };
}

function problemOf(reason: string, { start = 0, end = start }: Correction, length: number): Output['problems'][number] {
  const message = `A correction was not applied: it ${reason}.`;
  const [from, to] = [Math.min(start, length), Math.min(end, length)];
  return { stage: 'corrections', code: 'no-such-claim', message, start: from, end: to };
}

/** Ids in order of first appearance; sources that nothing means any more are left out. */
function renumber(output: Output, before: Output): Output {
  const meant = new Set(output.claims.flatMap(({ attribution }) => attribution.map(({ source }) => source)));
  const gone = new Set(before.claims.flatMap(({ attribution }) => attribution.map(({ source }) => source)));
  const kept = output.sources.filter(({ id, mentions }) => meant.has(id) || (!gone.has(id) && mentions.length > 0));
  const nowhere = { start: Number.MAX_SAFE_INTEGER, end: Number.MAX_SAFE_INTEGER };
  const sources = kept.sort((a, b) => byPosition(a.mentions[0] ?? nowhere, b.mentions[0] ?? nowhere));
  const ids = new Map(sources.map(({ id }, index) => [id, `s${index + 1}`]));
  const idOf = (id: string | null): string | null => (id === null ? null : (ids.get(id) ?? null));
  return {
    ...output,
    sources: sources.map((source) => ({ ...source, id: ids.get(source.id)! })),
    claims: output.claims.map((claim, index) => ({
      ...claim,
      id: `c${index + 1}`,
      attribution: claim.attribution.map((link) => ({ ...link, source: idOf(link.source) })),
    })),
    comparisons: output.comparisons.map((one) => ({ ...one, sources: one.sources.map(idOf) })),
  };
}
