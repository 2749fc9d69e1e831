/**
 * Finds attributions: constructs and models propose readings, one decoder chooses among them, chains follow from
 * nesting.
 */
import { type Article, type Attribution, byPosition, type Layers, type Link, type Span, spanKey } from '../document.ts';
import { TokenContext } from '../grammar/context.ts';
import { chain } from './chains.ts';
import { readTrained } from './models/index.ts';
import { type Models, shippedModels } from './models/weights.ts';
import { THRESHOLD } from './thresholds.ts';

/**
 * @param least attributions with a lower confidence are left out; the default gives the best balance of precision and
 *   recall
 * @param models other than the shipped ones: for training, where an article is read by models that have not seen it
 */
export function findAttributions(
  article: Article,
  layers: Pick<Layers, 'sentences' | 'words' | 'syntax' | 'quotes' | 'names' | 'people'>,
  least?: number,
  models: Models = shippedModels(),
): readonly Attribution[] {
  const asked = least ?? models.least ?? THRESHOLD.accept;
  const context = new TokenContext(article, layers, models.corpus);
  const { nested, unattributed } = readTrained(context, asked, models);
  const all = [...chain(context, nested), ...unattributed.filter(({ confidence }) => confidence >= asked)];
  return withoutParts(all).sort((a, b) => byPosition(a.content[0]!, b.content[0]!));
}

/** Leaves out what says less of the same: a content whose links all stand, in their order, in another chain of it. */
function withoutParts(attributions: readonly Attribution[]): Attribution[] {
  const byStart = new Map<number, Attribution[][]>();
  for (const attribution of attributions) {
    const key = spanKey(attribution.content[0]!);
    const groups = byStart.get(key);
    const same = groups?.find(([first]) => sameContent(first!, attribution));
    if (same) same.push(attribution);
    else if (groups) groups.push([attribution]);
    else byStart.set(key, [[attribution]]);
  }
  const kept: Attribution[] = [];
  for (const groups of byStart.values()) for (const same of groups) kept.push(...wholes(same));
  return kept;
}

/** Those of the same content that are no part of another; of two alike the first. */
function wholes(same: Attribution[]): readonly Attribution[] {
  if (same.length === 1) return same;
  return same.filter(
    (one, at) => !same.some((other, index) => isPart(one, other) && (!isPart(other, one) || index < at)),
  );
}

function sameContent({ content: one }: Attribution, { content: other }: Attribution): boolean {
  return one.length === other.length && one.every((piece, at) => sameSpan(piece, other[at]!));
}

function isPart(one: Attribution, other: Attribution): boolean {
  if (one === other) return false;
  let next = 0;
  for (const link of other.links) if (sameLink(one.links[next], link)) next += 1;
  return next === one.links.length;
}

function sameLink(one: Link | undefined, other: Link): boolean {
  return one !== undefined && sameSpan(one.source, other.source) && sameSpan(one.cue, other.cue);
}

function sameSpan(one: Span | null, other: Span | null): boolean {
  return one?.start === other?.start && one?.end === other?.end;
}
