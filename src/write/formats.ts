/** The output formats by name; a writer is loaded when it is asked for. */
import type { Format, FormatFile } from './format.ts';

const json: FormatFile = {
  extension: '.json',
  joined: false,
  load: async () => (await import('./json.ts')).writeJson,
};
const ndjson: FormatFile = {
  extension: 'articles.ndjson',
  joined: true,
  load: async () => (await import('./ndjson.ts')).writeNdjson,
};
const claims: FormatFile = {
  extension: 'claims.ndjson',
  joined: true,
  load: async () => (await import('./claims.ts')).writeClaims,
};
const csv: FormatFile = {
  extension: 'claims.csv',
  joined: true,
  load: async () => (await import('./csv.ts')).writeCsv,
  join: async () => (await import('./csv.ts')).joinCsv(),
};
const parquet: FormatFile = {
  extension: 'claims.parquet',
  joined: true,
  load: claims.load,
  join: async () => (await import('./parquet.ts')).joinParquet(),
};
const xlsx: FormatFile = {
  extension: 'claims.xlsx',
  joined: true,
  load: claims.load,
  join: async () => (await import('./xlsx.ts')).joinXlsx(),
};
const markdown: FormatFile = {
  extension: '.md',
  joined: false,
  load: async () => (await import('./markdown.ts')).writeMarkdown,
};
const bratText: FormatFile = {
  extension: '.brat.txt',
  joined: false,
  load: async () => (await import('./brat.ts')).writeBratText,
};
const brat: FormatFile = {
  extension: '.brat.ann',
  joined: false,
  load: async () => (await import('./brat.ts')).writeBrat,
};
const bratConfiguration: FormatFile = {
  extension: 'annotation.conf',
  joined: true,
  load: async () => () => '',
  join: async () => (await import('./brat.ts')).joinBratConfiguration(),
};
const webAnnotation: FormatFile = {
  extension: '.annotations.jsonld',
  joined: false,
  load: async () => (await import('./web-annotation.ts')).writeWebAnnotation,
};
const schemaOrg: FormatFile = {
  extension: '.schema.jsonld',
  joined: false,
  load: async () => (await import('./schema-org.ts')).writeSchemaOrg,
};
const text: FormatFile = {
  extension: '.txt',
  joined: false,
  load: async () => (await import('./text.ts')).writeText,
};
const html: FormatFile = {
  extension: '.html',
  joined: false,
  load: async () => (await import('./html/index.ts')).writeHtml,
};
const conllu: FormatFile = {
  extension: '.conllu',
  joined: false,
  load: async () => (await import('./conllu.ts')).writeConllu,
};

const labelStudio: FormatFile = {
  extension: 'label-studio.json',
  joined: true,
  load: async () => (await import('./label-studio.ts')).writeLabelStudio,
  join: async () => (await import('./label-studio.ts')).joinLabelStudio(),
};

export const FORMATS = {
  json: { what: 'one document an article, one mention a line', files: [json] },
  ndjson: { what: 'one document a line', files: [ndjson], stream: true },
  claims: {
    what: 'one claim a line, with its sources, people, dates and numbers in it',
    files: [claims],
    stream: true,
  },
  csv: { what: 'one claim a row, for spreadsheets', files: [csv], stream: true },
  xlsx: { what: 'the same as a workbook for Excel, days and numbers typed', files: [xlsx], binary: true, stream: true },
  parquet: {
    what: 'one claim a row, columns as in claims: DuckDB, pandas, Spark',
    files: [parquet],
    binary: true,
    stream: true,
  },
  markdown: { what: 'a table of who says what', files: [markdown], stream: true },
  text: { what: 'a page to read, marks under the words', files: [text], stream: true },
  html: { what: 'a page for browsers: the text with all that was found, the claims beside it', files: [html] },
  conllu: { what: 'words, tags and trees (Universal Dependencies)', files: [conllu], stream: true },
  brat: {
    what: 'a text and its annotations, for the annotation tool brat',
    files: [brat, bratText, bratConfiguration],
  },
  'label-studio': {
    what: 'tasks for Label Studio, to be put right there and given to --corrections',
    files: [labelStudio],
  },
  'web-annotation': { what: 'W3C Web Annotation, JSON-LD with positions and quotes', files: [webAnnotation] },
  'schema-org': { what: 'schema.org Claim and Quotation, JSON-LD', files: [schemaOrg] },
} as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof FORMATS;

/** @returns the files that these formats make in a folder, each once; with `json` comes `claims.ndjson` */
export function filesOf(names: readonly FormatName[]): FormatFile[] {
  const files = names.flatMap((name): readonly FormatFile[] =>
    name === 'json' ? [json, claims] : FORMATS[name].files,
  );
  return [...new Set(files)];
}
