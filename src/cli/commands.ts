/**
 * What the command line offers: the help, the parser and the completion of every command come from this table. The code
 * of a command is loaded when it runs.
 */
import { Option } from 'commander';
import { READABLE } from '../read/format.ts';
import { FORMATS } from '../write/formats.ts';
import { type CommandEntry, SHELLS } from './entry.ts';
import { FOLDER_COMMANDS } from './folder-commands.ts';
import {
  count,
  folder,
  formats,
  MAX_SIZE,
  names,
  origins,
  port,
  QUEUE,
  READING,
  seconds,
  shard,
  size,
  WORKERS,
} from './options.ts';

export const DESCRIPTION =
  'Turns news articles into structured claims: who says what, through whom, and where in the text.';

export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'extract',
    summary: 'extract who says what from articles',
    operands: [['[paths...]', `files, folders, patterns, or - for standard input (${READABLE})`]],
    options: () => [
      new Option(
        '-o, --out <folder>',
        'write files to this folder, one for each article or one for all, as the format requires (default: standard output)',
      ).argParser(folder),
      new Option(
        '-f, --format <names>',
        'output formats, separated by commas, see below (default: json; several articles on standard output: ndjson)',
      ).argParser(formats),
      ...READING(),
      new Option(
        '--statements',
        'leave out attitudes, wishes and acts: only what was said, written, reported or shown',
      ),
      new Option(
        '--corrections <file>',
        'corrections of claims by readers: JSON lines, or an export of Label Studio; they apply to later runs too',
      ),
      ...WORKERS(),
      new Option('--shard <i/n>', 'do only part i of n, one on each machine; accordingto merge joins them').argParser(
        shard,
      ),
      new Option('--force', 'do again the articles that an earlier run into the same folder has done'),
      new Option('--prune', 'delete what earlier runs left in the folder and this one did not write again'),
      new Option('--progress', 'report the progress every 10 s, also without a terminal'),
      new Option('--summary <file>', 'write a summary of the run to this file, as JSON'),
      new Option('-q, --quiet', 'no progress and no summary; failures are still reported'),
    ],
    lists: { '--format': Object.keys(FORMATS) },
    examples: [
      ['accordingto extract article.txt', 'JSON on standard output'],
      ['accordingto extract articles/ --out claims', 'claims/<id>.json for each, claims/claims.ndjson'],
      ['accordingto extract news.jsonl.gz --format claims > claims.ndjson', 'one claim a line'],
      ['accordingto extract articles/ --format csv > claims.csv', 'a table of all claims, one article after the other'],
      [
        'accordingto extract articles/ --format json,csv --out claims',
        'a file for each, and a table of all: claims/claims.csv',
      ],
      ['accordingto extract article.txt --format text', 'a page to read: each sentence with its claims underlined'],
      ['cat article.txt | accordingto extract --published 2020-09-13', 'standard input, with the day of publication'],
      ['curl -s https://example.org/news | accordingto extract --from html', 'the article of a web page'],
    ],
    notes: `Formats:
${Object.entries(FORMATS)
  .map(([name, { what }]) => `  ${name.padEnd(14)}  ${what}`)
  .join('\n')}

A record is {"id": "…", "text": "…", "published": "2020-09-13", "title": "…", "url": "…"}; all but the text are optional.
The field names of news-please, newspaper3k, trafilatura and schema.org are understood too. Records stand one on each line
(.jsonl), alone or in an array (.json), or as rows below a row of names (.csv); .warc holds pages as a crawler got them.
Exit codes: 0 success, 1 some articles failed (the others are written), 2 wrong usage, 66 nothing to read,
74 output cannot be written,
75 another run writes to the same folder, 130 and 143 stopped by a signal after the articles under way.`,
    load: async () => (await import('./extract.ts')).runExtract,
  },
  {
    name: 'merge',
    summary: 'join the outputs of the parts of a run',
    operands: [['<parts...>', 'all folders that extract --shard has written']],
    options: () => [
      new Option('-o, --out <folder>', 'write to this folder').argParser(folder).makeOptionMandatory(),
      new Option('--prune', 'delete what the folder holds of articles that are in no part'),
      new Option('-q, --quiet', 'no summary'),
    ],
    examples: [
      ['accordingto extract articles/ --shard 1/2 --out parts/1', 'on one machine, 2/2 on another'],
      ['accordingto merge parts/* --out claims', 'the same files as from one run'],
    ],
    load: async () => (await import('./merge.ts')).runMerge,
  },
  {
    name: 'enqueue',
    summary: 'put articles into a queue, for many machines',
    operands: [['<paths...>', `files, folders or patterns that every worker can read (${READABLE})`]],
    options: () => [
      ...QUEUE(),
      new Option('-s, --size <number>', 'articles in each job').argParser(count).default(200),
      new Option(
        '-f, --format <names>',
        'output formats, separated by commas, as for extract (default: json)',
      ).argParser(formats),
      ...READING(),
      new Option('-q, --quiet', 'no summary'),
    ],
    lists: { '--format': Object.keys(FORMATS) },
    examples: [
      ['accordingto enqueue articles/ --redis redis://127.0.0.1:6379', 'jobs of 200 articles'],
      ['accordingto enqueue news.jsonl --size 1000', 'records travel in the jobs; the server is in REDIS_URL'],
    ],
    notes: `Start accordingto work on each machine, then join the parts with accordingto merge.
Exit codes: 66 nothing to read, 74 the server cannot be reached, 75 the queue has the jobs of another run.`,
    load: async () => (await import('./enqueue.ts')).runEnqueue,
  },
  {
    name: 'work',
    summary: 'process the jobs of a queue',
    options: () => [
      ...QUEUE(),
      new Option('-o, --out <folder>', 'write each part into a folder below this one')
        .argParser(folder)
        .default('parts'),
      new Option('-i, --inputs <folder>', 'read files only below this folder, whatever the jobs name')
        .argParser(folder)
        .default('.'),
      new Option('--until-empty', 'end when no job is left anywhere'),
      ...WORKERS(),
      new Option('--lease <seconds>', 'a worker that is silent for longer is taken for dead, and others do its job')
        .argParser(seconds)
        .default(30),
      new Option('-q, --quiet', 'report only failures'),
    ],
    examples: [
      ['accordingto work --redis redis://127.0.0.1:6379 --until-empty', 'parts/1-of-50, parts/2-of-50 …'],
      ['accordingto merge parts/* --out claims', 'the same files as from one run'],
    ],
    notes: `A signal ends it after the job under way; a second one returns that job to the queue. An article that three times ends
the process working on it is found by halving its job; see accordingto queue status.
Exit codes: 1 some articles or jobs failed, 66 the server cannot be reached, 130 and 143 stopped by a signal.`,
    load: async () => (await import('./work.ts')).runWork,
  },
  {
    name: 'queue',
    summary: 'show what is in a queue, retry or clear it',
    operands: [['<action>', 'status, retry (jobs that failed) or clear', ['status', 'retry', 'clear']]],
    options: () => [
      ...QUEUE(),
      new Option('-f, --format <name>', 'how to write the status').choices(['text', 'json']).default('text'),
    ],
    examples: [
      [
        'accordingto queue status --redis redis://127.0.0.1:6379',
        'jobs that wait, run and are done; dead letters with reasons',
      ],
      ['accordingto queue status --format json | jq .deadLetters', 'for programs; the server is in REDIS_URL'],
    ],
    notes: 'Exit codes: 1 a job or an article was given up, 66 the server cannot be reached.',
    load: async () => (await import('./queue.ts')).runQueue,
  },
  {
    name: 'verify',
    summary: 'compare an output folder with its inputs and its ledger',
    operands: [['<folder>', 'the --out of an earlier run; call it from the folder where that run was started']],
    options: () => [new Option('-q, --quiet', 'no summary; differences are still reported')],
    examples: [['accordingto verify out', 'inputs, files, schema, offsets and counts; exit code 1 where one differs']],
    load: async () => (await import('./verify.ts')).runVerify,
  },
  {
    name: 'explain',
    summary: 'explain how the sentences of an article were read',
    operands: [
      ['<file>', 'an article, or - for standard input'],
      ['[claim]', 'the id of one claim, such as c3', []],
    ],
    options: () => [],
    examples: [
      ['accordingto explain article.txt c3', 'the construct, lexicon lines and features of claim c3'],
      ['accordingto explain article.txt', 'every sentence, with the readings that were rejected and why'],
    ],
    load: async () => (await import('./explain.ts')).runExplain,
  },
  ...FOLDER_COMMANDS,
  {
    name: 'serve',
    summary: 'serve an HTTP API, and a page into which articles are pasted',
    options: () => [
      new Option('--port <number>', 'the port to listen on; 0 for any that is free').argParser(port).default(8765),
      new Option('--host <address>', 'the address to listen on; 0.0.0.0 admits other machines').default('127.0.0.1'),
      ...WORKERS(),
      MAX_SIZE(),
      new Option('--max-body <size>', 'larger requests are refused').argParser(size).default(16e6, '16MB'),
      new Option('--body-timeout <seconds>', 'requests that have not arrived after this time are refused')
        .argParser(seconds)
        .default(30),
      new Option('--max-waiting <number>', 'how many requests may wait; further ones are asked to try again later')
        .argParser(count)
        .default(64),
      new Option(
        '--allow-host <names>',
        'other host names of the service, separated by commas, as behind a proxy',
      ).argParser(names),
      new Option('--cors <origins>', 'origins whose pages may call it, separated by commas; * for all').argParser(
        origins,
      ),
      new Option('--log', 'a line for each request: method, path, status, time; never its content'),
      new Option('-q, --quiet', 'do not print the address'),
    ],
    examples: [
      ['accordingto serve', 'the page: http://127.0.0.1:8765'],
      ['curl --data-binary @article.txt http://127.0.0.1:8765/v1/extract', 'JSON'],
      ['curl --data-binary @page.html "http://127.0.0.1:8765/v1/extract?format=csv"', 'a table'],
    ],
    notes: `Endpoints and errors: /docs on the service. A signal ends it once the requests under way are answered, a second one
at once. It writes nothing to disk and keeps nothing of what it reads.
Exit codes: 0 ended by a signal, 74 it cannot listen there, 130 and 143 ended by a second signal.`,
    load: async () => (await import('./serve.ts')).runServe,
  },
  {
    name: 'schema',
    summary: 'print the JSON Schema of the output',
    options: () => [],
    examples: [['accordingto schema > accordingto.schema.json', 'for validators and code generators']],
    load: async () => (await import('./schema.ts')).runSchema,
  },
  {
    name: 'mcp',
    summary: 'serve a client of the Model Context Protocol',
    options: () => [],
    examples: [['accordingto mcp', 'started by a client: tools extract and explain on standard input, output']],
    notes: `In a client's configuration: {"mcpServers": {"accordingto": {"command": "accordingto", "args": ["mcp"]}}}`,
    load: async () => (await import('./mcp.ts')).runMcp,
  },
  {
    name: 'doctor',
    summary: 'check this installation',
    options: () => [],
    examples: [['accordingto doctor', 'versions, models, optional packages, the time to the first claim']],
    notes: 'Exit code 1 where something is wrong.',
    load: async () => (await import('./doctor.ts')).runDoctor,
  },
  {
    name: 'completion',
    summary: 'print a completion script for a shell',
    operands: [['<shell>', 'bash, zsh or fish', SHELLS]],
    options: () => [],
    examples: [
      ['source <(accordingto completion bash)', 'in ~/.bashrc'],
      ['source <(accordingto completion zsh)', 'in ~/.zshrc, after compinit'],
      ['accordingto completion fish | source', 'in ~/.config/fish/config.fish'],
    ],
    load: async () => {
      const { runCompletion } = await import('./completion.ts');
      return (operands) => runCompletion(operands, COMMANDS);
    },
  },
  {
    name: 'man',
    summary: 'print the manual page',
    options: () => [],
    examples: [['accordingto man | man -l -', 'to read it; after npm install --global also: man accordingto']],
    load: async () => {
      const { runMan } = await import('./man.ts');
      return () => runMan(DESCRIPTION, COMMANDS);
    },
  },
];
