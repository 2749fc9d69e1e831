/**
 * Recognises text files that are no prose by how they begin: mail, subtitles, feeds, data. Read as articles they would
 * give claims about headers and time codes.
 */
import { isHeader } from './csv.ts';
import { ReadError } from './error.ts';

type Kind = readonly [is: RegExp | ((text: string) => boolean), what: string, advice: string];

const INTO_RECORD = 'put its text into a .jsonl record';
/** Longer beginnings say no more. */
const SAMPLE_LENGTH = 16_384;

/** The kinds in the order in which they are tried: the surest first. */
const KINDS: readonly Kind[] = [
  [
    /^WEBVTT(?:[ \t\r\n]|$)/,
    'a file of subtitles (WebVTT)',
    'take the time codes out, one line of speech after the other',
  ],
  [
    /^\d{1,6}[ \t]*\r?\n\d{1,3}:\d\d:\d\d[,.]\d{1,3}[ \t]+-->/,
    'a file of subtitles (SubRip)',
    'take the time codes out, one line of speech after the other',
  ],
  [/^\d{1,3}:\d\d:\d\d\.\d{1,3},\d{1,3}:\d\d:\d\d\.\d/, 'a file of subtitles (SubViewer)', 'take the time codes out'],
  [/^\[Script Info\]/i, 'a file of subtitles (SubStation Alpha)', 'take the time codes out'],
  [/^From \S{1,300}[ \t][^\r\n]{0,100}\d{4}\r?\n[\w-]{1,80}:/, 'a mailbox', 'save the text of each message as .txt'],
  [isMail, 'a message with its headers', 'save its text as .txt, or put it into a .jsonl record with "published"'],
  [/^--[\w'()+,./:=?-]{1,70}\r?\nContent-[\w-]{1,40}:/i, 'a part of a message', 'save its text as .txt'],
  [/^<(?:!doctype\s+html|html)[\s>]/i, 'a web page', '--from html reads it'],
  [
    /^(?:<\?xml[^>]{0,300}>\s*)?(?:<!--[^>]{0,1000}-->\s*)*<(?:rss|feed|rdf:RDF)[\s>]/,
    'a feed',
    `save its pages, or ${INTO_RECORD}`,
  ],
  [/^<\?xml\s/, 'XML', INTO_RECORD],
  [isMarkup, 'XML', INTO_RECORD],
  [/^<\?php\b/, 'a program (PHP)', 'give text'],
  [/^#!\s?\/\S/, 'a program', 'give text'],
  [/^\{\\rtf/, 'a Rich Text file', 'save the document as plain text'],
  [/^%!PS/, 'a PostScript file', 'convert it first: ps2ascii FILE.ps FILE.txt'],
  [/^\s*\\documentclass\b/, 'a LaTeX file', 'convert it first: pandoc FILE.tex -t plain -o FILE.txt'],
  [/^BEGIN:V(?:CALENDAR|CARD)\b/i, 'a calendar or a card of addresses', 'give text'],
  [/^-----BEGIN [A-Z ]{1,60}-----/, 'a key or a certificate', 'give text'],
  [/^(?:diff --git |--- [^\r\n]{1,300}\r?\n\+\+\+ )/, 'a patch', 'give text'],
  [/^WARC\/\d/, 'a web archive', '--from warc reads it'],
  [isJson, 'JSON', '--from json or --from jsonl reads it, where it holds records'],
  [isTable, 'a table of records', '--from csv reads it'],
];

/** @throws ReadError that says what the file is and what to do */
export function refuseOther(text: string): void {
  const beginning = text.slice(0, SAMPLE_LENGTH).replace(/^\s+/, '');
  for (const [is, what, advice] of KINDS) {
    if (typeof is === 'function' ? is(beginning) : is.test(beginning)) {
      throw new ReadError(`is ${what}, no prose; ${advice} (--from txt reads it as it is)`);
    }
  }
}

/** Names that only messages have, and with them others that they nearly always have (RFC 5322, 3.6). */
const OF_MAIL = /^(?:message-id|received|return-path|delivered-to|mime-version|dkim-signature|from|x-[\w-]+)$/;
const ALSO_OF_MAIL = /^(?:to|cc|subject|date|reply-to|sender|content-type|in-reply-to|references)$/;

/** True where the text begins with a block of headers that ends with an empty line, or with the sample. */
function isMail(text: string): boolean {
  let [own, also] = [0, 0];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line === '' || index > 200) break;
    if (/^[ \t]/.test(line) && index > 0) continue;
    const [, name, value] = /^([A-Za-z][A-Za-z0-9-]{0,60}):(.*)$/.exec(line) ?? [];
    if (name === undefined) return false;
    const key = name.toLowerCase();
    if (OF_MAIL.test(key) && (key !== 'from' || /@|</.test(value!))) own += 1;
    else if (ALSO_OF_MAIL.test(key)) also += 1;
  }
  return own > 0 && own + also > 1;
}

/** True where the text begins with an element that has another in it. */
function isMarkup(text: string): boolean {
  return /^<[A-Za-z][\w.-]{0,60}(?::[\w.-]{1,60})?(?:\s[^<>]{0,2000})?>\s*<\/?[A-Za-z]/.test(text);
}

function isJson(text: string): boolean {
  if (!/^(?:\{\s*"|\[\s*[[{"])/.test(text)) return false;
  if (/^\{\s*"[^"\\\r\n]{0,200}"\s*:/.test(text)) return true;
  return /^\[\s*(?:\{\s*"[^"\\\r\n]{0,200}"\s*:|\[|"[^"\\\r\n]{0,2000}"\s*(?:,\s*"|\]\s*$))/.test(text);
}

function isTable(text: string): boolean {
  const line = /^([^\r\n]{1,2000})\r?\n/.exec(text)?.[1];
  return line !== undefined && isHeader(line);
}
