/**
 * How sure the models must be of a reading. PolNeAR, on which they are trained, counts attitudes and deeds ("opposed the
 * plan", "wants to leave"); a reader of claims does not, so where nothing is said some readings need more, others never count.
 */
import { loadWords } from '../../lexicon.ts';
import { RELATION, TAG } from '../../syntax/labels.ts';
import { hashText } from './features.ts';
import { COMPLEMENT, complements } from './grammar.ts';
import type { Proposal } from './propose.ts';
import { stemHash } from './stem.ts';
import { tagSet, VERB, type View } from './view.ts';

const FINITE = tagSet('VBD', 'VBZ', 'VBP', 'MD');
const SPEAKER = new Set(['i', 'we', 'you', 'me', 'us'].map((word) => hashText(word)));
const NAMING = new Set(
  ['call', 'name', 'dub', 'title', 'label', 'term', 'publish', 'release'].map((word) => stemHash(word, hashText(word))),
);
/** "the talks, first reported by Tass,": who brought the news, not what it says. */
const PRINTING = new Set(['report', 'publish', 'print', 'release'].map((word) => stemHash(word, hashText(word))));
const CAPITAL = 1;
/** The share of words with a capital in a title of more than four. */
const TITLE_CASE = 0.6;
const PUNCTUATION = 4;
const FIRST_PERSON = new Set(['i', 'we', 'you', 'me', 'us', 'my', 'our', 'your'].map((word) => hashText(word)));
/**
 * From this share of its unquoted words a text speaks as "I" or "we": a letter, a speech, a court. News articles stay
 * below (of the training articles 96 in 100, median 0), other genres of the discourse set mostly above.
 */
const SPEAKS = 0.02;
/** Fewer such words are chance. */
const SPEAKS_LEAST = 4;
/** Without a statement, in such a text: wants and deeds are its story, nobody reports them. */
const OWN_STORY = 0.75;

/**
 * Where somebody is named and nothing is said: "opposed the plan". Cross-fitted training articles are as good with 0.36 here and
 * 0.28 for statements as with 0.32 for both (whole F1 66.7), and statements are what other genres have.
 */
const DEED = 0.37;

/** Where nobody is named and nothing is said: "one man was questioned", "the trial is expected in May". */
const NOBODY = 0.6;

const SAY = stemHash('say', hashText('say'));
const SPEAK = stemHash('speak', hashText('speak'));
const CALL = stemHash('call', hashText('call'));
const CALLING = new Set(['for', 'on', 'upon'].map((word) => hashText(word)));

let stems: ReadonlySet<number> | undefined;

function deeds(): ReadonlySet<number> {
  stems ??= new Set(
    Array.from(loadWords(new URL('./deeds.tsv', import.meta.url)), (word) => stemHash(word, hashText(word))),
  );
  return stems;
}

/** The confidence that a reading needs at least where `least` is asked for; above 1 where none is enough. */
export function neededConfidence(view: View, reading: Proposal, least: number): number {
  const { anchor, sourceFrom, sourceTo, content } = reading;
  const stem = view.stem[anchor]!;
  if (NAMING.has(stem) && isName(view, content)) return 2;
  const narrator = sourceTo - sourceFrom === 1 && SPEAKER.has(view.form[sourceFrom]!) && view.quotation[anchor]! < 0;
  if (speaksItself(view) && !states(view, content))
    return narrator && view.construct[anchor] === 0 ? 2 : Math.max(least, OWN_STORY);
  if (saysSomething(view, content)) return least;
  // "spoke anonymously to discuss internal matters": why, not what.
  if (stem === SPEAK && view.tag[content[0]!] === TAG.TO) return 2;
  if (VERB[view.tag[anchor]!] === 1 && (deeds().has(stem) || isPhoned(view, anchor, content))) return 2;
  if (PRINTING.has(stem) && view.tag[anchor] === TAG.VBN && content[0]! < anchor) return 2;
  // "Xhelili said Thompson, who …": the name with which a clause began that was not found.
  if (stem === SAY && view.tag[content[0]!] === TAG.NNP && content[0]! > anchor) return 2;
  if (sourceTo === sourceFrom && view.construct[anchor] === 0) return Math.max(least, NOBODY);
  return narrator && view.construct[anchor] === 0 ? 2 : Math.max(least, DEED);
}

/** "called the police", "called on Sunday": neither what it is called nor what somebody is called to do. */
function isPhoned(view: View, anchor: number, content: readonly number[]): boolean {
  if (view.stem[anchor] !== CALL || view.construct[anchor] !== 0) return false;
  for (let w = anchor + 1; w < content.at(-1)!; w += 1) if (view.tag[w] === TAG.TO) return false;
  const said = COMPLEMENT.infinitive | COMPLEMENT.participle | COMPLEMENT.quoteAfter | COMPLEMENT.quoteBefore;
  return (complements(view, anchor) & said) === 0 && !CALLING.has(view.form[anchor + 1] ?? 0);
}

const memo = new WeakMap<View, boolean>();

function speaksItself(view: View): boolean {
  let known = memo.get(view);
  if (known === undefined) {
    let all = 0;
    let own = 0;
    for (let w = 0; w < view.count; w += 1) {
      if (view.quotation[w]! >= 0 || (view.shape[w]! & PUNCTUATION) !== 0) continue;
      all += 1;
      if (FIRST_PERSON.has(view.form[w]!)) own += 1;
    }
    known = own >= SPEAKS_LEAST && own >= SPEAKS * all;
    memo.set(view, known);
  }
  return known;
}

/** True where the content holds a clause or quoted words. A verb right after "and" goes on with the cue's own clause. */
export function saysSomething(view: View, content: readonly number[]): boolean {
  for (let i = 0; i < content.length; i += 2) {
    for (let w = content[i]!; w < content[i + 1]!; w += 1) {
      if (FINITE[view.tag[w]!] === 1 && (w === 0 || view.tag[w - 1] !== TAG.CC)) return true;
      if (view.quotation[w]! >= 0 && view.tag[w] !== TAG['``']) return true;
    }
  }
  return false;
}

/** True where the content holds quoted words, or a clause that does more than describe a thing. */
function states(view: View, content: readonly number[]): boolean {
  for (let i = 0; i < content.length; i += 2) {
    for (let w = content[i]!; w < content[i + 1]!; w += 1) {
      if (view.quotation[w]! >= 0 && view.tag[w] !== TAG['``']) return true;
      const clause = FINITE[view.tag[w]!] === 1 && (w === 0 || view.tag[w - 1] !== TAG.CC);
      if (clause && !describes(view, w)) return true;
    }
  }
  return false;
}

/** True where the verb, or the one it helps, heads a relative clause. */
function describes(view: View, verb: number): boolean {
  const auxiliary = view.relation[verb] === RELATION.aux || view.relation[verb] === RELATION['aux:pass'];
  const head = auxiliary || view.relation[verb] === RELATION.cop ? view.head[verb]! : verb;
  return head >= 0 && view.relation[head] === RELATION['acl:relcl'];
}

/** True where all quoted words are a name or a title: the “Heroes’ March”, a column entitled “Why the Vote Is Late”. */
function isName(view: View, content: readonly number[]): boolean {
  let quoted = 0;
  let capitals = 0;
  for (let i = 0; i < content.length; i += 2) {
    for (let w = content[i]!; w < content[i + 1]!; w += 1) {
      if (view.quotation[w]! < 0 || (view.shape[w]! & 4) !== 0 || view.tag[w] === TAG.POS) continue;
      quoted += 1;
      if ((view.shape[w]! & CAPITAL) !== 0) capitals += 1;
    }
  }
  return quoted > 0 && (quoted <= 4 ? capitals === quoted : capitals >= TITLE_CASE * quoted);
}
