/**
 * What annotators made of our tasks in Label Studio, as corrections: its JSON export, in which each task has
 * `annotations` with the regions and relations that stand (https://labelstud.io/guide/export).
 */
import { z } from 'zod';
import { CLAIM, SAID_BY } from '../write/label-studio.ts';
import { type Correction, CorrectionError, correction } from './correction.ts';

const region = z.object({
  id: z.string(),
  type: z.literal('labels'),
  value: z.object({ start: z.int(), end: z.int(), text: z.string().optional(), labels: z.array(z.string()) }),
  meta: z.object({ text: z.array(z.string()).optional() }).optional(),
});
const relation = z.object({
  type: z.literal('relation'),
  from_id: z.string(),
  to_id: z.string(),
  labels: z.array(z.string()).optional(),
});
const task = z.object({
  data: z.object({
    article: z.string(),
    text: z.string(),
    claims: z.array(z.tuple([z.int(), z.int(), z.string().nullable(), z.string().nullable()])),
  }),
  annotations: z.array(
    z.object({
      was_cancelled: z.boolean().optional(),
      result: z.array(z.union([region, relation, z.looseObject({ type: z.string() })])),
    }),
  ),
});

type Region = z.infer<typeof region>;
type Result = z.infer<typeof task>['annotations'][number]['result'];

/**
 * The corrections in an export: claims whose region is gone, and those that now are somebody else's. Tasks that nobody has
 * annotated, and claims that stand as they were handed out, give none. Of several annotations the last counts.
 *
 * @throws CorrectionError where the file is no such export
 */
export function parseLabelStudio(text: string): Correction[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new CorrectionError('is no JSON');
  }
  const read = z.array(task).safeParse(value);
  if (!read.success) {
    const { path, message } = read.error.issues[0]!;
    throw new CorrectionError(`is no export of Label Studio: ${path.join('.')}: ${message}`);
  }
  return read.data.flatMap(({ data, annotations }, index) => {
    const made = annotations.findLast(({ was_cancelled }) => was_cancelled !== true);
    const where = `task ${index + 1}`;
    return made ? data.claims.flatMap((claim) => correctionOf(data, claim, made.result, where) ?? []) : [];
  });
}

type Data = z.infer<typeof task>['data'];

function correctionOf(
  { article, text }: Data,
  [start, end, source, kind]: Data['claims'][number],
  result: Result,
  where: string,
): Correction | null {
  const place = { where, article, start, end, text: text.slice(start, end) };
  const regions = result.filter((item): item is Region => item.type === 'labels');
  const pieces = regions.filter(({ value }) => value.labels.includes(CLAIM) && value.start < end && start < value.end);
  if (pieces.length === 0) return { ...place, noClaim: true };
  const ids = new Set(pieces.map(({ id }) => id));
  const said = result.find(
    (item): item is z.infer<typeof relation> =>
      item.type === 'relation' && ids.has((item as z.infer<typeof relation>).from_id) && isSaidBy(item),
  );
  const speaker = said && regions.find(({ id }) => id === said.to_id);
  if (!speaker) return null;
  const { value, meta } = speaker;
  const name = meta?.text?.[0]?.trim() || text.slice(value.start, value.end);
  const label = value.labels[0];
  if (name === source && label === kind) return null;
  const known = correction.shape.kind.safeParse(label);
  return { ...place, source: name, ...(known.success && known.data ? { kind: known.data } : {}) };
}

/** Relations that people draw have no label unless they give one. */
function isSaidBy(item: unknown): boolean {
  const { labels } = item as z.infer<typeof relation>;
  return labels === undefined || labels.length === 0 || labels.includes(SAID_BY);
}
