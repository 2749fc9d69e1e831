/** Who speaks: one entry for all mentions of the same source, with its kind and the person behind it. */
import { byPosition, type Source, type SourceKind, type Span, type Stage, slice, spanKey } from '../document.ts';
import { Discourse } from './anaphora.ts';
import { Forms } from './forms.ts';
import { kindOf } from './kind.ts';
import { nameOf } from './name.ts';
import { personOf } from './person.ts';
import { fullNameReader, introducedName } from './proper.ts';
import { speakerReader } from './speaker.ts';

export interface Entry {
  name: string;
  kind: SourceKind;
  person: number | null;
  mentions: Span[];
}

/** Words that mean somebody else each time, unless something before explains them. */
const NOBODY_IN_PARTICULAR =
  /^(?:he|she|it|they|you|who|which|that|this|one|ones|another|others?|some|many|most|few|both|all|each)$/iu;

/** Unexplained, and passing on what somebody else said: what such an agency trades in is news. */
const AGENCY = /^the agency$/iu;

/** Joins the sources of attributions to one entry for each speaker, with its kind and the person behind it. */
export const findSources: Stage<'sources', 'sentences' | 'words' | 'syntax' | 'names' | 'people' | 'attributions'> = (
  article,
  layers,
) => {
  const speakerOf = speakerReader(layers.attributions);
  const passingOn = new Set(
    layers.attributions.flatMap(({ links }) => links.slice(1).map(({ source }) => source?.start)),
  );
  const fullNameOf = fullNameReader(article, layers);
  const discourse = new Discourse();
  const forms = new Forms();
  const entries: Entry[] = [];
  const byKey = new Map<string, Entry>();
  const bySpan = new Map<number, Entry>();

  const add = (entry: Entry, span: Span): Entry => {
    if (entry.mentions.length === 0) entries.push(entry);
    entry.mentions.push(span);
    bySpan.set(spanKey(span), entry);
    return entry;
  };
  /** The entry of a span; one apart means nobody whom other spans mean by the same words. */
  const entryOf = (span: Span, text: string, apart: boolean): Entry => {
    const person = personOf(article, layers, span);
    const before = person === null ? discourse.antecedent(text, span) : null;
    if (before) return before;
    const full = person === null ? fullNameOf(text) : null;
    const own = full ? 'organization' : kindOf(article, layers, span, person !== null);
    const kind = own === 'organization' && AGENCY.test(text) && passingOn.has(span.start) ? 'news-agency' : own;
    const named = person !== null && kind === 'person';
    const introduced = kind === 'organization' ? introducedName(article, layers, span) : null;
    const name = named ? layers.people[person]!.name : (full ?? introduced ?? nameOf(text, kind));
    const each = !named && (apart || NOBODY_IN_PARTICULAR.test(text)) ? ` ${span.start}` : '';
    const key = named ? `person ${person}` : `${kind} ${name.toLowerCase()}${each}`;
    const known = byKey.get(key) ?? (person === null ? forms.fuller(name, kind) : null);
    if (known) return known;
    const same = person === null ? forms.same(name, kind) : null;
    if (same) {
      if (same.kind === 'person') same.kind = kind;
      byKey.set(key, same);
      return same;
    }
    const shorter = person === null ? forms.shorter(name, kind) : null;
    const entry = shorter ?? { name, kind, person, mentions: [] };
    if (shorter) Object.assign(shorter, { name, kind });
    byKey.set(key, entry);
    forms.note(entry);
    return entry;
  };

  const later: { span: Span; speaker: Span }[] = [];
  for (const span of sourceSpans(layers.attributions.flatMap(({ links }) => links.map(({ source }) => source)))) {
    const text = slice(article, span);
    const speaker = speakerOf(span, text);
    if (speaker) later.push({ span, speaker });
    else discourse.note(add(entryOf(span, text, false), span));
  }
  for (const { span, speaker } of later) {
    const entry = bySpan.get(spanKey(speaker));
    const same = entry && isSameSpeaker(slice(article, span), entry.kind);
    add(same ? entry : entryOf(span, slice(article, span), true), span);
  }
  return entries.map((entry): Source => ({ ...entry, mentions: [...entry.mentions].sort(byPosition) }));
};

/** "I" is one who speaks; "we" are those who speak as one. */
function isSameSpeaker(text: string, kind: SourceKind): boolean {
  const one = kind === 'person' || kind === 'anonymous';
  return /^(?:I|me|my|myself)$/iu.test(text) ? one : !one && kind !== 'document';
}

/** Every source span once, in the order of the text. */
function sourceSpans(spans: readonly (Span | null)[]): Span[] {
  const unique = new Map<number, Span>();
  for (const span of spans) if (span) unique.set(spanKey(span), span);
  return [...unique.values()].sort(byPosition);
}
