/** What a claim says of whom: the verb of its main clause, with its subject and its objects, from its tree. */
import { mainVerb, wordsIn } from '../claims/main-verb.ts';
import type { Article, Layers } from '../document.ts';
import { findSyntax } from '../syntax/index.ts';
import { memberTable, RELATION } from '../syntax/labels.ts';
import { findWords } from '../syntax/words.ts';
import { readDetail, type ToldClaim, textOf } from './told.ts';
import { stemsIn } from './words.ts';

/** Words of these relations are not the verb that says what happens, but depend on it. */
const OF_VERB = memberTable(RELATION.aux, RELATION['aux:pass'], RELATION.cop);
const SUBJECTS = memberTable(RELATION.nsubj, RELATION['nsubj:pass'], RELATION['obl:agent'], RELATION.csubj);
/** Also the subject of a passive: what is bought and what somebody buys are one thing. */
const OBJECTS = memberTable(
  ...[RELATION.obj, RELATION.iobj, RELATION.obl, RELATION.xcomp, RELATION.ccomp, RELATION['nsubj:pass']],
);

/** Hashes of the stems that have a role in a claim; of a phrase that of the word on which it hangs. */
export interface Roles {
  /** The verb, or the noun or adjective of which "is" says it; empty where there is none. */
  readonly verb: readonly number[];
  readonly subject: readonly number[];
  readonly object: readonly number[];
}

const known = new WeakMap<ToldClaim, Roles>();

/** @returns the roles in a claim; it is parsed at the first call, which takes longer than all else that is done with it */
export function rolesIn(claim: ToldClaim): Roles {
  const before = known.get(claim);
  if (before !== undefined) return before;
  const roles = read(textOf(readDetail(claim).claim));
  known.set(claim, roles);
  return roles;
}

const NONE: Roles = { verb: [], subject: [], object: [] };

function read(text: string): Roles {
  const article: Article = { id: '', source: '-', text, title: null, published: PUBLISHED, plain: true };
  const sentence = { start: 0, end: text.length };
  const words = findWords(article, { sentences: [{ ...sentence, kind: 'body', paragraph: 0 }] });
  const layers = { words, syntax: findSyntax(article, { sentences: [], words }) };
  const inside = wordsIn(layers, [sentence]);
  const verb = governor(layers, mainVerb(layers, [sentence], inside));
  if (verb < 0) return NONE;
  const { heads, relations } = layers.syntax;
  const of = (table: Uint8Array) => inside.filter((word) => heads[word] === verb && table[relations[word]!] === 1);
  const hashes = (places: readonly number[]) =>
    places.flatMap((word) => stemsIn(words.forms[word]!)).map(({ hash }) => hash);
  return { verb: hashes([verb]), subject: hashes(of(SUBJECTS)), object: hashes(of(OBJECTS)) };
}

const PUBLISHED = { date: null, basis: 'unknown', candidates: [], evidence: [] } as const;

/** "has been sold", "is alive": the word that says what happens. */
function governor({ syntax: { heads, relations } }: Pick<Layers, 'syntax'>, verb: number): number {
  return verb >= 0 && OF_VERB[relations[verb]!] === 1 ? heads[verb]! : verb;
}
