/**
 * Tasks for the annotation tool Label Studio (https://labelstud.io/guide/predictions): the text, and as predictions the
 * contents of attributed claims, their sources with kind and name, and relations between them. `corrections/` reads back
 * what annotators made of it. Its labelling configuration:
 *
 *     <View>
 *       <Relations><Relation value="said by"/><Relation value="passed on by"/><Relation value="goes on"/></Relations>
 *       <Labels name="label" toName="text">
 *         <Label value="claim"/><Label value="person"/><Label value="news-agency"/><Label value="media"/>
 *         <Label value="government"/><Label value="organization"/><Label value="group"/><Label value="anonymous"/>
 *         <Label value="document"/>
 *       </Labels>
 *       <Text name="text" value="$text"/>
 *     </View>
 */
import type { Output, OutputSpan } from '../output.ts';
import { VERSION } from '../version.ts';
import type { Finished, Joiner } from './format.ts';

export const [SAID_BY, PASSED_ON_BY, GOES_ON] = ['said by', 'passed on by', 'goes on'] as const;
export const CLAIM = 'claim';

/** A stretch of the text with its label; the name of a source stands in the region's note, which people can edit. */
export interface Region {
  readonly id: string;
  readonly type: 'labels';
  readonly from_name: 'label';
  readonly to_name: 'text';
  readonly value: { readonly start: number; readonly end: number; readonly text: string; readonly labels: string[] };
  readonly meta?: { readonly text: string[] };
}

export interface Relation {
  readonly type: 'relation';
  readonly from_id: string;
  readonly to_id: string;
  readonly direction: 'right';
  readonly labels: string[];
}

/** A claim as the task hands it out, so that what annotators changed can be told. */
export type Handed = readonly [start: number, end: number, source: string | null, kind: string | null];

/** One task a line, without the line's end; offsets are UTF-16 code units, as in the tool. */
export function writeLabelStudio({ output, article }: Finished): string {
  return JSON.stringify({
    data: { article: output.article.id, text: article.text, claims: handedOut(output) },
    predictions: [{ model_version: `accordingto ${VERSION}`, result: resultOf(output) }],
  });
}

/** A JSON array of tasks, as the tool imports it. */
export function joinLabelStudio(): Joiner {
  let before = '[\n';
  return {
    add(task) {
      const made = `${before}${task}`;
      before = ',\n';
      return made;
    },
    end: () => (before === '[\n' ? '[]\n' : '\n]\n'),
  };
}

function handedOut({ claims, sources }: Output): Handed[] {
  const byId = new Map(sources.map((source) => [source.id, source]));
  return claims
    .filter(({ attribution }) => attribution.length > 0)
    .map(({ content, attribution: [first] }): Handed => {
      const source = first?.source == null ? undefined : byId.get(first.source);
      return [content[0]!.start, content.at(-1)!.end, source?.name ?? null, source?.kind ?? null];
    });
}

function resultOf({ claims, sources }: Output): (Region | Relation)[] {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const regions = new Map<string, Region>();
  const relations: Relation[] = [];
  const relate = (from: string, to: string, label: string) => {
    relations.push({ type: 'relation', from_id: from, to_id: to, direction: 'right', labels: [label] });
  };
  for (const { id, content, attribution } of claims) {
    if (attribution.length === 0) continue;
    let before = '';
    for (const [index, piece] of content.entries()) {
      const region = regionOf(`${id}-${index + 1}`, piece, CLAIM);
      regions.set(region.id, region);
      if (before !== '') relate(before, region.id, GOES_ON);
      before = region.id;
    }
    let from = `${id}-1`;
    for (const [index, { source, span }] of attribution.entries()) {
      const known = source === null ? undefined : byId.get(source);
      if (!known || !span) continue;
      const key = `${known.id}-${span.start}-${span.end}`;
      regions.set(key, regionOf(key, span, known.kind, known.name));
      relate(from, key, index === 0 ? SAID_BY : PASSED_ON_BY);
      from = key;
    }
  }
  return [...regions.values(), ...relations];
}

function regionOf(id: string, { start, end, text }: OutputSpan, label: string, name?: string): Region {
  const value = { start, end, text, labels: [label] };
  return {
    id,
    type: 'labels',
    from_name: 'label',
    to_name: 'text',
    value,
    ...(name ? { meta: { text: [name] } } : {}),
  };
}
