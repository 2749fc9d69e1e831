/** The texts that the name tagger learns from, as articles with labels. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Span } from '../../src/document.ts';
import { KINDS } from '../../src/names/tagger.ts';
import { isTitle } from '../../src/names/titles.ts';

const SHARED = new URL('../../../shared/', import.meta.url);

/** A name that a corpus marks; `kind` is an index into `KINDS`. */
export interface Marked extends Span {
  readonly kind: number;
}

export interface NamedText {
  readonly id: string;
  readonly text: string;
  readonly names: readonly Marked[];
  /**
   * What the corpus marks: every name; every person, so that all else may be any class but person; or the speakers, so that
   * all else may be anything.
   */
  readonly marked: 'everything' | 'persons' | 'speakers';
  /** Stretches that hold no person, where only speakers are marked. */
  readonly noPersons?: readonly Span[];
}

function read(path: string): string {
  const bytes = readFileSync(new URL(path, SHARED));
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

interface EvalRecord {
  id: string;
  text: string;
  people: [number, number][];
  organizations?: [number, number][];
  places?: [number, number][];
  misc?: [number, number][];
}

/** Reads a file of the evaluation kit's `people` folder. */
export function readKit(name: string): NamedText[] {
  return read(`eval/people/${name}.jsonl`)
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const record = JSON.parse(line) as EvalRecord;
      const layers = [record.people, record.organizations, record.places, record.misc];
      const names = layers.flatMap((spans, kind) => (spans ?? []).map(([start, end]) => ({ start, end, kind })));
      const marked = record.organizations === undefined ? 'persons' : 'everything';
      return { id: record.id, text: record.text, names, marked };
    });
}

const SILVER_KINDS: Record<string, number> = { PERSON: 0, ORGANIZATION: 1, LOCATION: 2, MISC: 3 };

/** The news with the names of CoreNLP (machine-made), text taken from the attribution records they belong to. */
export function readSilver(): NamedText[] {
  const texts = new Map<string, string>();
  for (const line of read('eval/attributions/train.jsonl').split('\n')) {
    if (line === '') continue;
    const { id, text } = JSON.parse(line) as { id: string; text: string };
    texts.set(id, text);
  }
  const documents: {
    id: string;
    text: string;
    names: { start: number; end: number; kind: number }[];
    marked: 'everything';
  }[] = [];
  let before = '';
  for (const line of read('train/news/silver-train.conllu.gz').split('\n')) {
    if (line.startsWith('# newdoc id = ')) {
      const id = line.slice(14);
      documents.push({ id, text: texts.get(id) ?? '', names: [], marked: 'everything' });
    }
    const columns = line.split('\t');
    const tag = columns[5];
    if (tag === undefined) {
      before = '';
      continue;
    }
    const [, start, end] = /Start=(\d+)\|End=(\d+)/.exec(columns[9]!)!.map(Number) as [number, number, number];
    const kind = SILVER_KINDS[tag];
    const names = documents.at(-1)!.names;
    if (kind !== undefined) {
      if (before === tag) names.at(-1)!.end = end;
      else names.push({ start, end, kind });
    }
    before = tag;
  }
  return documents.filter(({ text }) => text !== '');
}

interface GumToken {
  form: string;
  upos: string;
  start: number;
  end: number;
}

const PARTICLES = new Set(['de', 'van', 'von', 'der', 'den', 'la', 'le', 'el', 'bin', 'al', 'da', 'di', 'du', 'of']);

/**
 * The training part of GUM from its UD release. A name is the run of proper nouns around the head of an entity whose head
 * is a proper noun, without titles and without the words of entities inside it.
 */
export function readGum(): NamedText[] {
  return read('train/ud/en_gum-train.conllu.gz')
    .split('# newdoc id = ')
    .slice(1)
    .map((document) => readGumDocument(document.split('\n')));
}

interface Entity {
  group: string;
  kind: string;
  head: number;
  from: number;
  inner: [number, number][];
}

function readGumDocument(lines: readonly string[]): NamedText {
  let text = '';
  let gap = '';
  let glued = 0;
  const tokens: GumToken[] = [];
  const open: Entity[] = [];
  const names: Marked[] = [];
  for (const line of lines) {
    if (line.startsWith('# newpar') && text !== '') gap = '\n\n';
    const columns = line.split('\t');
    if (columns.length < 10 || columns[0]!.includes('.')) continue;
    const misc = columns[9]!;
    const after = misc.includes('SpaceAfter=No') ? '' : ' ';
    const range = /^(\d+)-(\d+)$/.exec(columns[0]!);
    if (range) {
      text += gap;
      gap = after;
      glued = Number(range[2]) - Number(range[1]) + 1;
      continue;
    }
    if (glued > 0) glued -= 1;
    else {
      text += gap;
      gap = after;
    }
    const start = text.length;
    text += columns[1]!;
    const upos = columns[4] === 'NNPS' ? 'NOUN' : columns[3]!;
    tokens.push({ form: columns[1]!, upos, start, end: text.length });
    noteEntities(/(?:^|\|)Entity=([^|]+)/.exec(misc)?.[1] ?? '', tokens, open, names);
  }
  names.sort((a, b) => a.start - b.start);
  return { id: lines[0]!, text, names, marked: 'persons' };
}

/** Opens and closes the entities of one token: `(6-person-new-…-cf1-1,2-coref`, `6)`, `(4-place-…)`. */
function noteEntities(entity: string, tokens: readonly GumToken[], open: Entity[], names: Marked[]): void {
  for (const [, opening, closing] of entity.matchAll(/\(([^()]+)|([^()]+)?\)/g)) {
    if (opening !== undefined) {
      const [group, kind, , , , span] = opening.split('-');
      const head = Number((span ?? '1').split(',')[0]) - 1;
      open.push({ group: group!.replace(/\[.*/, ''), kind: kind!, head, from: tokens.length - 1, inner: [] });
      continue;
    }
    const group = (closing ?? open.at(-1)?.group ?? '').replace(/\[.*/, '');
    const at = open.findLastIndex((candidate) => candidate.group === group);
    if (at < 0) continue;
    const [closed] = open.splice(at, 1);
    for (const outer of open) if (outer.from <= closed!.from) outer.inner.push([closed!.from, tokens.length]);
    if (closed!.kind === 'person') nameOf(tokens, closed!, names);
  }
}

function nameOf(tokens: readonly GumToken[], { from, head, inner }: Entity, names: Marked[]): void {
  const main = from + head;
  if (tokens[main]?.upos !== 'PROPN') return;
  const usable = (at: number) =>
    at >= from &&
    at < tokens.length &&
    !inner.some(([start, end]) => start <= at && at < end && !(start <= main && main < end));
  const proper = (at: number) => usable(at) && tokens[at]!.upos === 'PROPN';
  const joins = (at: number) =>
    usable(at) && (tokens[at]!.form === '-' || PARTICLES.has(tokens[at]!.form.toLowerCase()));
  let first = main;
  let last = main;
  while (proper(first - 1) || (joins(first - 1) && proper(first - 2))) first -= proper(first - 1) ? 1 : 2;
  while (proper(last + 1) || (joins(last + 1) && proper(last + 2))) last += proper(last + 1) ? 1 : 2;
  for (let at = last; at >= first; at--) {
    if (!isTitle(tokens[at]!.form.toLowerCase())) continue;
    first = at + 1;
    break;
  }
  if (first > last) return;
  const start = tokens[first]!.start;
  const end = tokens[last]!.end;
  const alone = first === last && tokens[first - 1]?.upos === 'DET';
  if (!alone && !names.some((name) => name.start < end && start < name.end))
    names.push({ start, end, kind: KINDS.indexOf('person') });
}
