/** The stance of a link: how its source stands to what it says. */
import type { Stance } from '../document.ts';
import { verbStance } from '../grammar/cue-verbs.ts';
import { loadLexicon } from '../lexicon.ts';

let others: ReadonlyMap<string, Stance> | null = null;

function lexicon(): ReadonlyMap<string, Stance> {
  others ??= new Map(
    loadLexicon(new URL('./stance.tsv', import.meta.url)).map(([word, stance]) => [word!, stance as Stance]),
  );
  return others;
}

const NEGATED: Partial<Record<Stance, Stance>> = {
  denies: 'confirms',
  believes: 'denies',
  supports: 'criticises',
  confirms: 'declines',
  states: 'declines',
  promises: 'declines',
};

/** A cue that ends in a form no noun has. */
const VERB_FORM = /(?:ed|ing)$/u;

/**
 * The stance of a cue.
 *
 * @param lemma the cue in its base form with its particle, or a noun, adjective or preposition
 * @param cue the cue as written: "did not deny" turns the stance
 */
export function stanceOf(lemma: string, cue: string): Stance {
  const verb = verbStance(lemma) ?? verbStance(lemma.split(' ')[0]!);
  // "calling him a liar" makes no demand, "a call for elections" does.
  const noun = verb !== null && VERB_FORM.test(cue) ? null : lexicon().get(lemma);
  const stance = noun ?? verb ?? 'states';
  return /\b(?:not|never|neither)\b|n[’']t\b/iu.test(cue) ? (NEGATED[stance] ?? stance) : stance;
}
