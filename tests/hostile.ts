/** A finished article that is hard to write down: formulas, quotes, marks of every format, emoji, line ends. */
import type { Article, Layers, Span } from '../src/document.ts';
import { type Output, output as schema } from '../src/output.ts';
import { SCHEMA_VERSION } from '../src/schema-version.ts';

export const TEXT = `😀 Dam | "safe"

=1+1, he\tis <b>safe</b>, *Anna\u2028Weber* 🏔️ said, @cmd reports.\r\r“It; holds, \\ 30 m\r\nhigh”, -2 % said.

The “valley” 😀😀 was dry.
`;

const at = (piece: string, from = 0) => {
  const start = TEXT.indexOf(piece, from);
  if (start < 0) throw new Error(`${piece} is not in the text`);
  return { start, end: start + piece.length };
};
const cut = ({ start, end }: Span) => ({ start, end, text: TEXT.slice(start, end) });
const span = (piece: string) => cut(at(piece));

export const article: Article = {
  id: '=dam "one", 1',
  source: 'dam.md',
  text: TEXT,
  title: 'Dam | "safe" <script>',
  published: { date: '2024-05-06', basis: 'given', candidates: [], evidence: [] },
  plain: false,
};

const known = { resolved: true, how: 'name', candidates: [], role: null };

export const output: Output = schema.parse({
  schemaVersion: SCHEMA_VERSION,
  generator: { name: 'accordingto', version: '0.1.0' },
  article: {
    id: article.id,
    source: article.source,
    sha256: 'a'.repeat(64),
    length: TEXT.length,
    language: 'en',
    title: article.title,
    published: { ...article.published, candidates: [], evidence: [] },
  },
  sentences: [
    { ...span('😀 Dam | "safe"'), kind: 'heading' },
    { ...cut({ start: at('=1+1').start, end: at('reports.').end }), kind: 'body' },
    { ...cut({ start: at('“It;').start, end: at('-2 % said.').end }), kind: 'body' },
    { ...span('The “valley” 😀😀 was dry.'), kind: 'body' },
  ],
  people: [
    {
      id: 'p1',
      name: '+Anna\u2028Weber',
      aliases: ['Weber'],
      titles: [],
      age: 66,
      mentions: [
        { ...span('Anna\u2028Weber'), kind: 'name' },
        { ...span('It'), kind: 'pronoun' },
      ],
    },
  ],
  sources: [
    {
      id: 's1',
      name: '*Anna\u2028Weber* 🏔️',
      kind: 'person',
      person: 'p1',
      ...known,
      mentions: [{ ...span('*Anna\u2028Weber* 🏔️'), how: 'name' }],
    },
    {
      id: 's2',
      name: '@cmd',
      kind: 'news-agency',
      person: null,
      ...known,
      mentions: [{ ...span('@cmd'), how: 'name' }],
    },
    { id: 's3', name: '-2 %', kind: 'anonymous', person: null, ...known, mentions: [{ ...span('-2 %'), how: 'name' }] },
  ],
  dates: [{ id: 'd1', ...span('holds'), type: 'DATE', value: '2024-05', basis: 'relative', by: 'chrono' }],
  numbers: [
    {
      id: 'n1',
      ...span('30 m'),
      kind: 'measure',
      value: 30.5,
      min: 30.5,
      max: null,
      modifier: 'more-than',
      unit: 'm',
      counted: null,
      by: 'unit',
    },
    {
      id: 'n2',
      ...span('-2 %'),
      kind: 'percent',
      value: -2,
      min: -2,
      max: -2,
      modifier: null,
      unit: null,
      counted: 'votes',
      by: 'percent',
    },
  ],
  claims: [
    {
      id: 'c1',
      quotation: 'indirect',
      content: [span('=1+1'), span('he\tis <b>safe</b>')],
      attribution: [
        {
          source: 's1',
          span: span('*Anna\u2028Weber* 🏔️'),
          cue: { ...span('said'), lemma: 'say' },
          stance: 'states',
        },
        { source: 's2', span: span('@cmd'), cue: { ...span('reports'), lemma: 'report' }, stance: 'reports' },
      ],
      medium: null,
      people: [],
      dates: [],
      numbers: [],
      negated: false,
      hedged: true,
      statement: true,
      by: 'subject-verb-after',
      confidence: 0.97,
    },
    {
      id: 'c2',
      quotation: 'direct',
      content: [cut({ start: at('“It;').start, end: at('high”').end })],
      attribution: [
        {
          source: null,
          span: null,
          cue: { ...cut(at('said', at('-2 %').start)), lemma: 'say' },
          stance: 'denies',
        },
      ],
      medium: span('-2 %'),
      people: ['p1'],
      dates: ['d1'],
      numbers: ['n1'],
      negated: true,
      hedged: false,
      statement: true,
      by: 'quote',
      confidence: 1,
    },
    {
      id: 'c3',
      quotation: 'none',
      content: [span('The “valley” 😀😀 was dry')],
      attribution: [],
      medium: null,
      people: [],
      dates: [],
      numbers: [],
      negated: false,
      hedged: false,
      statement: true,
      by: 'own-voice',
      confidence: 1,
    },
  ],
  comparisons: [{ numbers: ['n1', 'n2'], relation: 'disagree', sources: ['s1', null], about: 'dam; = height' }],
  problems: [{ stage: 'dates', code: 'no-year', message: 'which "year"?', ...at('holds') }],
});

/** Only for formats that need no layers. */
export const finished = { output, article, layers: {} as Layers };
