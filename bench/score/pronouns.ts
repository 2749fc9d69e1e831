/**
 * Pronouns against the machine-made coreference of the news (CoreNLP): how often we mean the same person where the silver
 * chain of a pronoun holds a PERSON. It measures agreement, not truth; `tests/people.cases.txt` holds the truth.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Article } from '../../src/document.ts';
import { analyse } from '../../src/extract.ts';
import { genderOfPronoun } from '../../src/people/kinds.ts';
import type { Figure, Row } from './figures.ts';

const SHARED = new URL('../../../shared/', import.meta.url);

/** A pronoun of the silver text and the places where its chain names a person; empty where it names none. */
export interface SilverPronoun {
  readonly start: number;
  /** Starts of the words that head the chain's person names. */
  readonly named: readonly number[];
  /** The chain holds nothing but pronouns: it tells neither who is meant nor that nobody named is. */
  readonly silent: boolean;
  /** It is the subject of a verb of speech. */
  readonly speaks: boolean;
}

export interface SilverText {
  readonly article: Article;
  readonly pronouns: readonly SilverPronoun[];
}

const SPEECH =
  /^(?:say|tell|add|ask|claim|argue|insist|warn|note|write|announce|explain|think|believe|tweet|state|suggest|deny|call)$/;

/** Reads the news with silver coreference, `train` or `dev`, for the articles whose text is known. */
export function readSilverPronouns(part: 'train' | 'dev'): SilverText[] {
  const texts = new Map<string, string>();
  for (const line of readFileSync(new URL(`eval/attributions/${part}.jsonl`, SHARED), 'utf8').split('\n')) {
    if (line === '') continue;
    const { id, text } = JSON.parse(line) as { id: string; text: string };
    texts.set(id, text);
  }
  const file = gunzipSync(readFileSync(new URL(`train/news/silver-${part}.conllu.gz`, SHARED))).toString('utf8');
  return file
    .split('# newdoc id = ')
    .slice(1)
    .flatMap((block) => {
      const id = block.slice(0, block.indexOf('\n'));
      const text = texts.get(id);
      return text === undefined ? [] : [{ article: articleOf(id, text), pronouns: readBlock(block) }];
    });
}

function articleOf(id: string, text: string): Article {
  const published = { date: null, basis: 'unknown', candidates: [], evidence: [] } as const;
  return { id, source: id, text, title: null, published, plain: true };
}

function readBlock(block: string): SilverPronoun[] {
  const named = new Map<string, number[]>();
  const described = new Set<string>();
  const found: { start: number; chain: string; speaks: boolean }[] = [];
  for (const sentence of block.split('\n\n')) {
    const rows = sentence
      .split('\n')
      .map((line) => line.split('\t'))
      .filter(({ length }) => length > 9);
    for (const columns of rows) {
      const chain = /Coref=(\d+)/.exec(columns[9]!)?.[1];
      if (chain === undefined) continue;
      const start = Number(/Start=(\d+)/.exec(columns[9]!)![1]);
      if (columns[5] === 'PERSON') named.set(chain, [...(named.get(chain) ?? []), start]);
      else if (columns[4]!.startsWith('NN')) described.add(chain);
      else if (genderOfPronoun(columns[1]!.toLowerCase()) !== null) {
        const verb = rows[Number(columns[6]) - 1];
        found.push({ start, chain, speaks: columns[7] === 'nsubj' && SPEECH.test(verb?.[2] ?? '') });
      }
    }
  }
  return found.map(({ start, chain, speaks }) => {
    const names = named.get(chain) ?? [];
    return { start, named: names, silent: names.length === 0 && !described.has(chain), speaks };
  });
}

/** Whom the silver chain means, by the names of ours that hold the heads of its names: the person with most of them, or -1. */
export function silverPerson(
  people: readonly { readonly mentions: readonly { start: number; end: number; kind?: string }[] }[],
  named: readonly number[],
): number {
  let best = -1;
  let most = 0;
  for (const [person, { mentions }] of people.entries()) {
    const votes = named.filter((at) =>
      mentions.some(({ start, end, kind }) => (kind ?? 'name') === 'name' && start <= at && at < end),
    ).length;
    if (votes > most) {
      most = votes;
      best = person;
    }
  }
  return best;
}

interface Counts {
  /** Pronouns whose silver chain names a person. */
  wanted: number;
  /** Of these, those we give the same person. */
  agreed: number;
  /** Of these, those we give somebody. */
  answered: number;
}

/** Our pronouns on the development news against CoreNLP's chains: all, and those that are the source of a statement. */
export function scorePronouns(): Row {
  const all: Counts = { wanted: 0, agreed: 0, answered: 0 };
  const sources: Counts = { wanted: 0, agreed: 0, answered: 0 };
  let documents = 0;
  for (const { article, pronouns } of readSilverPronouns('dev')) {
    documents += 1;
    const { people } = analyse(article);
    const meant = new Map(
      people.flatMap(({ mentions }, person) =>
        mentions.map(({ start, kind }) => [kind === 'pronoun' ? start : -1, person]),
      ),
    );
    for (const { start, named, speaks } of pronouns) {
      if (named.length === 0) continue;
      const wanted = silverPerson(people, named);
      const person = meant.get(start);
      for (const counts of speaks ? [all, sources] : [all]) {
        counts.wanted += 1;
        if (person !== undefined) counts.answered += 1;
        if (person !== undefined && person === wanted) counts.agreed += 1;
      }
    }
  }
  const figures = [
    figure('same person', all.agreed, all.wanted),
    figure('of those answered', all.agreed, all.answered),
    figure('speakers', sources.agreed, sources.wanted),
  ];
  return { set: 'silver-pronouns', layer: 'pronouns', documents, figures, peer: 'target 75', failures: [] };
}

function figure(label: string, right: number, of: number): Figure {
  const value = of === 0 ? null : (100 * right) / of;
  return { key: `silver-pronouns/pronouns/${label}`, label, value, count: false };
}
