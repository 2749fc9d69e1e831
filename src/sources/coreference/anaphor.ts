/** What a source leaves open: a pronoun, a role, a common noun for somebody or something named elsewhere. */
import { type Article, type Layers, type SourceKind, type Span, slice } from '../../document.ts';
import { type Gender, genderOfWord } from '../../people/gender.ts';
import { isOffice } from '../../people/titles.ts';
import { headOf, isDemonym, kindOfWords, knownName } from '../../source-kinds/index.ts';
import { TAG } from '../../syntax/labels.ts';
import { introducedName, namesIn } from '../proper.ts';

/**
 * The classes of anaphors; each has weights of its own beside those that all share. `introduced`: somebody whom the text may
 * name after it ("A police spokesman said so. … Karl Weber, the spokesman, added").
 */
export const CLASSES = [
  'he',
  'they',
  'it',
  'who',
  'person',
  'withheld',
  'body',
  'group',
  'document',
  'thing',
  'introduced',
] as const;
export type AnaphorClass = (typeof CLASSES)[number];

export interface Anaphor {
  readonly kind: AnaphorClass;
  readonly gender: Gender;
  /** The kind of source that its words tell; null for a pronoun and where they tell none. */
  readonly source: SourceKind | null;
  /** The head, as an index into `Words`. */
  readonly head: number;
  /** The head noun in lower case; null for a pronoun. */
  readonly noun: string | null;
  /** The words before the head noun in lower case, without determiner. */
  readonly modifiers: readonly string[];
  /** Those of them that have a capital. */
  readonly names: readonly string[];
  /** A determiner, a noun and no more. */
  readonly bare: boolean;
  /** `the`, `this`, a possessive, `a` or `an`, none. */
  readonly determiner: 'the' | 'this' | 'own' | 'a' | 'none';
  /** What stands behind the head inside the source: nothing, a comma and more, a preposition or a clause. */
  readonly behind: 'nothing' | 'comma' | 'more';
  /** Whoever is named next can be meant, not only who has the noun as title. */
  readonly opens: boolean;
}

const PRONOUNS = new Map<string, readonly [AnaphorClass, Gender]>([
  ...['he', 'him', 'his', 'himself'].map((word) => [word, ['he', 'm']] as const),
  ...['she', 'her', 'hers', 'herself'].map((word) => [word, ['he', 'w']] as const),
  ...['they', 'them', 'their', 'themselves', 'both'].map((word) => [word, ['they', null]] as const),
  ...['it', 'its', 'itself'].map((word) => [word, ['it', null]] as const),
  ...['who', 'whom', 'whose', 'which', 'that'].map((word) => [word, ['who', null]] as const),
]);
const DETERMINER = /^(?:the|this|that|these|those|both|his|her|its|their|our|my)$/;
const OWNERS = /^(?:his|her|its|their|our|my)$/;
/** Offices that stand without an article. */
const BARE_OFFICE = /^(?:PM|President|Prime Minister|Chancellor|Premier|Mayor|Governor)$/u;
const INITIALS = /^\p{Lu}{2,4}$/u;
const KINDS = {
  person: 'person',
  anonymous: 'withheld',
  government: 'body',
  organization: 'body',
  media: 'body',
  'news-agency': 'body',
  group: 'group',
  document: 'document',
} as const;

/**
 * Reads a source as an anaphor; null where its own words name it, or where it brings in somebody new ("a spokesman").
 *
 * @param heading it stands in a heading, where nouns do without their article: "Strike will go on, says union"
 */
export function readAnaphor(
  article: Article,
  layers: Pick<Layers, 'words' | 'syntax' | 'names'>,
  span: Span,
  first: number,
  last: number,
  heading: boolean,
): Anaphor | null {
  const { words, syntax } = layers;
  const text = slice(article, span);
  const lower = text.toLowerCase();
  // The World Health Organization is no pronoun.
  const pronoun = text === 'WHO' ? undefined : PRONOUNS.get(lower);
  if (pronoun) return pronounAnaphor(pronoun, first);
  const opener = words.lower[first]!;
  const owned = isOwned(layers, first, last);
  const office = BARE_OFFICE.test(text);
  const core = headOf(text);
  const headline = heading && /^\p{Lu}?\p{Ll}+(?: \p{Ll}+)?$/u.test(text) && isBody(kindOfWords(text));
  if (!DETERMINER.test(opener) && owned < 0 && !office && !headline) return null;
  const end = span.start + core.length;
  const head = headWord(words, first, last, end);
  const demonym = head > first && isDemonym(words.forms[head]!);
  const aged = AGED.test(core);
  if (!isNoun(syntax.tags[head]!) && !office && !demonym && !aged) return null;
  if (knownName(text) || knownName(core)) return null;
  const noun = words.lower[head]!;
  const capital = /^\p{Lu}/u.test(words.forms[head]!);
  if (!office && capital && head > first && !isOffice(noun) && !demonym) return null;
  // "The Tory MP" is a name to the tagger.
  const initials = head > first && INITIALS.test(words.forms[head]!) && isOffice(noun);
  const ofName = ({ start, end }: Span): boolean => start <= words.starts[head]! && words.ends[head]! <= end;
  if (!demonym && !initials && namesIn(layers, span).some(ofName)) return null;
  if (!initials && introducedName(article, layers, span)) return null;
  const start = owned >= 0 ? owned + 1 : office || headline ? first : first + 1;
  const rest = text.slice(core.length);
  const clause = /^,\s+(?:which|whose|who)\s/u.test(rest);
  const names = words.forms.slice(start, head).filter((form) => /^\p{Lu}/u.test(form));
  const kind = kindOfWords(text);
  // "The AFP news agency" names itself; "the US agency" and "the GOP candidate" do not.
  const whose = names.length === 0 || kind === 'person' ? null : knownName(names.join(' '));
  if (whose && whose.kind !== 'government') return null;
  const plural = syntax.tags[head] === TAG.NNS || syntax.tags[head] === TAG.NNPS;
  return {
    kind: kind === null ? (plural ? 'group' : 'thing') : KINDS[kind],
    gender: genderOfWord(noun),
    source: kind,
    head,
    noun,
    modifiers: words.lower.slice(start, head).filter((word) => /^[\p{L}\p{N}]/u.test(word)),
    names: names.map((form) => form.toLowerCase()),
    bare: (head - start === 0 && (head === last || clause)) || aged,
    determiner:
      owned >= 0 || OWNERS.test(opener) ? 'own' : headline ? 'none' : opener === 'the' || office ? 'the' : 'this',
    behind: behindOf(rest),
    opens: false,
  };
}

function pronounAnaphor([kind, gender]: readonly [AnaphorClass, Gender], head: number): Anaphor {
  const none = {
    source: null,
    noun: null,
    modifiers: [],
    names: [],
    determiner: 'none',
    behind: 'nothing',
    opens: false,
  } as const;
  return { kind, gender, head, bare: true, ...none };
}

/** What the words behind the head are. */
export const behindOf = (rest: string): Anaphor['behind'] =>
  rest === '' ? 'nothing' : /^\s*[,(]/u.test(rest) ? 'comma' : 'more';

/** The last word of a source that begins before an offset. */
export function headWord({ starts }: Layers['words'], first: number, last: number, end: number): number {
  let head = last;
  while (head > first && starts[head]! >= end) head -= 1;
  return head;
}

const isBody = (kind: SourceKind | null): boolean => kind !== null && KINDS[kind] === 'body';

/** "The 24-year-old", whose last part is no noun. */
const AGED = /-year-old$/u;

const isNoun = (tag: number): boolean => tag >= TAG.NN && tag <= TAG.NNPS;

/** "Fan's lover": the place of the possessive ending before the head, or -1. */
function isOwned({ words, syntax }: Pick<Layers, 'words' | 'syntax'>, first: number, last: number): number {
  for (let word = first + 1; word < Math.min(last, first + 5); word += 1) {
    if (syntax.tags[word] === TAG.POS) return word;
    if (!/^\p{Lu}/u.test(words.forms[word]!)) return -1;
  }
  return -1;
}
