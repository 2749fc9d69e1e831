/**
 * `.md`: the article is the text of the rendered page, one block a paragraph. Offsets refer to that text, which
 * therefore becomes part of the output.
 */
import type { Article } from '../document.ts';
import { dayOf, notADay } from './day.ts';
import type { Decoded } from './decode.ts';
import { ReadError } from './error.ts';
import { type ArticleDefaults, problemsOf, refuseEmpty } from './text.ts';
import { withoutComments, withoutUnseen } from './unseen.ts';

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const HEADING = /^ {0,3}(#{1,6})(?=[ \t]|$)/;
const UNDERLINE = /^ {0,3}(?:=+|-{2,})[ \t]*$/;
const MARKER = /^[ \t]*(?:>[ \t]?)*[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?/;
const NEW_BLOCK = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\S/;
const DEFINITION = /^ {0,3}\[[^\]]+\]:/;

/** A longer line is prose and no structure, so that no pattern has to go over it. */
const MAX_STRUCTURE_LENGTH = 1000;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/**
 * @throws ReadError where nothing remains, or the front matter's date is no day
 */
export function markdownArticle({ text: source, oddities }: Decoded, named: ArticleDefaults): Article {
  const front = FRONT_MATTER.exec(source);
  const fields = front ? frontMatter(front[1]!) : new Map<string, string>();
  const { blocks, title } = readBlocks(source.slice(front?.[0].length ?? 0));
  const text = blocks.join('\n\n');
  refuseEmpty(text);
  return {
    ...named,
    text,
    title: fields.get('title') ?? title,
    published: publishedIn(fields, named),
    plain: false,
    problems: problemsOf(oddities, text),
  };
}

/** The plain `key: value` lines of YAML; nested and longer values are ignored. */
function frontMatter(yaml: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of yaml.split(/\r?\n/)) {
    if (line.length > MAX_STRUCTURE_LENGTH) continue;
    const match = /^([A-Za-z_-]+):[ \t]/.exec(line);
    const value = match ? scalarOf(line.slice(match[0].length).trim()) : '';
    if (value !== '') fields.set(match![1]!.toLowerCase(), value);
  }
  return fields;
}

/** What stands in quotation marks, or before a comment. */
function scalarOf(written: string): string {
  const mark = written[0]!;
  if (mark === '"' || mark === "'") {
    for (const close of [written.lastIndexOf(mark), written.indexOf(mark, 1)]) {
      if (close > 0 && /^(?:$|[ \t]+#)/.test(written.slice(close + 1))) return written.slice(1, close);
    }
  }
  const comment = /[ \t]#/.exec(written)?.index ?? written.length;
  return written.slice(0, comment).trim();
}

function publishedIn(fields: ReadonlyMap<string, string>, { published }: ArticleDefaults): Article['published'] {
  const written = fields.get('published') ?? fields.get('date');
  if (written === undefined || published.basis === 'given') return published;
  const date = dayOf(written);
  if (date === null) throw new ReadError(`has a bad date in its front matter: ${notADay(written)}`);
  return { date, basis: 'metadata', candidates: [], evidence: [] };
}

function readBlocks(body: string): { blocks: string[]; title: string | null } {
  const blocks: string[] = [];
  let title: string | null = null;
  let paragraph: string[] = [];
  const close = () => {
    const text = inline(paragraph.join(' ')).trim();
    if (text !== '') blocks.push(text);
    paragraph = [];
  };
  for (const line of withoutUnseen(withoutFences(withoutComments(body))).split('\n')) {
    const short = line.length <= MAX_STRUCTURE_LENGTH;
    const heading = short ? HEADING.exec(line) : null;
    if (short && paragraph.length > 0 && UNDERLINE.test(line)) {
      if (line.includes('=')) title ??= inline(paragraph.join(' ')).trim();
      close();
    } else if (heading) {
      close();
      const words = withoutClosing(line.slice(heading[0].length).trim());
      if (heading[1] === '#') title ??= inline(words).trim() || null;
      paragraph.push(words);
      close();
    } else if (short && (/^[ \t>]*$/.test(line) || RULE.test(line) || DEFINITION.test(line) || isTableRule(line))) {
      close();
    } else {
      const row = short && /^[ \t]*\|.*\|[ \t]*$/.test(line);
      if (row || NEW_BLOCK.test(line) || (line.startsWith('>') && paragraph.length === 0)) close();
      paragraph.push(row ? cells(line) : line.replace(MARKER, '').replace(/\\$/, ''));
      if (row || /(?: {2}|\\)$/.test(line)) close();
    }
  }
  close();
  return { blocks, title };
}

/** Without fenced code, of which an empty line is left; one that nothing closes goes to the end. */
function withoutFences(text: string): string {
  const kept: string[] = [];
  let fence: string | null = null;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const marks = FENCE.exec(line)?.[1];
    if (fence === null) kept.push(marks === undefined ? line : '');
    if (marks === undefined) continue;
    if (fence === null) fence = marks;
    else if (marks.startsWith(fence)) fence = null;
  }
  return kept.join('\n');
}

/** A heading may be closed with marks: "# Rain #". */
function withoutClosing(heading: string): string {
  let end = heading.length;
  while (end > 0 && heading[end - 1] === '#') end -= 1;
  if (end === heading.length || (end > 0 && !/[ \t]/.test(heading[end - 1]!))) return heading;
  return heading.slice(0, end).trimEnd();
}

/** "|---|:--:|": the line between the head of a table and its rows, of at least two cells. */
function isTableRule(line: string): boolean {
  const cells = line.trim().replace(/^\|/, '').replace(/\|$/, '').split('|');
  return cells.length > 1 && cells.every((cell) => /^:?-+:?$/.test(cell.trim()));
}

function cells(row: string): string {
  const parts = row.split('|').map((cell) => cell.trim());
  return parts.slice(1, -1).join(' | ');
}

/** Takes the marks of emphasis, links, pictures, code and HTML out of a paragraph. */
function inline(text: string): string {
  const kept: string[] = [];
  const keep = (character: string) => `\u0000${kept.push(character) - 1}\u0000`;
  return text
    .replace(/\\([!-/:-@[-`{-~])/g, (_, character: string) => keep(character))
    .replace(/(?<!`)(`{1,3})(?!`)([^`]*)\1(?!`)/g, (_, __, code: string) => keep(code))
    .replace(/!\[[^[\]]*\](?:\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+"[^"]*")?\)|\[[^\]]*\])/g, '')
    .replace(/\[\^[^[\]\s]+\]/g, '')
    .replace(/\[([^[\]]+)\](?:\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+"[^"]*")?\)|\[[^\]]*\])/g, '$1')
    .replace(/<((?:https?|mailto):[^<>\s]+)>/g, '$1')
    .replace(/<\/?[A-Za-z][^<>]*>/g, '')
    .replace(/(\*{1,3}|~~)(?=\S)([^*~]*?\S)\1/g, '$2')
    .replace(/(\*{1,3})(?=\S)([^*]*?\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}_])(_{1,3})(?=[^\s_])([^_]*[^\s_])\1(?![\p{L}\p{N}_])/gu, '$2')
    .replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]+));/g, entity)
    .replace(/[ \t]+/g, ' ')
    .replace(/\u0000(\d+)\u0000/g, (_, index: string) => kept[Number(index)]!);
}

function entity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
}
