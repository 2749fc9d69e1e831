/**
 * `npm run train -- cues`: counts anew, on the training articles, how often each verb of `src/attributions/cues.tsv`
 * carries an attribution with each of its complements. Verbs, stances, complements and past forms are chosen by hand and
 * stay; the counts are the tree's and the annotation's.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { type Complement, cuesAt } from '../../../src/attributions/cues.ts';
import { hashText } from '../../../src/attributions/models/features.ts';
import { kidOf, markOf } from '../../../src/attributions/models/grammar.ts';
import { VERB, type View } from '../../../src/attributions/models/view.ts';
import { RELATION } from '../../../src/syntax/labels.ts';
import { type Document, readDocuments } from './documents.ts';

const FILE = new URL('../../../src/attributions/cues.tsv', import.meta.url);
const R = RELATION;

type Counts = Map<string, Map<Complement, [cues: number, seen: number]>>;

export function train(): void {
  const documents = readDocuments();
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
  for (const { view, gold, layers } of documents) {
    const inCue = new Set(gold.flatMap(({ cue }) => cue));
    for (let w = 0; w < view.count; w += 1) {
      if (VERB[view.tag[w]!] !== 1 || kidOf(view, w, R['aux:pass']) >= 0) continue;
      const word = cuesAt(layers.words, w)[0];
      if (word === undefined) continue;
      const verb = counts.get(word.cue.lemma) ?? new Map<Complement, [number, number]>();
      counts.set(word.cue.lemma, verb);
      for (const complement of complementsAt(view, w)) {
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
function complementsAt(view: View, verb: number): Complement[] {
  const object = Math.max(kidOf(view, verb, R.obj), kidOf(view, verb, R.iobj)) > verb;
  const open = kidOf(view, verb, R.xcomp);
  const infinitive = open > verb && markOf(view, open) === TO;
  const found: Complement[] = [];
  if (kidOf(view, verb, R.ccomp) >= 0 || kidOf(view, verb, R.parataxis) >= 0) {
    found.push(object ? 'object-clause' : 'clause');
  } else if (infinitive) found.push(object ? 'object-to' : 'to');
  else if (object) found.push('noun');
  if (object && open > verb && !infinitive) found.push('predicate');
  for (const [word, phrase] of phrases(view, verb)) {
    if (word === 'to') found.push('to-noun');
    else if (word === 'as') found.push(VERB[view.tag[phrase]!] === 1 ? 'object-as' : 'as');
    else found.push(word as 'of' | 'for');
  }
  return found;
}

/** The first phrase with each of the prepositions that hangs on the verb or its object. */
function phrases(view: View, verb: number): Map<string, number> {
  const found = new Map<string, number>();
  for (const head of [verb, kidOf(view, verb, R.obj)]) {
    for (let k = head < 0 ? 0 : view.kidsFrom[head]!; head >= 0 && k < view.kidsFrom[head + 1]!; k += 1) {
      const kid = view.kids[k]!;
      const word = kid > verb ? PREPOSITIONS.get(markOf(view, kid)) : undefined;
      if (word !== undefined && !found.has(word) && view.relation[kid] !== R.xcomp) found.set(word, kid);
    }
  }
  return found;
}
