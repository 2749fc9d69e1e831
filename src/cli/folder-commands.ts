/** The commands that read what runs wrote: pages, claims across articles, a draft, queries, what changed. */
import { Option } from 'commander';
import { CORROBORATION, CORROBORATION_FORMATS } from '../corroboration-formats.ts';
import { FIELDS } from '../diff/fields.ts';
import { PRINT_FORMATS as DIFF_PRINT_FORMATS } from '../diff/print-formats.ts';
import { describeTables } from '../query/describe.ts';
import { PRINT_FORMATS } from '../query/print-formats.ts';
import { READABLE } from '../read/format.ts';
import type { CommandEntry } from './entry.ts';
import { corroborationFormats, fields, folder, seconds, size } from './options.ts';

export const FOLDER_COMMANDS: readonly CommandEntry[] = [
  {
    name: 'report',
    summary: 'make HTML pages of what a run wrote',
    operands: [['[out]', 'the folder that extract wrote (default: out)']],
    options: () => [
      new Option('-o, --out <folder>', 'write to this folder (default: report in the folder that is read)').argParser(
        folder,
      ),
      new Option('--register <file>', 'who is who, as for corroborate'),
      new Option('-q, --quiet', 'no progress and no summary; failures are still reported'),
    ],
    examples: [
      ['accordingto report out', 'out/report/index.html, and a page for each article'],
      ['accordingto report out --out public', 'the same in the folder public'],
    ],
    notes: `Run it where extract ran: pages show the text of the input files while these are there and unchanged.
Exit codes: 0 success, 1 some outputs could not be read, 66 nothing to show, 74 the report cannot be written.`,
    load: async () => (await import('./report.ts')).runReport,
  },
  {
    name: 'corroborate',
    summary: 'find the claims that several articles make, and how many origins each has',
    operands: [['[out]', 'the folder that extract wrote (default: out)']],
    options: () => [
      new Option(
        '-o, --out <folder>',
        `write to this folder (default: ${CORROBORATION} in the folder that is read)`,
      ).argParser(folder),
      new Option('-f, --format <names>', 'output formats, separated by commas, see below')
        .argParser(corroborationFormats)
        .default(['ndjson'], 'ndjson'),
      new Option('--register <file>', 'who is who, as register.tsv: name, kind, same-as, owner, id'),
      new Option('-q, --quiet', 'no progress and no summary; failures are still reported'),
    ],
    lists: { '--format': Object.keys(CORROBORATION_FORMATS) },
    examples: [
      ['accordingto corroborate out', 'out/corroboration/clusters.ndjson, register.ndjson, copies.ndjson'],
      ['accordingto corroborate out --format csv,gexf', 'tables for a spreadsheet, a graph for Gephi'],
      [
        `accordingto query out "SELECT gist, articles, speakers_min, speakers_max FROM clusters WHERE list_contains(flags, 'single-origin') ORDER BY articles DESC"`,
        'claims that many repeat and one made',
      ],
    ],
    notes: `Formats:
${Object.entries(CORROBORATION_FORMATS)
  .map(([name, what]) => `  ${name.padEnd(14)}  ${what}`)
  .join('\n')}

The numbers of speakers and hearings are intervals, from at least to at most: two unnamed sources may be one person.
Independent does not mean true, and a single origin does not mean false.
The register is a table with tabs between its columns and their names in the first line; its names take precedence over
those of the articles.
A later run looks only at articles that are new or changed; articles.kept, beside the results, has what is needed of the
others.
Exit codes: 0 success, 1 some outputs could not be read, 66 nothing to read, 74 output cannot be written.`,
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
      new Option('-q, --quiet', 'print only what is not verbatim'),
    ],
    examples: [
      ['accordingto check draft.md --against transcripts/', 'each quotation: verbatim, edited, spliced, not found …'],
      [
        `accordingto check draft.md -a releases/ -f json | jq -r '.[] | select(.status != "verbatim" and .status != "word-or-title").text'`,
        'those that need a look',
      ],
    ],
    notes: `  verbatim       word for word, or with changes that dots and brackets mark
  edited         words were changed, and nothing marks it
  spliced        joined from separate places
  elided-over    what dots or a cut leave out changes the sense: "not", "may", "I do not think" before it
  other-speaker  somebody else said it
  speaker-unknown  the words stand there, but the text does not name who said them
  not-found      in none of the texts
  word-or-title  in none of the texts, but one word or a title ("smart" phones, "The Old Mill") that nobody is said to
                 have said: perhaps no quotation
Whatever stands between quotation marks is checked, in headings too, whether or not it is said who speaks; whose words they
are is compared where the draft names somebody. What is quoted inside a quotation is checked with it. Case, punctuation and
quotation marks are ignored.
Exit codes: 0 all verbatim, words or titles, 1 something is not, 2 wrong usage, 66 nothing to read.`,
    load: async () => (await import('./check.ts')).runCheck,
  },
  {
    name: 'query',
    summary: 'query the claims of a run in SQL',
    operands: [
      ['<out>', 'a folder that extract wrote, or one .json or .ndjson file of it'],
      ['[sql]', "the query, in DuckDB's SQL; read from standard input where it is missing or -"],
    ],
    options: () => [
      new Option('-f, --format <name>', 'how to print the rows (default: table on a terminal, else csv)').choices(
        PRINT_FORMATS,
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
Tables join on columns of the same name: USING (article, claim), USING (article, number_id). Where a run wrote claims
alone, ids are names or offsets, and comparisons, sentences and problems are missing.

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
      new Option('-f, --format <name>', 'how to print the differences').choices(DIFF_PRINT_FORMATS).default('text'),
      new Option('--ignore <fields>', 'fields in which claims may differ, separated by commas, see below').argParser(
        fields,
      ),
    ],
    examples: [
      ['accordingto diff out-before out-after', 'the effect of a change of the articles or of the program'],
      ['accordingto diff a b --ignore confidence,by', 'confidence and construct may differ'],
      [
        `accordingto diff a b -f json | jq -r '.[].differences[].kind' | sort | uniq -c`,
        'how many differences of each kind',
      ],
    ],
    notes: `Claims are paired by content and source; then by one of them; then where both begin or end alike.
  +  added   only in the second run
  -  lost    only in the first run
  ~  changed in these fields: ${FIELDS.join(' ')}
  >  moved   to another place in the text, or among the claims where the text was edited
Exit codes: 0 the runs are equal, 1 they differ, 2 wrong usage, 66 nothing to read.`,
    load: async () => (await import('./diff.ts')).runDiff,
  },
];
