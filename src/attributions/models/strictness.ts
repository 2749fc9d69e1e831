/**
 * How sure the models must be of a reading. PolNeAR, on which they are trained, counts attitudes and deeds ("opposed the
 * plan", "wants to leave"); a reader of claims does not, so where nothing is said the bar is higher.
 */
import { loadWords } from '../../lexicon.ts';
import { TAG } from '../../syntax/labels.ts';
import { hashText } from './features.ts';
import type { Proposal } from './propose.ts';
import { stemHash } from './stem.ts';
import { tagSet, VERB, type View } from './view.ts';

const FINITE = tagSet('VBD', 'VBZ', 'VBP', 'MD');
const SPEAKER = new Set(['i', 'we', 'you', 'me', 'us'].map((word) => hashText(word)));
const NAMING = new Set(['call', 'name', 'dub', 'title', 'label', 'term'].map((word) => stemHash(word, hashText(word))));
/** "the talks, first reported by Tass,": who brought the news, not what it says. */
const PRINTING = new Set(['report', 'publish', 'print'].map((word) => stemHash(word, hashText(word))));
const CAPITAL = 1;
/** Without a statement and without a construct that reads it too. */
const NOTHING_SAID = 0.44;

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
  if (saysSomething(view, content)) return least;
  if (VERB[view.tag[anchor]!] === 1 && deeds().has(stem)) return 2;
  if (PRINTING.has(stem) && view.tag[anchor] === TAG.VBN && content[0]! < anchor) return 2;
  if (view.construct[anchor] !== 0) return least;
  const narrator = sourceTo - sourceFrom === 1 && SPEAKER.has(view.form[sourceFrom]!) && view.quotation[anchor]! < 0;
  return narrator ? 2 : Math.max(least, NOTHING_SAID);
}

/** True where the content holds a clause or quoted words. A verb right after "and" goes on with the cue's own clause. */
function saysSomething(view: View, content: readonly number[]): boolean {
  for (let i = 0; i < content.length; i += 2) {
    for (let w = content[i]!; w < content[i + 1]!; w += 1) {
      if (FINITE[view.tag[w]!] === 1 && (w === 0 || view.tag[w - 1] !== TAG.CC)) return true;
      if (view.quotation[w]! >= 0 && view.tag[w] !== TAG['``']) return true;
    }
  }
  return false;
}

/** True where the last words are a quoted name and nothing else is said: the “Heroes’ March”. */
function isName(view: View, content: readonly number[]): boolean {
  let quoted = 0;
  for (let i = 0; i < content.length; i += 2) {
    for (let w = content[i]!; w < content[i + 1]!; w += 1) {
      if (view.quotation[w]! < 0 || (view.shape[w]! & 4) !== 0 || view.tag[w] === TAG.POS) continue;
      if ((view.shape[w]! & CAPITAL) === 0) return false;
      quoted += 1;
    }
  }
  return quoted > 0 && quoted <= 4;
}
