/** The kind of a source, from its words, its names and its tags. */
import { type Article, contains, type Layers, type SourceKind, type Span, slice, wordAt } from '../document.ts';
import { headOf, kindOfWords } from '../source-kinds/index.ts';
import { TAG } from '../syntax/labels.ts';
import { introducedName, namesIn } from './proper.ts';

const PERSONAL = new Set(['he', 'she', 'i', 'him', 'her', 'his', 'you', 'me', 'my', 'himself', 'herself']);
const SPOKE =
  'speaking|talking|requesting|seeking|asking|on condition|who (?:spoke|asked|declined|requested|was not|were not)';
const NOT_NAMED = 'anonym|not to be|be named|be identified|authori[sz]ed';
/** ", speaking on condition of anonymity" right after the source. */
const WITHHELD_AFTER = new RegExp(String.raw`^\s*,\s*(?:${SPOKE})[^,.]*\b(?:${NOT_NAMED})`, 'iu');
/** "Dilip Rao, who …": somebody, whatever the tagger takes the name for. */
const FULL_NAME = /^\p{Lu}[\p{L}.'’-]+ \p{Lu}[\p{L}.'’-]+(?:, who\b.*)?$/u;
const WHO_AFTER = /^,? who\b/u;
const PLURAL = new Set([
  'they',
  'we',
  'them',
  'their',
  'our',
  'us',
  'those',
  'these',
  'others',
  'many',
  'some',
  'most',
  'few',
]);

/**
 * The kind of a source.
 *
 * @param named the source is a person whom the article names
 */
export function kindOf(
  article: Article,
  layers: Pick<Layers, 'words' | 'syntax' | 'names'>,
  span: Span,
  named: boolean,
): SourceKind {
  const text = slice(article, span);
  const words = kindOfWords(text);
  if (words === 'anonymous' || isWithheldAfter(article.text, span.end)) return 'anonymous';
  const part = kindOfPart(text);
  if (part) return part;
  const opener = firstWord(text);
  if (named || (opener.length === text.length && isIn(PERSONAL, opener))) return 'person';
  if (isIn(PLURAL, opener) && text !== 'US') return words ?? 'group';
  const paper = (words === null || NO_PAPER.has(words)) && MASTHEAD.test(headOf(text));
  if (paper && ofName(layers, span, text) !== 'person') return 'media';
  if ((words === null || words === 'person') && introducedName(article, layers, span)) return 'organization';
  if (words) return words;
  if (text.startsWith('@')) return 'person';
  if (/^(?:more than |about |some |nearly |almost |only )?\d/iu.test(text)) return 'group';
  if (FULL_NAME.test(text) && (text.includes(', who ') || WHO_AFTER.test(article.text.slice(span.end, span.end + 8))))
    return 'person';
  return ofName(layers, span, text) ?? ofTag(layers, span, text);
}

/** What "star", "mail" and the like are in small letters. */
const NO_PAPER: ReadonlySet<SourceKind> = new Set(['person', 'document']);

const PART = /^(\S+) of (?:them|us|you)\b/iu;

/** "One of them" is somebody, "some of them" are several; null where a source is no part of those named before. */
export function kindOfPart(text: string): SourceKind | null {
  const part = PART.exec(text)?.[1]?.toLowerCase();
  return part === undefined ? null : part === 'one' || part === 'another' ? 'person' : 'group';
}

/** Last words of papers' and stations' names: in the training texts at least three of each, and hardly one of another kind. */
const MASTHEADS = [
  'Argus|Beacon|Bulletin|Chronicle|Courier|Daily|Dispatch|Echo|Enquirer|Examiner|Gazette|Globe|Guardian|Herald|Independent',
  'Inquirer|Intelligencer|Journal|Kurier|Ledger|Magazine|Mail|Mercury|Mirror|News|Observer|Online|Post|Radio|Record|Recorder',
  'Register|Sentinel|Spectator|Standard|Star|Statesman|Sun|TV|Telegraph|Times|Tribune|Weekly|Zeitung',
].join('|');
const MASTHEAD = new RegExp(String.raw`^(?:[Tt]he|\p{Lu}\S*)(?:\s\p{Lu}\S*)*[\s-](?:${MASTHEADS})(?:['’]s?)?$`, 'u');

const [SPACE, COMMA, PAST_ASCII] = [0x20, 0x2c, 0x80] as const;

function isWithheldAfter(text: string, end: number): boolean {
  let next = end;
  while (text.charCodeAt(next) === SPACE) next += 1;
  // A plain character that is no comma settles it for nearly all sources.
  const code = text.charCodeAt(next);
  if (code > SPACE && code < PAST_ASCII && code !== COMMA) return false;
  const after = text.slice(end, end + 80);
  return after.trimStart().startsWith(',') && WITHHELD_AFTER.test(after);
}

/** The longest word of the two sets, in letters. */
const LONGEST = 7;

function isIn(set: ReadonlySet<string>, word: string): boolean {
  return word.length <= LONGEST && set.has(word.toLowerCase());
}

function firstWord(text: string): string {
  const end = text.indexOf(' ');
  return end < 0 ? text : text.slice(0, end);
}

/** What the name tagger says of the name in the head of the phrase. */
function ofName(layers: Pick<Layers, 'names'>, span: Span, text: string): SourceKind | null {
  const head = { start: span.start, end: span.start + headOf(text).length };
  const inside = namesIn(layers, span);
  const name =
    inside.findLast((candidate) => contains(head, candidate)) ??
    (inside[0]?.start === span.start ? inside[0] : undefined);
  if (!name) return null;
  if (name.kind === 'person') return 'person';
  if (name.kind === 'organization') return 'organization';
  return name.kind === 'place' ? 'government' : null;
}

/** Plural common nouns are groups, singular ones persons; a proper name that is no person of the article is a body. */
function ofTag({ words, syntax }: Pick<Layers, 'words' | 'syntax'>, span: Span, text: string): SourceKind {
  const head = headOf(text);
  const tag = syntax.tags[wordAt(words, span.start + head.length - 1)];
  if (tag === TAG.NNS || tag === TAG.NNPS) return tag === TAG.NNPS && /^the\s/iu.test(text) ? 'organization' : 'group';
  if (tag !== TAG.NNP) return text.toLowerCase() === 'it' ? 'organization' : 'person';
  return 'organization';
}
