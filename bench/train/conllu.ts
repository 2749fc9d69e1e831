/**
 * Reads the treebanks of ../shared/train as our own layers: text, sentences, words with real offsets, tags and tree.
 *
 * Gold (UD GUM, EWT): the text is put together from the sentences' `# text`; a blank line parts paragraphs. Silver (news
 * parsed by CoreNLP): the text is the article's own, from ../shared/eval/attributions, and the labels of UD version 1 are
 * mapped to version 2 here (what no table can map stays: the silver is noisy).
 */
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Article, Sentence, Syntax, Words } from '../../src/document.ts';
import { PENN_TAGS, RELATION, RELATIONS, TAG } from '../../src/syntax/labels.ts';
import { typeOf } from '../../src/syntax/types.ts';
import { fromSilver, silverTag } from './silver.ts';

const SHARED = new URL('../../../shared/', import.meta.url);

export const TREEBANKS = {
  'gum-train': 'train/ud/en_gum-train.conllu.gz',
  'gum-dev': 'train/ud/en_gum-dev.conllu.gz',
  'ewt-train': 'train/ud/en_ewt-train.conllu.gz',
  'ewt-dev': 'train/ud/en_ewt-dev.conllu.gz',
  'silver-train': 'train/news/silver-train.conllu.gz',
  'silver-dev': 'train/news/silver-dev.conllu.gz',
} as const;
export type Treebank = keyof typeof TREEBANKS;

/** One document of a treebank with its gold (or silver) layers. */
export interface TreebankDocument {
  readonly id: string;
  readonly article: Article;
  readonly sentences: readonly Sentence[];
  readonly words: Words;
  readonly syntax: Syntax;
  readonly lemmas: readonly string[];
  /** Silver only: CoreNLP's class of each word (PERSON, ORGANIZATION, LOCATION, MISC, DATE …); O elsewhere. */
  readonly entities: readonly string[];
  /** Silver only: the coreference chain of the mention whose head this word is; -1 elsewhere. */
  readonly chains: Int32Array;
  /** GUM's genre; empty elsewhere. */
  readonly genre: string;
}

interface Row {
  form: string;
  lemma: string;
  tag: string;
  entity: string;
  head: number;
  relation: string;
  misc: string;
  /** Surface of the multiword token that starts here, and how many words it holds. */
  surface: string;
  span: number;
}

interface Block {
  rows: Row[];
  /** The surface of each multiword token by the id of its first word, and how many words it holds. */
  multiword: Map<number, { surface: string; span: number }>;
  text: string;
  paragraph: boolean;
}

/** True where the data folder is there; without it nothing here can run. */
export const hasTreebanks = (): boolean => existsSync(new URL(TREEBANKS['gum-dev'], SHARED));

/**
 * Reads a whole treebank, document by document.
 *
 * @throws Error where the folder ../shared is missing
 */
export function* readTreebank(name: Treebank): Generator<TreebankDocument> {
  const silver = name.startsWith('silver');
  const texts = silver ? articleTexts(name === 'silver-dev' ? 'dev' : 'train') : new Map<string, string>();
  let id = '';
  let genre = '';
  let blocks: Block[] = [];
  let block: Block = { rows: [], multiword: new Map(), text: '', paragraph: false };
  const lines = gunzipSync(readFileSync(new URL(TREEBANKS[name], SHARED)))
    .toString('utf8')
    .split('\n');
  for (const line of lines) {
    if (line.startsWith('# newdoc id = ')) {
      if (blocks.length > 0) yield assemble(id, genre, blocks, texts.get(id), name === 'silver-train');
      blocks = [];
      genre = '';
      id = line.slice(14);
    } else if (line.startsWith('# newpar')) block.paragraph = true;
    else if (line.startsWith('# meta::genre = ')) genre = line.slice(16);
    else if (line.startsWith('# text = ')) block.text = line.slice(9);
    else if (line === '') {
      if (block.rows.length > 0) blocks.push(block);
      block = { rows: [], multiword: new Map(), text: '', paragraph: false };
    } else if (!line.startsWith('#')) addRow(block, line.split('\t'));
  }
  if (blocks.length > 0) yield assemble(id, genre, blocks, texts.get(id), name === 'silver-train');
}

function addRow({ rows, multiword }: Block, cells: string[]): void {
  const [id, form, lemma, , tag, entity, head, relation, , misc] = cells as string[];
  if (id!.includes('.')) return;
  if (id!.includes('-')) {
    const [from, to] = id!.split('-').map(Number);
    multiword.set(from!, { surface: form!, span: to! - from! + 1 });
    return;
  }
  const { surface, span } = multiword.get(Number(id)) ?? { surface: form!, span: 1 };
  rows.push({
    ...{ form: form!, lemma: lemma!, tag: tag!, entity: entity!, head: Number(head), relation: relation! },
    ...{ misc: misc!, surface, span },
  });
}

function assemble(
  id: string,
  genre: string,
  blocks: Block[],
  known: string | undefined,
  turned: boolean,
): TreebankDocument {
  const count = blocks.reduce((sum, block) => sum + block.rows.length, 0);
  const starts = new Int32Array(count);
  const ends = new Int32Array(count);
  const first = new Int32Array(blocks.length + 1);
  const tags = new Uint8Array(count);
  const heads = new Int32Array(count);
  const relations = new Uint8Array(count);
  const chains = new Int32Array(count).fill(-1);
  const lemmas: string[] = [];
  const entities: string[] = [];
  const sentences: Sentence[] = [];
  let text = known ?? '';
  let paragraph = 0;
  let at = 0;
  for (const [index, block] of blocks.entries()) {
    const { rows } = block;
    const offset = at;
    if (known === undefined) {
      if (index > 0) text += block.paragraph ? '\n\n' : ' ';
      if (index > 0 && block.paragraph) paragraph += 1;
      place(rows, text.length, block.text, starts, ends, offset);
      text += block.text;
    }
    const tree = known === undefined ? rows : fromSilver(rows, turned);
    for (const [position, row] of rows.entries()) {
      if (known !== undefined) {
        starts[at] = Number(/Start=(\d+)/.exec(row.misc)![1]);
        ends[at] = Number(/End=(\d+)/.exec(row.misc)![1]);
        chains[at] = Number(/Coref=(\d+)/.exec(row.misc)?.[1] ?? -1);
      }
      const { head, relation } = tree[position]!;
      heads[at] = head === 0 ? -1 : offset + head - 1;
      relations[at] = relationIndex(relation);
      tags[at] = tagIndex(known === undefined ? row.tag : silverTag(row.tag, tree[position]!.relation));
      lemmas.push(row.lemma);
      entities.push(known === undefined ? 'O' : row.entity);
      at += 1;
    }
    first[index + 1] = at;
    if (known !== undefined && index > 0 && /\n/.test(text.slice(ends[offset - 1], starts[offset]))) paragraph += 1;
    sentences.push({ start: starts[offset]!, end: ends[at - 1]!, kind: 'body', paragraph });
  }
  const forms = Array.from(starts, (start, word) => text.slice(start, ends[word]));
  const types = Int32Array.from(forms, (form) => typeOf(form, 0, form.length));
  const words: Words = { count, starts, ends, forms, lower: forms.map((form) => form.toLowerCase()), types, first };
  const published = { date: null, basis: 'unknown', candidates: [], evidence: [] } as const;
  const article: Article = { id, source: id, text, title: null, published, plain: true };
  return { id, article, sentences, words, syntax: { tags, heads, relations }, lemmas, entities, chains, genre };
}

/** Finds each word in the sentence's text; the words of a multiword token share its characters out in order. */
function place(rows: Row[], base: number, text: string, starts: Int32Array, ends: Int32Array, offset: number): void {
  let at = 0;
  for (let row = 0; row < rows.length; ) {
    const { surface, span } = rows[row]!;
    const found = text.indexOf(surface, at);
    if (found < 0) throw new Error(`"${surface}" is not in "${text}"`);
    at = found;
    const end = found + surface.length;
    for (let part = 0; part < span; part++) {
      const left = span - part - 1;
      const stop = left === 0 ? end : Math.max(at, Math.min(at + rows[row + part]!.form.length, end - left));
      starts[offset + row + part] = base + at;
      ends[offset + row + part] = base + stop;
      at = stop;
    }
    row += span;
  }
}

function tagIndex(tag: string): number {
  return (PENN_TAGS as readonly string[]).includes(tag) ? TAG[tag as keyof typeof TAG] : TAG.XX;
}

const MERGED: Readonly<Record<string, string>> = {
  ...{ 'nsubj:outer': 'nsubj', 'csubj:pass': 'csubj', 'csubj:outer': 'csubj', 'advcl:relcl': 'advcl' },
  ...{ 'nmod:npmod': 'nmod:unmarked', 'nmod:tmod': 'nmod:unmarked' },
  ...{ 'obl:npmod': 'obl:unmarked', 'obl:tmod': 'obl:unmarked' },
};

function relationIndex(name: string): number {
  const relation = MERGED[name] ?? name;
  if ((RELATIONS as readonly string[]).includes(relation)) return RELATION[relation as keyof typeof RELATION];
  const bare = relation.split(':')[0]!;
  return (RELATIONS as readonly string[]).includes(bare) ? RELATION[bare as keyof typeof RELATION] : RELATION.dep;
}

function articleTexts(part: 'train' | 'dev'): Map<string, string> {
  const lines = readFileSync(new URL(`eval/attributions/${part}.jsonl`, SHARED), 'utf8')
    .trimEnd()
    .split('\n');
  return new Map(
    lines.map((line) => {
      const { id, text } = JSON.parse(line) as { id: string; text: string };
      return [id, text];
    }),
  );
}
