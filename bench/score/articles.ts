/**
 * Whole articles, claim by claim, as the kit's scorer judges them (`layers/articles.mjs`, which gives sums only): for the
 * reliability table, the figures that the scorer has not, and the listing of mistakes.
 */
import type { EvalAttribution, EvalLink, Pair, Prediction } from './convert.ts';
import type { GoldDocument } from './sets.ts';
import { loadKit, type Metrics, type Ratio } from './shared.ts';

/** A gold attribution; a quotation without words about its speaker has links without source and cue. */
export interface GoldClaim {
  readonly content: readonly Pair[];
  readonly chain: readonly { source: readonly Pair[]; cue: readonly Pair[]; kind: string; name: string }[];
  readonly type: string;
  readonly optional?: boolean;
}

/** A predicted claim and what of it is right. */
export interface Judged {
  readonly claim: EvalAttribution;
  /** The gold attribution it is paired with, if any. */
  readonly gold: GoldClaim | null;
  /** The claim is paired with an optional one: neither right nor wrong. */
  readonly optional: boolean;
  /** Half of the content is shared. */
  readonly found: boolean;
  /** The first link's source span agrees. */
  readonly span: boolean;
  readonly speaker: boolean;
  readonly chain: boolean;
  /** Publishable: found, speaker and chain right. */
  readonly right: boolean;
}

export interface JudgedArticle {
  readonly claims: readonly Judged[];
  /** Required attributions that no claim is paired with. */
  readonly missed: readonly GoldClaim[];
}

type Judge = (document: GoldDocument, claims: readonly EvalAttribution[]) => JudgedArticle;

/** A gold link or a predicted one, with the positions of its letters. */
interface Prepared {
  readonly source: number[];
  readonly cue: number[];
  readonly kind: string | null;
  readonly name: string | null;
  readonly words: string;
}

/** What is compared of a gold or a predicted claim: the letters of its content, and its links. */
interface PreparedClaim {
  readonly content: number[];
  readonly links: readonly Prepared[];
}

type Kit = Awaited<ReturnType<typeof loadKit>>;

/** The judge of one article; it follows the kit's scorer to the letter. */
export async function loadJudge(): Promise<Judge> {
  const kit = await loadKit();
  return ({ text, attributions }, claims) => {
    const required = attributions as GoldClaim[];
    const gold = required.map((claim) => prepare(kit, text, claim));
    const pred = claims.map((claim) => prepare(kit, text, claim));
    const partner = partners(kit, gold, pred, required);
    const paired = new Set([...partner.values()].map(({ gi }) => gi));
    const judged = claims.map((claim, pi): Judged => {
      const pair = partner.get(pi);
      const found = pair !== undefined && pair.content >= 0.5;
      const against = pair === undefined ? null : required[pair.gi]!;
      const agreement = pair === undefined ? NONE : agreementOf(kit, gold[pair.gi]!.links, pred[pi]!.links);
      const right = found && agreement.speaker && agreement.chain;
      return { claim, gold: against, optional: against?.optional === true, found, ...agreement, right };
    });
    const missed = required.filter(({ optional }, gi) => !paired.has(gi) && !optional);
    return { claims: judged, missed };
  };
}

const NONE = { span: false, speaker: false, chain: false };

function prepare(
  { positions, trimSource }: Kit,
  text: string,
  { content, chain }: Pick<GoldClaim, 'content' | 'chain'> | EvalAttribution,
): PreparedClaim {
  const link = (one: EvalLink | GoldClaim['chain'][number]): Prepared => {
    const cue = (one.cue.length === 0 || Array.isArray(one.cue[0]) ? one.cue : [one.cue]) as readonly Pair[];
    const words = one.source.map(([start, end]) => text.slice(start, end)).join(' ');
    const source = trimSource(text, positions(text, one.source));
    return { source, cue: positions(text, cue), kind: one.kind, name: one.name, words };
  };
  return { content: positions(text, content), links: chain.map(link) };
}

interface Pairing {
  /** Indexes of the gold and the predicted claim. */
  readonly gi: number;
  readonly pi: number;
  /** The agreement of their contents (Jaccard). */
  readonly content: number;
}

/** By predicted claim its gold one: the best pairs first, each claim once. */
function partners(
  { jaccard }: Kit,
  gold: readonly PreparedClaim[],
  pred: readonly PreparedClaim[],
  claims: readonly GoldClaim[],
): ReadonlyMap<number, Pairing> {
  const pairs = gold.flatMap((one, gi) =>
    pred.flatMap((other, pi) => {
      const content = jaccard(one.content, other.content);
      const cue = one.links.some((a) => other.links.some((b) => a.cue.some((at) => b.cue.includes(at))));
      if (content < 0.5 && !(cue && content > 0)) return [];
      return [{ gi, pi, content, score: content + (cue ? 1 : 0) - (claims[gi]!.optional ? 0.1 : 0) }];
    }),
  );
  pairs.sort((a, b) => b.score - a.score || a.gi - b.gi || a.pi - b.pi);
  const paired = new Set<number>();
  const partner = new Map<number, Pairing>();
  for (const pair of pairs) {
    if (paired.has(pair.gi) || partner.has(pair.pi)) continue;
    paired.add(pair.gi);
    partner.set(pair.pi, pair);
  }
  return partner;
}

/** How far the links of a predicted claim agree with those of its gold one. */
function agreementOf({ jaccard, sameName }: Kit, gold: readonly Prepared[], pred: readonly Prepared[]) {
  const sameSpan = (a: Prepared, b: Prepared) =>
    a.source.length > 0 && b.source.length > 0
      ? jaccard(a.source, b.source) >= 0.5
      : a.source.length === b.source.length;
  const sameSpeaker = (a: Prepared, b: Prepared) =>
    a.name && b.name ? sameName(a.name, b.name, a.kind) || isShortName(a, b.name) : sameSpan(a, b);
  return {
    span: sameSpan(gold[0]!, pred[0]!),
    speaker: sameSpeaker(gold[0]!, pred[0]!),
    chain:
      gold.length === pred.length && gold.every((one, at) => sameSpeaker(one, pred[at]!) || sameSpan(one, pred[at]!)),
  };
}

/** Judges all articles of a set. */
export async function judgeAll(
  documents: readonly GoldDocument[],
  predictions: readonly Prediction[],
): Promise<JudgedArticle[]> {
  const judge = await loadJudge();
  return documents.map((document, index) => judge(document, predictions[index]!.attributions));
}

const LEADING = /^(?:The|A|An|It|They|All|Both|Its|Their|This|That|These|Those)\b/;
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']s\b/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** A body's short name in the text ("the IDF") is a name of it; "the paper", "it" are not. */
export function isShortName(
  { kind, words }: { readonly kind: string | null; readonly words: string },
  name: string,
): boolean {
  if (kind === 'person' || !/\p{Lu}/u.test(words.replace(LEADING, ''))) return false;
  const own = wordsOf(words);
  const asked = wordsOf(name);
  return asked.length > 0 && asked.every((word) => own.includes(word));
}

/**
 * The figures that the scorer does not give.
 *
 * @throws Error where this judge and the scorer disagree
 */
export function moreMetrics(articles: readonly JudgedArticle[], metrics: Metrics): Metrics {
  const claims = articles.flatMap(({ claims }) => claims).filter(({ optional }) => !optional);
  const scorers = (metrics.publishable as Ratio).tp;
  const right = claims.filter((claim) => claim.right).length;
  if (scorers !== right)
    throw new Error(`the scorer calls ${scorers} claims publishable, bench/score/articles.ts ${right}`);
  const sure = (least: number): readonly Judged[] => claims.filter(({ claim }) => claim.confidence >= least);
  const share = (least: number): number | null =>
    claims.length === 0 ? null : (100 * sure(least).length) / claims.length;
  const brier = metrics['Brier score'] as number | null;
  return {
    'claims at confidence 0.9, percent': share(0.9),
    'claims at confidence 0.6, percent': share(0.6),
    'wrong person at confidence 0.9': sure(0.9).filter(isWrongPerson).length,
    'Brier score x 1000': brier === null ? null : 1000 * brier,
  };
}

/** Somebody says what another person says, or nobody. */
export function isWrongPerson({ claim, gold, found, speaker }: Judged): boolean {
  return found && !speaker && (gold?.chain[0]?.kind === 'person' || claim.chain[0]?.kind === 'person');
}
