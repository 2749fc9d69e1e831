/**
 * The brace markup of cases and construct examples: `{role text}` or `{role=value text}`; braces nest, roles repeat.
 * `¶` stands for a paragraph break. In a cases file a line is a case; blank lines and lines that start with `#` are
 * left out; `== title | key=value` gives a title and options (such as `published=2020-09-13`) to the cases below it.
 */
import { readFileSync } from 'node:fs';
import { byPosition, type Span } from '../src/document.ts';

export interface Marked extends Span {
  readonly role: string;
  readonly value: string | null;
}

export interface Case {
  /** `file:line`, for a failing test's name. */
  readonly place: string;
  readonly title: string;
  readonly options: Readonly<Record<string, string>>;
  readonly text: string;
  readonly spans: readonly Marked[];
}

/** Takes the braces out. Throws where they do not pair. */
export function parseMarkup(markup: string): { text: string; spans: Marked[] } {
  let text = '';
  const open: { role: string; value: string | null; start: number }[] = [];
  const spans: Marked[] = [];
  const opening = /\{([a-z][\w.-]*)(?:=(\S+))? ?/uy;
  for (let at = 0; at < markup.length; ) {
    opening.lastIndex = at;
    const match = opening.exec(markup);
    if (match) {
      open.push({ role: match[1]!, value: match[2] ?? null, start: text.length });
      at = opening.lastIndex;
    } else if (markup[at] === '}') {
      const span = open.pop();
      if (!span) throw new Error(`a closing brace without an opening one: ${markup}`);
      spans.push({ ...span, end: text.length });
      at += 1;
    } else {
      text += markup[at] === '¶' ? '\n\n' : markup[at];
      at += 1;
    }
  }
  if (open.length > 0) throw new Error(`a brace is not closed: ${markup}`);
  return { text, spans: spans.sort(byPosition) };
}

/** Reads `tests/<name>`. */
export const readCases = (name: string): Case[] => readMarkup(new URL(name, import.meta.url));

/** Reads a file of cases. */
export function readMarkup(file: URL): Case[] {
  const name = file.pathname.slice(file.pathname.lastIndexOf('/') + 1);
  const cases: Case[] = [];
  let title = '';
  let options: Record<string, string> = {};
  const lines = readFileSync(file, 'utf8').split('\n');
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (line.startsWith('== ')) {
      const [head, ...rest] = line.slice(3).split('|');
      title = head!.trim();
      options = Object.fromEntries(rest.map((part) => part.trim().split('=') as [string, string]));
    } else {
      cases.push({ place: `${name}:${index + 1}`, title, options, ...parseMarkup(line) });
    }
  }
  return cases;
}

/** The text with one underline row a span beneath, for the message of a failing case. */
export function underline(text: string, spans: readonly (Span & { readonly note: string })[]): string {
  const flat = text.replace(/\s/gu, ' ');
  const rows = spans.map(
    ({ start, end, note }) => `${' '.repeat(start)}${'^'.repeat(Math.max(1, end - start))} ${note}`,
  );
  return [flat, ...rows].join('\n');
}
