/**
 * Expressions whose work grows faster than their input, which is so short that it does not matter: the code that calls
 * them cuts it. Whoever changes the length there changes it here.
 */

/** Steps that the dearest input of a bounded expression may take: its length to the power of the degree. */
export const MOST_STEPS = 250_000;

export interface Bound {
  /** Relative to `src/`. */
  readonly file: string;
  /** How the expression begins. */
  readonly begins: string;
  /** The longest input, in UTF-16 code units. */
  readonly length: number;
  /** What keeps it so short. */
  readonly why: string;
}

const BESIDE_FIGURES = 'CONTEXT_LENGTH in numbers/refusals/refusal.ts';
const SOURCE_NAMES = 'MAX_NAME_LENGTH in source-kinds/index.ts';

const bound = (file: string, length: number, why: string, begins: string): Bound => ({ file, begins, length, why });

export const BOUNDED: readonly Bound[] = [
  bound('dates/parsers/chrono.ts', 24, 'isWord cuts what it looks at', String.raw`(?:['’]s?|\b(?:(?!(?:In|On`),
  bound('numbers/ages.ts', 48, 'the reader cuts what it looks at', String.raw`(?:[\p{Lu}][\p{L}’'.-]+`),
  bound('numbers/ellipsis.ts', 48, 'MAX_JOINT_LENGTH', String.raw`^[ \u00a0-]*(?:to|or`),
  bound('numbers/refusals/identifiers.ts', 48, BESIDE_FIGURES, String.raw`(?:https?:\/\/|www`),
  bound('numbers/refusals/identifiers.ts', 48, BESIDE_FIGURES, String.raw`(?:^|[^\p{L}\p{N}])(?:sub|minus`),
  bound('numbers/refusals/names.ts', 48, BESIDE_FIGURES, String.raw`(?<word>[\p{Lu}]`),
  bound('numbers/units.ts', 60, 'meets the names in units.tsv alone', '^(.*?)( (?:per'),
  bound('people/parts.ts', 100, 'MAX_WORD_LENGTH', '^[\'"“‘(]+'),
  bound('people/parts.ts', 60, 'MAX_NICKNAMED_LENGTH', String.raw`(?<=\s)(?:[`),
  bound('read/page/authors.ts', 500, 'MAX_NAMES_LENGTH', String.raw`\s*(?:,|;`),
  bound('read/page/title.ts', 500, 'MAX_TITLE_LENGTH', String.raw`\S+\s+\S+`),
  bound('read/page/title.ts', 500, 'MAX_TITLE_LENGTH', String.raw`\s+[|–—·»:-]`),
  bound('sentences/stops.ts', 16, 'isListMarker looks no further', String.raw`^\s*[-*•⁃]?\s*\(?`),
  bound('sentences/stops.ts', 24, 'LOOK_BACK', String.raw`[\p{L}\p{M}\p{N}][`),
  bound('sentences/stops.ts', 60, 'isAddress looks no further', String.raw`(?:[/@\\]|www`),
  bound('sentences/stops.ts', 60, 'isAddress looks no further', String.raw`\S*$`),
  bound('sources/directory.ts', 400, SOURCE_NAMES, String.raw`\s*\((\p{Lu}`),
  bound('source-kinds/index.ts', 400, SOURCE_NAMES, String.raw`\s*\(\p{Ll}[^()]*\)\s*`),
  bound('source-kinds/index.ts', 400, SOURCE_NAMES, String.raw`(?:^|\s)\p{Lu}[\p{L}`),
  bound('source-kinds/index.ts', 400, SOURCE_NAMES, '[.-]+$'),
  bound('source-kinds/index.ts', 400, SOURCE_NAMES, String.raw`\s+(?:of|in|into|at`),
  bound('sources/name.ts', 400, SOURCE_NAMES, String.raw`\s*(?:,\s*)?(?:the`),
  bound('sources/name.ts', 400, SOURCE_NAMES, String.raw`\s+(?:newspaper`),
  bound('sources/name.ts', 400, SOURCE_NAMES, String.raw`\s+(?:party`),
];
