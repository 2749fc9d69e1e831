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

/** The judge of one article; it follows the kit's scorer to the letter. */
export async function loadJudge(): Promise<Judge> {
  const { positions, jaccard, trimSource, sameName } = await loadKit();
  const link = (text: string, one: EvalLink | GoldClaim['chain'][number]): Prepared => {
    const cue = (one.cue.length === 0 || Array.isArray(one.cue[0]) ? one.cue : [one.cue]) as readonly Pair[];
    const words = one.source.map(([start, end]) => text.slice(start, end)).join(' ');
    const source = trimSource(text, positions(text, one.source));
    return { source, cue: positions(text, cue), kind: one.kind, name: one.name, words };
  };
  const sameSpan = (gold: Prepared, pred: Prepared) =>
    gold.source.length > 0 && pred.source.length > 0
      ? jaccard(gold.source, pred.source) >= 0.5
      : gold.source.length === pred.source.length;
  const sameSpeaker = (gold: Prepared, pred: Prepared) =>
    gold.name && pred.name
      ? sameName(gold.name, pred.name, gold.kind) || isShortName(gold, pred.name)
      : sameSpan(gold, pred);
  return ({ text, attributions }, claims) => {
    const gold = (attributions as GoldClaim[]).map((claim) => ({
      claim,
      content: positions(text, claim.content),
      links: claim.chain.map((one) => link(text, one)),
    }));
    const pred = claims.map((claim) => ({
      content: positions(text, claim.content),
      links: claim.chain.map((one) => link(text, one)),
    }));
    const pairs = gold.flatMap((one, gi) =>
      pred.flatMap((other, pi) => {
        const content = jaccard(one.content, other.content);
        const cue = one.links.some((a) => other.links.some((b) => a.cue.some((at) => b.cue.includes(at))));
        if (content < 0.5 && !(cue && content > 0)) return [];
        return [{ gi, pi, content, score: content + (cue ? 1 : 0) - (one.claim.optional ? 0.1 : 0) }];
      }),
    );
    pairs.sort((a, b) => b.score - a.score || a.gi - b.gi || a.pi - b.pi);
    const goldDone = new Set<number>();
    const partner = new Map<number, (typeof pairs)[number]>();
    for (const pair of pairs) {
      if (goldDone.has(pair.gi) || partner.has(pair.pi)) continue;
      goldDone.add(pair.gi);
      partner.set(pair.pi, pair);
    }
    const judged = claims.map((claim, pi): Judged => {
      const pair = partner.get(pi);
      const found = pair !== undefined && pair.content >= 0.5;
      const want = pair ? gold[pair.gi]! : null;
      const got = pred[pi]!.links;
      const span = want !== null && sameSpan(want.links[0]!, got[0]!);
      const speaker = want !== null && sameSpeaker(want.links[0]!, got[0]!);
      const chain =
        want !== null &&
        want.links.length === got.length &&
        want.links.every((one, at) => sameSpeaker(one, got[at]!) || sameSpan(one, got[at]!));
      const optional = want?.claim.optional === true;
      const right = found && speaker && chain;
      return { claim, gold: want?.claim ?? null, optional, found, span, speaker, chain, right };
    });
    const missed = gold.flatMap(({ claim }, gi) => (goldDone.has(gi) || claim.optional ? [] : [claim]));
    return { claims: judged, missed };
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
