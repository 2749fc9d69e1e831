/** Names of bodies, and who speaks for them: one origin under several names. */
import { plainName } from './plain-name.ts';

/** Words that a firm's name is written with or without. */
const LEGAL = /\b(?:inc|incorporated|corp|corporation|co|company|ltd|limited|plc|llc|ag|gmbh|sa|group|holdings?)\b\.?/g;
const SMALL = /^(?:of|the|for|and|in|on|at|de|la|del|du|des|und|der|&)$/;

/** A name as a key: "Hewlett-Packard Co." and "the Hewlett Packard company" are one. */
export function bodyKey(name: string): string {
  const plain = plainName(name);
  const short = plain
    .replace(/[.,]/g, '')
    .replace(LEGAL, ' ')
    .replace(/[-\s]+/g, ' ')
    .trim();
  return short === '' ? plain : short;
}

/** Whether words are a name of their own: "Bank of England", and neither "military officials" nor "An airline". */
export function isBodyName(name: string): boolean {
  const words = name.replace(/^[Tt]he /, '').split(/\s+/);
  if (/^(?:an?|some|several|many|two|three|one|other)$/i.test(words[0]!) || words.length > MAX_BODY_WORDS) return false;
  return (
    /^\p{Lu}|^\p{Ll}?\p{Lu}/u.test(words[0]!) && words.every((word) => SMALL.test(word) || /\p{Lu}|^\d/u.test(word))
  );
}

/** A longer name is none of a body. */
const MAX_BODY_WORDS = 8;

/** Capitals in all words but particles: "the masked figure" and "Qiang’s mother" are no names. */
export function isPersonalName(name: string): boolean {
  if (/['’]s /.test(name) || !/\p{L}{2}/u.test(name)) return false;
  return name.split(' ').every((word) => /^["“‘(]?\p{Lu}/u.test(word) || PARTICLE.test(word));
}

const PARTICLE = /^(?:al|el|bin|ibn|abu|van|von|der|den|de|del|della|di|da|dos|du|la|le|y|e|ter|af)(?:-|$)/;

/** Whether two keys of bodies may be one: the words of the one are among those of the other, or its initials. */
export function sameBody(a: string, b: string): boolean {
  const [few, many] = [a.split(' '), b.split(' ')].sort((x, y) => x.length - y.length) as [string[], string[]];
  if (few.every((word) => many.includes(word))) return true;
  const initials = many.filter((word) => !SMALL.test(word)).map((word) => word[0]);
  return few.length === 1 && many.length > 1 && few[0]!.replaceAll('.', '') === initials.join('');
}

const OFFICE =
  '(?:spokes(?:man|woman|person|people)|CEO|[Cc]hief [Ee]xecutive(?: [Oo]fficer)?|[Cc]hairman|[Cc]hairwoman|[Cc]hair|[Pp]resident|[Dd]irector|[Mm]inister|[Ss]ecretary|[Cc]ommissioner|[Hh]ead)';
const NAME = "\\p{Lu}[\\p{L}\\p{N}&.’'-]*(?: (?:of |and |for )?\\p{Lu}[\\p{L}\\p{N}&.’'-]*){0,5}";
const SPOKEN_FOR = [
  new RegExp(`\\bspokes(?:man|woman|person|people) (?:for|of) (?:the )?(${NAME})`, 'u'),
  new RegExp(`^(?:[Aa]n? |[Tt]he |[Cc]urrent |[Ff]ormer )?(${NAME}?)(?:['’]s)? ${OFFICE}\\b`, 'u'),
];

/** For whom somebody speaks: "a spokeswoman for Apple", "Apple CEO Tim Cook"; null where the words do not say it. */
export function principalOf(words: string): string | null {
  for (const pattern of SPOKEN_FOR) {
    const name = pattern
      .exec(words.slice(0, 200))?.[1]
      ?.replace(/^The /, '')
      .replace(/['’]s?$/, '')
      .trim();
    if (name && isBodyName(name)) return name;
  }
  return null;
}
