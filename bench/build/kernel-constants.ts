/** What the kernels share with the program, written for them, since they cannot import its modules. */
import { ACCEPT_TEMPLATES, READING_COLUMNS } from '../../src/attributions/models/accept-templates.ts';
import { ANCHOR_TEMPLATES } from '../../src/attributions/models/anchor-templates.ts';
import { CONTENT_TEMPLATES } from '../../src/attributions/models/content-templates.ts';
import { FIELD_TEMPLATES } from '../../src/attributions/models/field-templates.ts';
import { CUT, FROM } from '../../src/attributions/models/origins.ts';
import { SOURCE_TEMPLATES } from '../../src/attributions/models/source-templates.ts';
import { COMPLEMENT, CONTENT_RELATION, SUBJECT } from '../../src/grammar/dependents.ts';
import { FINITE, IN_CHUNK, IN_NOUN_PHRASE, NOMINAL, VERB } from '../../src/grammar/encoded.ts';
import { hashText } from '../../src/grammar/hash.ts';
import { RELATION, TAG } from '../../src/syntax/labels.ts';
import { ALL_CAPITALS, CAPITAL, LETTER } from '../../src/syntax/types.ts';

const SYNTAX = {
  ...{ CC: TAG.CC, COMMA: TAG[','], DOLLAR: TAG.$, EX: TAG.EX, IN: TAG.IN, MD: TAG.MD, OPENING_QUOTE: TAG['``'] },
  ...{ PRP: TAG.PRP, QUOTE: TAG["''"], TO: TAG.TO, VB: TAG.VB, VBZ: TAG.VBZ, WDT: TAG.WDT, WRB: TAG.WRB },
  ...{ ROOT: RELATION.root, CAPITAL, ALL_CAPITALS, LETTER },
};

const READER_TAGS = {
  ...{ CC: TAG.CC, CLOSING_BRACKET: TAG['-RRB-'], COLON: TAG[':'], COMMA: TAG[','], IN: TAG.IN },
  ...{
    OPENING_BRACKET: TAG['-LRB-'],
    OPENING_QUOTE: TAG['``'],
    POS: TAG.POS,
    PRP_POSSESSIVE: TAG.PRP$,
    RB: TAG.RB,
    RBS: TAG.RBS,
    TO: TAG.TO,
  },
  ...{ VBG: TAG.VBG, WDT: TAG.WDT, WP: TAG.WP },
};

const SETS = { CONTENT_RELATION, FINITE, IN_CHUNK, IN_NOUN_PHRASE, NOMINAL, SUBJECT, VERB };

/** Words that the reader asks for, by what it calls them. */
const WORDS = {
  ...{ ACCORDING: 'according', AMPERSAND: '&', AND: 'and', AT: 'at', COLON: ':', COMMA: ',', FOR: 'for', FROM: 'from' },
  ...{
    HOW: 'how',
    IF: 'if',
    IN: 'in',
    OF: 'of',
    ON: 'on',
    SLASH: '/',
    STOP: '.',
    THAT: 'that',
    TO: 'to',
    WHAT: 'what',
  },
  ...{ CURLY_NT: 'n’t', NEITHER: 'neither', NEVER: 'never', NO: 'no', NOBODY: 'nobody', NONE: 'none', NOT: 'not' },
  ...{ NT: "n't", WHEN: 'when', WHETHER: 'whether', WHO: 'who', WHY: 'why', WITH: 'with' },
};

/** The numbers of names in their order. */
function numbered(names: readonly string[]): Record<string, number> {
  return Object.fromEntries(names.map((name, number) => [name, number]));
}

/** "nobody and stem", "acl:relcl", "withoutClause" as the name of a constant. */
function constantName(name: string): string {
  return name
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_')
    .replaceAll(/[^A-Za-z]+/g, '_')
    .toUpperCase();
}

function file(of: string, values: Readonly<Record<string, number>>): string {
  const lines = Object.entries(values).map(([name, value]) => `export const ${constantName(name)}: i32 = ${value};\n`);
  return `/** Made by \`npm run build\` of ${of}. */\n${lines.join('')}`;
}

/** Sets of labels as numbers of 64 bits. */
function setsFile(): string {
  const lines = Object.entries(SETS).map(([name, set]) => {
    const bits = set.reduce((sum, isIn, label) => (isIn === 1 ? sum | (1n << BigInt(label)) : sum), 0n);
    return `export const ${name}: u64 = 0x${bits.toString(16)};\n`;
  });
  return `/** Made by \`npm run build\` of \`src/grammar/\`: one bit a tag or relation. */\n${lines.join('')}`;
}

/** By path in the checkout, the files that the build writes for the kernels. */
export function kernelConstants(): ReadonlyMap<string, string> {
  const hashes = Object.fromEntries(Object.entries(WORDS).map(([name, word]) => [name, hashText(word)]));
  const models = '`src/attributions/models/';
  return new Map([
    ['kernels/syntax/constants.ts', file('`src/syntax/labels.ts` and `src/syntax/types.ts`', SYNTAX)],
    ['kernels/reader/made/acceptance.ts', file(`${models}accept-templates.ts\``, numbered(ACCEPT_TEMPLATES))],
    ['kernels/reader/made/complements.ts', file('`src/grammar/dependents.ts`', COMPLEMENT)],
    ['kernels/reader/made/contents.ts', file(`${models}content-templates.ts\``, numbered(CONTENT_TEMPLATES))],
    ['kernels/reader/made/cues.ts', file(`${models}anchor-templates.ts\``, numbered(ANCHOR_TEMPLATES))],
    ['kernels/reader/made/cuts.ts', file(`${models}origins.ts\``, CUT)],
    ['kernels/reader/made/fields.ts', file(`${models}field-templates.ts\``, numbered(FIELD_TEMPLATES))],
    ['kernels/reader/made/origins.ts', file(`${models}origins.ts\``, FROM)],
    ['kernels/reader/made/reading.ts', file(`${models}accept-templates.ts\``, numbered(READING_COLUMNS))],
    ['kernels/reader/made/relations.ts', file('`src/syntax/labels.ts`', RELATION)],
    ['kernels/reader/made/sets.ts', setsFile()],
    ['kernels/reader/made/sources.ts', file(`${models}source-templates.ts\``, numbered(SOURCE_TEMPLATES))],
    ['kernels/reader/made/tags.ts', file('`src/syntax/labels.ts`', READER_TAGS)],
    ['kernels/reader/made/words.ts', file('`src/grammar/hash.ts`', hashes)],
  ]);
}
