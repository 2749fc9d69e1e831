/** Who speaks: one entry for all mentions of the same source, with its kind and the person behind it. */
import { byPosition, type Source, type SourceKind, type Span, type Stage, slice } from '../document.ts';
import { antecedent } from './anaphora.ts';
import { kindOf } from './kind.ts';
import { nameOf } from './name.ts';
import { personOf } from './person.ts';

export interface Entry {
  name: string;
  kind: SourceKind;
  person: number | null;
  mentions: Span[];
}

export const findSources: Stage<'sources', 'sentences' | 'words' | 'syntax' | 'names' | 'people' | 'attributions'> = (
  article,
  layers,
) => {
  const entries: Entry[] = [];
  const byKey = new Map<string, Entry>();
  for (const span of sourceSpans(layers.attributions.flatMap(({ links }) => links.map(({ source }) => source)))) {
    const text = slice(article, span);
    const person = personOf(article, layers, span);
    const before = person === null ? antecedent(text, entries) : null;
    if (before) {
      before.mentions.push(span);
      continue;
    }
    const kind = kindOf(article, layers, span, person !== null);
    const name = person === null || kind !== 'person' ? nameOf(text, kind) : layers.people[person]!.name;
    const key = person !== null && kind === 'person' ? `person ${person}` : `${kind} ${name.toLowerCase()}`;
    const entry = byKey.get(key) ?? { name, kind, person, mentions: [] };
    if (entry.mentions.length === 0) {
      entries.push(entry);
      byKey.set(key, entry);
    }
    entry.mentions.push(span);
  }
  return entries.map((entry): Source => ({ ...entry, mentions: [...entry.mentions].sort(byPosition) }));
};

/** Every source span once, in the order of the text. */
function sourceSpans(spans: readonly (Span | null)[]): Span[] {
  const unique = new Map(spans.flatMap((span) => (span ? [[`${span.start}-${span.end}`, span] as const] : [])));
  return [...unique.values()].sort(byPosition);
}
