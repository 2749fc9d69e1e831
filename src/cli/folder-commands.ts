/** The commands that read what runs wrote: pages, claims across articles, a draft, queries, what changed. */
import { Option } from 'commander';
import { CORROBORATION, CORROBORATION_FORMATS } from '../corroboration-formats.ts';
import { FIELDS } from '../diff/fields.ts';
import { PRINTS as DIFF_PRINTS } from '../diff/prints.ts';
import { describeTables } from '../query/describe.ts';
import { PRINTS } from '../query/prints.ts';
import { READABLE } from '../read/format.ts';
import type { CommandEntry } from './entry.ts';
import { corroborationFormats, fields, folder, seconds, size } from './options.ts';

export const FOLDER_COMMANDS: readonly CommandEntry[] = [
  {
    name: 'report',
    summary: 'make pages for a browser out of what a run wrote',
    operands: [['[out]', 'the folder that extract wrote (default: out)']],
    options: () => [
      new Option('-o, --out <folder>', 'write there (default: report in the folder that is read)').argParser(folder),
      new Option('--register <file>', 'who is who, as for corroborate'),
      new Option('-q, --quiet', 'no progress and no summary; what fails is still said'),
    ],
    examples: [
      ['accordingto report out', 'out/report/index.html, and a page for each article'],
      ['accordingto report out --out public', 'the same in the folder public'],
    ],
    notes: `Run it where extract ran: pages show the text of the input files while these are there and unchanged.
Exit codes: 0 all well, 1 some outputs could not be read, 66 nothing to show, 74 the report cannot be written.`,
    load: async () => (await import('./report.ts')).runReport,
  },
  {
    name: 'corroborate',
    summary: 'find the claims that several articles make, and how many origins each has',
    operands: [['[out]', 'the folder that extract wrote (default: out)']],
    options: () => [
      new Option('-o, --out <folder>', `write there (default: ${CORROBORATION} in the folder that is read)`).argParser(
        folder,
      ),
      new Option('-f, --format <names>', 'what to write, several with commas, see below')
        .argParser(corroborationFormats)
        .default(['ndjson'], 'ndjson'),
      new Option('--register <file>', 'who is who, as register.tsv: name, kind, same-as, owner, id'),
      new Option('-q, --quiet', 'no progress and no summary; what fails is still said'),
    ],
    lists: { '--format': Object.keys(CORROBORATION_FORMATS) },
    examples: [
      ['accordingto corroborate out', 'out/corroboration/clusters.ndjson, register.ndjson, copies.ndjson'],
      ['accordingto corroborate out --format csv,gexf', 'tables for a spreadsheet, a graph for Gephi'],
      [
        `accordingto query out "SELECT gist, articles, speakers_min, speakers_max FROM clusters WHERE list_contains(flags, 'single-origin') ORDER BY articles DESC"`,
        'what many repeat and one said',
      ],
    ],
    notes: `Formats:
${Object.entries(CORROBORATION_FORMATS)
  .map(([name, what]) => `  ${name.padEnd(14)}  ${what}`)
  .join('\n')}

Speakers and hearings are intervals, at least and at most: two unnamed sources may be one man. Independent does not mean
true, and one origin does not mean false.
The register has tabs between its columns, their names in the first line; a name of it wins over what the articles say.
Exit codes: 0 all well, 1 some outputs could not be read, 66 nothing to read, 74 it cannot be written.`,
    load: async () => (await import('./corroborate.ts')).runCorroborate,
  },
  {
    name: 'check',
    summary: 'compare the quotations of a draft with transcripts, releases and earlier copy',
    operands: [['<draft>', `an article, or - for standard input (${READABLE})`]],
    options: () => [
      new Option(
        '-a, --against <paths...>',
        'files, folders or patterns in which the quotations should stand',
      ).makeOptionMandatory(),
      new Option('-f, --format <name>', 'how to print what was found').choices(['text', 'json']).default('text'),
      new Option('-q, --quiet', 'only what is not verbatim'),
    ],
    examples: [
      ['accordingto check draft.md --against transcripts/', 'each quotation: verbatim, edited, spliced, not found …'],
      [
        `accordingto check draft.md -a releases/ -f json | jq -r '.[] | select(.status != "verbatim").text'`,
        'what to look at',
      ],
    ],
    notes: `  verbatim       word for word, or with changes that dots and brackets show
  edited         words were changed and nothing shows it
  spliced        joined from places that are apart
  elided-over    what dots or a cut leave out turns the sense: a not, a may
  other-speaker  somebody else said it there
  not-found      in none of the texts
Case, punctuation and quotation marks do not count; quotations of one word are not looked for.
Exit codes: 0 all verbatim, 1 something is not, 2 wrong usage, 66 nothing to read.`,
    load: async () => (await import('./check.ts')).runCheck,
  },
  {
    name: 'query',
    summary: 'ask the claims of a run in SQL',
    operands: [
      ['<out>', 'a folder that extract wrote, or one .json or .ndjson file of it'],
      ['[sql]', "the query, in DuckDB's SQL; without it, or as -, it comes from standard input"],
    ],
    options: () => [
      new Option('-f, --format <name>', 'how to print the rows (default: table on a terminal, else csv)').choices(
        PRINTS,
      ),
      new Option('--timeout <seconds>', 'a query that takes longer is stopped').argParser(seconds).default(60),
      new Option('--max-memory <size>', 'a query that needs more is stopped').argParser(size).default(2e9, '2GB'),
    ],
    examples: [
      [
        `accordingto query out "SELECT source, kind, count(*) AS n FROM claims WHERE resolved GROUP BY ALL ORDER BY n DESC LIMIT 10"`,
        'who is quoted most',
      ],
      [
        `accordingto query out "SELECT kind, count(*) AS n FROM claims WHERE kind IS NOT NULL GROUP BY ALL ORDER BY n DESC"`,
        'what kinds of sources speak',
      ],
      [
        `accordingto query out "SELECT article, about, text AS figure FROM comparisons JOIN numbers USING (article, number_id) WHERE relation = 'disagree'"`,
        'figures that disagree',
      ],
    ],
    notes: `Tables:
${describeTables()}
Columns of one name join: USING (article, claim), USING (article, number_id). From claims alone, ids are names or offsets,
and comparisons, sentences and problems are missing.

The tables are a copy in memory: a query only reads, and reaches no file and no network, so that a query from somebody
else can be run. It needs the package @duckdb/node-api.`,
    load: async () => (await import('./query.ts')).runQuery,
  },
  {
    name: 'diff',
    summary: 'compare the claims of two runs: versions, options, edited articles',
    operands: [
      ['<first>', 'a folder that extract wrote, or one .json or .ndjson file of it'],
      ['<second>', 'the same of the other run'],
    ],
    options: () => [
      new Option('-f, --format <name>', 'how to print the differences').choices(DIFF_PRINTS).default('text'),
      new Option('--ignore <fields>', 'fields in which claims may differ, with commas, see below').argParser(fields),
    ],
    examples: [
      ['accordingto diff out-before out-after', 'what a change of the articles or of the program has done'],
      ['accordingto diff a b --ignore confidence,by', 'how sure it is, and by what construct, may differ'],
      [`accordingto diff a b -f json | jq -r '.[].differences[].kind' | sort | uniq -c`, 'how much of what'],
    ],
    notes: `Claims are the same where content and source are; then where one of them is, or both begin or end alike.
  +  added   in the second run alone
  -  lost    in the first run alone
  ~  changed in these fields: ${FIELDS.join(' ')}
  >  moved   to another place in the text, or among the claims where the text was edited
Exit codes: 0 the runs are equal, 1 they differ, 2 wrong usage, 66 nothing to read.`,
    load: async () => (await import('./diff.ts')).runDiff,
  },
];
