/** The parts of a person's name: given names, surname with its particles, generation, nickname. */
import { fold } from '../names/gazetteer.ts';

export interface NameParts {
  /** Given names and initials, folded, without periods. */
  readonly given: readonly string[];
  /** The last word, folded, without article ("al-") or possessive: what a later short mention repeats. */
  readonly last: string;
  /** "jr", "sr", "iii" … */
  readonly generation: string | null;
  /** The nickname that stands in quotation marks inside the name, without them. */
  readonly nickname: string | null;
  /** All words as written, generation and nickname left out. */
  readonly words: readonly string[];
}

const GENERATION = /^(?:jr|sr|ii|iii|iv|vi{1,3}|ix|xi{1,3}|xiv|xv|xvi{0,3}|junior|senior)\.?$/i;
const NICKNAME = /(?<=\s)(?:["“‘']|``)([^"“”‘’']+)(?:["”’']|'')(?=\s)|(?<=\s)\(([^()]+)\)(?=\s)/u;
const ARTICLE = /^(?:al|el|ul|as|ar|an|ad|at|bin|ben)-(?=\p{L}{2})/iu;
const PARTICLE =
  /^(?:de|van|von|der|den|della|di|da|dos|das|du|la|le|el|al|bin|ibn|ben|abu|bint|ter|ten|af|av|zu|del|y|e)$/;

/** Particles that are first names too: at the head of a name, with a capital, they are taken for these. */
const ALSO_GIVEN = /^(?:Ben|Al)$/;

/** No word of a name has more letters. */
const MAX_WORD_LENGTH = 100;

/** A word as a key: folded, without periods, quotation marks, article and possessive. */
function key(word: string): string {
  return fold(word.slice(0, MAX_WORD_LENGTH))
    .replace(/['’]s?$/u, '')
    .replace(/^['"“‘(]+|['"”’).,]+$/gu, '')
    .replace(ARTICLE, '');
}

/** A name with a nickname in it is no longer, in UTF-16 code units. */
const MAX_NICKNAMED_LENGTH = 60;

/** Takes a name apart. `name` has at least one word. */
export function partsOf(name: string): NameParts {
  const marked = /["“‘'`(]/u.test(name) ? NICKNAME.exec(name.slice(0, MAX_NICKNAMED_LENGTH)) : null;
  const bare = marked ? name.replace(marked[0], '') : name;
  const all = bare.split(/[\s,]+/u).filter((word) => word !== '');
  const generation = all.length > 1 ? all.find((word, at) => at > 0 && GENERATION.test(word)) : undefined;
  const words = all.filter((word) => word !== generation);
  const keys = words.map(key);
  return {
    given: keys
      .slice(0, -1)
      .filter((word, at) => word !== '' && (!PARTICLE.test(word) || (at === 0 && ALSO_GIVEN.test(words[at]!)))),
    last: keys.at(-1) ?? '',
    generation: generation ? generation.toLowerCase().replace('.', '').replace('junior', 'jr') : null,
    nickname: marked?.[1] ?? marked?.[2] ?? null,
    words,
  };
}
