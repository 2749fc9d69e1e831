/**
 * `npm run train -- cues`: counts anew, on the training articles, how often each verb of `src/grammar/cue-verbs.tsv`
 * carries an attribution with each of its complements, and every word of `models/cues.tsv`. Verbs, stances, complements and past forms are chosen by hand and
 * stay; the counts are the tree's and the annotation's.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { readerKernel } from '../../../src/attributions/models/kernel.ts';
import { type Complement, cuesAt } from '../../../src/grammar/cue-verbs.ts';
import { kidOf } from '../../../src/grammar/dependents.ts';
import { type EncodedDocument, VERB } from '../../../src/grammar/encoded.ts';
import { hashText } from '../../../src/grammar/hash.ts';
import { RELATION } from '../../../src/syntax/labels.ts';
import { type Document, readDocuments } from './documents.ts';
import { cueLexicon, writeCues } from './lexicon.ts';

const FILE = new URL('../../../src/grammar/cue-verbs.tsv', import.meta.url);
const R = RELATION;

type Counts = Map<string, Map<Complement, [cues: number, seen: number]>>;

export function train(): void {
  const documents = readDocuments('polnear');
  writeCues(cueLexicon(documents, readDocuments('annotated', 'written')));
  const counts = countVerbs(documents);
  const lines = readFileSync(FILE, 'utf8').split('\n');
  writeFileSync(FILE, lines.map((line) => recounted(line, counts)).join('\n'));
}

/** A line of the lexicon with the counts found; comments stay as they are. */
function recounted(line: string, counts: Counts): string {
  if (line === '' || line.startsWith('#')) return line;
  const [lemma, stance, complements, ...rest] = line.split('\t');
  const found = complements!.split(' ').map((entry) => {
    const name = entry.split('=')[0] as Complement;
    const [cues, seen] = counts.get(lemma!)?.get(name) ?? [0, 0];
    return `${name}=${cues}/${seen}`;
  });
  return [lemma, stance, found.join(' '), ...rest].join('\t');
}

/** By verb and complement: uses whose verb is in an annotated cue, and all uses, those inside contents included. */
function countVerbs(documents: readonly Document[]): Counts {
  const counts: Counts = new Map();
  for (const { encoded, gold, layers } of documents) {
    const inCue = new Set(gold.flatMap(({ cue }) => cue));
    for (let w = 0; w < encoded.count; w += 1) {
      if (VERB[encoded.tag[w]!] !== 1 || kidOf(encoded, w, R['aux:pass']) >= 0) continue;
      const word = cuesAt(layers.words, w)[0];
      if (word === undefined) continue;
      const verb = counts.get(word.cue.lemma) ?? new Map<Complement, [number, number]>();
      counts.set(word.cue.lemma, verb);
      for (const complement of complementsAt(encoded, w)) {
        const [cues, seen] = verb.get(complement) ?? [0, 0];
        verb.set(complement, [cues + (inCue.has(w) ? 1 : 0), seen + 1]);
      }
    }
  }
  return counts;
}

const PREPOSITIONS = new Map(['of', 'for', 'as', 'to'].map((word) => [hashText(word), word]));
const TO = hashText('to');

/** What stands after the verb, by the names of the lexicon. */
function complementsAt(encoded: EncodedDocument, verb: number): Complement[] {
  const object = Math.max(kidOf(encoded, verb, R.obj), kidOf(encoded, verb, R.iobj)) > verb;
  const open = kidOf(encoded, verb, R.xcomp);
  const infinitive = open > verb && readerKernel(encoded).markOf(open) === TO;
  const found: Complement[] = [];
  if (kidOf(encoded, verb, R.ccomp) >= 0 || kidOf(encoded, verb, R.parataxis) >= 0) {
    found.push(object ? 'object-clause' : 'clause');
  } else if (infinitive) found.push(object ? 'object-to' : 'to');
  else if (object) found.push('noun');
  if (object && open > verb && !infinitive) found.push('predicate');
  for (const [word, phrase] of phrases(encoded, verb)) {
    if (word === 'to') found.push('to-noun');
    else if (word === 'as') found.push(VERB[encoded.tag[phrase]!] === 1 ? 'object-as' : 'as');
    else found.push(word as 'of' | 'for');
  }
  return found;
}

/** The first phrase with each of the prepositions that hangs on the verb or its object. */
function phrases(encoded: EncodedDocument, verb: number): Map<string, number> {
  const found = new Map<string, number>();
  for (const head of [verb, kidOf(encoded, verb, R.obj)]) {
    for (let k = head < 0 ? 0 : encoded.kidsFrom[head]!; head >= 0 && k < encoded.kidsFrom[head + 1]!; k += 1) {
      const kid = encoded.kids[k]!;
      const word = kid > verb ? PREPOSITIONS.get(readerKernel(encoded).markOf(kid)) : undefined;
      if (word !== undefined && !found.has(word) && encoded.relation[kid] !== R.xcomp) found.set(word, kid);
    }
  }
  return found;
}
