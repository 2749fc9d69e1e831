/** Puts corrections into the output of an article: the right source, or no claim; ids are given anew. */
import { byPosition } from '../document.ts';
import type { Output, OutputClaim, OutputSource } from '../output.ts';
import type { Correction } from './correction.ts';

/** What a corrected claim names as its maker. */
const BY = 'correction';
/** A claim is the one meant where its content shares at least this much with the place given (Jaccard). */
const MIN_SHARED = 0.5;

/**
 * The output with its corrections. One that finds no claim becomes a problem, for it may have lost its place.
 *
 * @param corrections those of this article, in their order: of two for one claim the later counts
 */
export function applyCorrections(output: Output, corrections: readonly Correction[]): Output {
  if (corrections.length === 0) return output;
  const sources = output.sources.map((source) => ({ ...source, mentions: [...source.mentions] }));
  const claims: (OutputClaim | null)[] = [...output.claims];
  const problems = [...output.problems];
  for (const correction of corrections) {
    const at = claimMeant(output.claims, correction);
    const claim = at < 0 ? null : claims[at];
    if (claim) claims[at] = correction.noClaim ? null : withSource(output, sources, claim, correction);
    else if (at < 0) problems.push(notFound(correction));
  }
  const kept = claims.filter((claim) => claim !== null);
  return renumber({ ...output, sources, claims: kept, problems: problems.sort(byPosition) }, output);
}

/** The output without what nobody said, wrote, reported or showed; its own voice stays. */
export function statementsOf(output: Output): Output {
  return renumber({ ...output, claims: output.claims.filter(({ statement }) => statement) }, output);
}

/** The index of the claim that a correction means, or -1. */
function claimMeant(claims: readonly OutputClaim[], { start, end, claim: id }: Correction): number {
  if (start === undefined || end === undefined) return claims.findIndex((claim) => claim.id === id);
  let best = -1;
  let most = 0;
  for (const [index, { content }] of claims.entries()) {
    const from = content[0]!.start;
    const to = content.at(-1)!.end;
    const shared = Math.min(to, end) - Math.max(from, start);
    const share = shared / (Math.max(to, end) - Math.min(from, start));
    if (shared > 0 && share >= MIN_SHARED && share > most) {
      most = share;
      best = index;
    }
  }
  return best;
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

function notFound({ claim, start, end }: Correction): Output['problems'][number] {
  return {
    stage: 'corrections',
    code: 'no-such-claim',
    message: `A correction names a claim that is not there${claim === undefined ? '' : ` (${claim})`}`,
    start: start ?? 0,
    end: end ?? start ?? 0,
  };
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
