/**
 * What a perfect reader reads in an annotated text: one reading a link, each with the content that its own words govern,
 * nested as the text nests them. "The dam is safe, Weber said, according to Tass" has two: Weber's content is "The dam is
 * safe", Tass's content is "The dam is safe, Weber said".
 */
import type { GoldAttribution, GoldText, Pair } from './corpora.ts';

export interface GoldReading {
  /** Index into the text's attributions, and into the chain of that. */
  readonly attribution: number;
  readonly link: number;
  readonly source: readonly Pair[];
  /** Empty for a quotation without words about who speaks. */
  readonly cue: readonly Pair[];
  readonly content: readonly Pair[];
  readonly optional: boolean;
  /** Index of the reading in whose content this one stands or with which it shares its content; null at the top. */
  readonly outer: number | null;
  /** 0 at the top, 1 inside the content of a reading at the top, and so on. */
  readonly level: number;
}

/** Cues that join a second source to the same content: "A reported, citing X, that P"; "A quoted X as saying P". */
const SHARES = /^(?:cit(?:ing|e[ds]?)|quot(?:ing|e[ds]?)|as|according|per|in|via)\b/i;

type Draft = Omit<GoldReading, 'outer' | 'level'>;

/** The readings of a text: those of first links in the order of its attributions, then those of links that pass on. */
export function readingsOf({ text, attributions }: Pick<GoldText, 'text' | 'attributions'>): GoldReading[] {
  const drafts: Draft[] = attributions.map(({ chain: [first], content, optional }, attribution) => ({
    ...{ attribution, link: 0, content, optional },
    ...{ source: first!.source, cue: first!.cue },
  }));
  const passedOnBy = new Map<number, number>();
  for (const [index, attribution] of attributions.entries()) {
    let inner = index;
    for (let link = 1; link < attribution.chain.length; link += 1) {
      inner = passOn(text, drafts, passedOnBy, attribution, index, link, inner);
    }
  }
  const outers = drafts.map((_, index) => passedOnBy.get(index) ?? holder(drafts, index));
  return drafts.map((draft, index) => ({ ...draft, outer: outers[index]!, level: levelOf(outers, index) }));
}

/** Finds or adds the reading of a link that passes `inner` on. Returns its index. */
function passOn(
  text: string,
  drafts: Draft[],
  passedOnBy: Map<number, number>,
  { chain, optional }: GoldAttribution,
  attribution: number,
  link: number,
  inner: number,
): number {
  const { source, cue } = chain[link]!;
  if (cue.length === 0) return inner;
  const known = drafts.findIndex((other, at) => at !== inner && cue.length > 0 && touch(other.cue, cue));
  if (known >= 0) {
    passedOnBy.set(inner, known);
    return known;
  }
  const { content, cue: innerCue, source: innerSource } = drafts[inner]!;
  const first = innerCue[0];
  const shares = first === undefined || SHARES.test(text.slice(...first));
  const whole = shares ? content : joined(text, [...content, ...innerCue, ...innerSource], [...cue, ...source]);
  drafts.push({ attribution, link, source, cue, content: whole, optional });
  passedOnBy.set(inner, drafts.length - 1);
  return drafts.length - 1;
}

/** The smallest content that holds the cue (without one, the content) of a reading and is not its own. */
function holder(drafts: readonly Draft[], index: number): number | null {
  const { cue, content } = drafts[index]!;
  const at = cue[0] ?? content[0]!;
  const size = (pairs: readonly Pair[]): number => pairs.reduce((sum, [start, end]) => sum + end - start, 0);
  let best: number | null = null;
  for (const [other, draft] of drafts.entries()) {
    const holds = draft.content.some(([start, end]) => start <= at[0] && at[1] <= end);
    const larger = cue.length > 0 || size(draft.content) > size(content);
    if (other === index || !holds || !larger) continue;
    if (best === null || size(draft.content) < size(drafts[best]!.content)) best = other;
  }
  return best;
}

function levelOf(outers: readonly (number | null)[], index: number): number {
  let level = 0;
  for (let at = outers[index]!; at !== null && level < outers.length; at = outers[at]!) level += 1;
  return level;
}

const touch = (a: readonly Pair[], b: readonly Pair[]): boolean =>
  a.some(([start, end]) => b.some(([from, to]) => start < to && from < end));

/** Spans in order, joined over what stands between them unless that holds words of `without`. */
function joined(text: string, pairs: readonly Pair[], without: readonly Pair[]): Pair[] {
  const out: Pair[] = [];
  for (const [start, end] of [...pairs].sort((a, b) => a[0] - b[0])) {
    const last = out.at(-1);
    const between: Pair = [last?.[1] ?? 0, start];
    const near = last && !touch([between], without) && !/[.!?]["”’]?\s/.test(text.slice(...between));
    if (near) out[out.length - 1] = [last[0], Math.max(last[1], end)];
    else out.push([start, end]);
  }
  return out;
}
