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
  const byContent = new Map<string, Attribution[]>();
  for (const attribution of attributions) {
    const key = attribution.content.map(spanKey).join();
    const same = byContent.get(key);
    if (same) same.push(attribution);
    else byContent.set(key, [attribution]);
  }
  return [...byContent.values()].flatMap((same) =>
    same.filter((one, at) => !same.some((other, index) => isPart(one, other) && (!isPart(other, one) || index < at))),
  );
}

function isPart(one: Attribution, other: Attribution): boolean {
  if (one === other) return false;
  let next = 0;
  for (const link of other.links) if (sameLink(one.links[next], link)) next += 1;
  return next === one.links.length;
}

function sameLink(one: Link | undefined, other: Link): boolean {
  const same = (a: Span | null, b: Span | null) => a?.start === b?.start && a?.end === b?.end;
  return one !== undefined && same(one.source, other.source) && same(one.cue, other.cue);
}
