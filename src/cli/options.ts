/**
 * Options of several commands, and the parsers of their values: each returns the value, or says what to give instead.
 */
import { availableParallelism } from 'node:os';
import { InvalidArgumentError, Option } from 'commander';
import { closest, distance } from 'fastest-levenshtein';
import { parseShard, type Shard } from '../batch/shard.ts';
import { CORROBORATION_FORMATS, type CorroborationFormat } from '../corroboration-formats.ts';
import { FIELDS, type Field } from '../diff/fields.ts';
import { isDay, notADay } from '../read/day.ts';
import { FORMATS as INPUTS } from '../read/format.ts';
import { FORMATS, type FormatName } from '../write/formats.ts';

/** The options that change what is found in an article. */
export const READING = (): Option[] => [
  new Option('-p, --published <day>', 'the day of publication, as YYYY-MM-DD, of every article read').argParser(day),
  new Option('--from <format>', 'read every input in this format, whatever its name').choices(INPUTS),
  new Option('--any-language', 'read articles in other languages too, though the models are made for English'),
  new Option('--captions', 'read the captions of pictures in web pages too'),
  new Option(
    '--min-confidence <share>',
    'leave out attributed claims with a lower confidence, 0 to 1 (measured on unseen articles: above 0.6 88 of 100 are right, above 0.9 95)',
  ).argParser(share),
  new Option('--include-text', 'repeat the text in the output'),
  MAX_SIZE(),
];

/** The option for the longest text of one article, in bytes. */
export const MAX_SIZE = (): Option =>
  new Option('--max-size <size>', 'articles with more text fail, for example 500kB')
    .argParser(size)
    .default(2e6, '2MB');

/** The options for worker threads: how many, and how long and how large each may become. */
export const WORKERS = (): Option[] => [
  new Option('-j, --jobs <number>', 'worker threads')
    .argParser(count)
    .default(availableParallelism(), 'one for each core'),
  new Option('--timeout <seconds>', 'an article that takes longer is stopped; the second time it fails')
    .argParser(seconds)
    .default(60),
  new Option('--max-memory <size>', 'a worker that needs more is stopped, and the article fails')
    .argParser(size)
    .default(1e9, '1GB'),
];

/**
 * The options for the place of a queue. The address may hold a password, which should not stand on a command line that
 * others can read.
 */
export const QUEUE = (): Option[] => [
  new Option('--redis <url>', 'the Redis or Valkey server, such as redis://127.0.0.1:6379; or in REDIS_URL')
    .env('REDIS_URL')
    .argParser(redis)
    .makeOptionMandatory(),
  new Option('--queue <name>', 'the name of the queue').argParser(queueName).default('accordingto'),
];

/** @throws InvalidArgumentError where the name is empty */
export function folder(text: string): string {
  if (text === '') throw new InvalidArgumentError('name a folder, or - for standard output');
  return text;
}

/**
 * @param text names of output formats with commas between them
 * @param before those of earlier uses of the option
 * @returns all, each once
 * @throws InvalidArgumentError that names the nearest format where one is unknown
 */
export function formats(text: string, before: readonly FormatName[] = []): FormatName[] {
  return [...new Set([...before, ...listed(text, 'format', Object.keys(FORMATS) as FormatName[])])];
}

/** The same for what `corroborate` writes; a later use of the option replaces an earlier one. */
export function corroborationFormats(text: string): CorroborationFormat[] {
  return [...new Set(listed(text, 'format', Object.keys(CORROBORATION_FORMATS) as CorroborationFormat[]))];
}

/** The same for the fields of a claim that `diff --ignore` takes. */
export function fields(text: string, before: readonly Field[] = []): Field[] {
  return [...before, ...listed(text, 'field', FIELDS)];
}

/** Splits names at commas, each of which must be one of `names`. */
function listed<Name extends string>(text: string, what: string, names: readonly Name[]): Name[] {
  const asked = text.split(',').map((name) => name.trim());
  const unknown = asked.find((name) => !(names as readonly string[]).includes(name));
  if (unknown === undefined) return asked as Name[];
  throw new InvalidArgumentError(`There is no ${what} "${unknown}"${suggestion(unknown, names)}: ${names.join(', ')}`);
}

/** A suggestion of the nearest name, where it is near enough to be meant. */
function suggestion(name: string, names: readonly string[]): string {
  const near = closest(name, names);
  return distance(name, near) <= Math.max(2, near.length / 3) ? ` (Did you mean ${near}?)` : '';
}

function day(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError(notADay(text));
  return text;
}

function share(text: string): number {
  const number = Number(text);
  if (text.trim() === '' || !(number >= 0 && number <= 1)) throw new InvalidArgumentError('give a number from 0 to 1');
  return number;
}

/** @throws InvalidArgumentError unless it is a number above 0, of one day at most */
export function seconds(text: string): number {
  const number = Number(text);
  if (text.trim() === '' || !(number > 0 && number <= 86_400)) {
    throw new InvalidArgumentError('give a number of seconds above 0, for example 30 or 0.5');
  }
  return number;
}

/**
 * @param text a part as `i/n`
 * @throws InvalidArgumentError where it is none
 */
export function shard(text: string): Shard {
  const part = parseShard(text);
  if (part === null) throw new InvalidArgumentError('give a part as i/n, for example 2/8; parts count from 1');
  return part;
}

const UNITS: Readonly<Record<string, number>> = { b: 1, kb: 1e3, mb: 1e6, gb: 1e9 };

/**
 * @param text a number with B, kB, MB or GB, in powers of 1000; without a unit, bytes
 * @returns bytes, at least 1
 * @throws InvalidArgumentError where it is no size
 */
export function size(text: string): number {
  const [, number, unit = 'B'] = /^(\d+(?:\.\d+)?) ?([kMG]?B)?$/i.exec(text.trim()) ?? [];
  const bytes = Math.floor(Number(number) * UNITS[unit.toLowerCase()]!);
  if (!(bytes > 0)) throw new InvalidArgumentError('give a size above 0, for example 500kB or 2MB');
  return bytes;
}

function redis(text: string): string {
  const protocol = URL.canParse(text) ? new URL(text).protocol : '';
  if (protocol !== 'redis:' && protocol !== 'rediss:') {
    throw new InvalidArgumentError('give an address such as redis://127.0.0.1:6379, or rediss:// with TLS');
  }
  return text;
}

function queueName(text: string): string {
  if (!/^[\w.-]{1,100}$/.test(text)) throw new InvalidArgumentError('use letters, digits, points, hyphens and _');
  return text;
}

/** @throws InvalidArgumentError unless it is a whole number from 1 to 1024 */
export function count(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || number > 1024)
    throw new InvalidArgumentError('give a whole number from 1 to 1024');
  return number;
}

/**
 * @returns a port of TCP; 0 lets the system choose one
 * @throws InvalidArgumentError where it is none
 */
export function port(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > 65_535) throw new InvalidArgumentError('give a number from 0 to 65535');
  return number;
}

/** Names of hosts with commas between them. */
export function names(text: string, before: readonly string[] = []): string[] {
  const given = text.split(',').map((name) => name.trim().toLowerCase());
  if (!given.every((name) => /^[\w.-]{1,253}$/.test(name))) {
    throw new InvalidArgumentError('give names such as news.example.org, without port');
  }
  return [...before, ...given];
}

/** Origins of pages with commas between them. */
export function origins(text: string, before: readonly string[] = []): string[] {
  const given = text.split(',').map((origin) => origin.trim());
  if (!given.every((origin) => origin === '*' || (URL.canParse(origin) && new URL(origin).origin === origin))) {
    throw new InvalidArgumentError('give origins such as https://news.example.org, without path, or *');
  }
  return [...before, ...given];
}
