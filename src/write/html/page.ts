/**
 * Writes a page that needs no other file: style, script and data are in it, and its policy lets nothing else run or
 * load. Scripts and the style sheet are named by their hashes, so that nothing out of an article can run.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { escaped } from './escape.ts';

/** The parts of a page around its body, for one kind of page. */
export interface Shell {
  /** Up to the title's text. */
  readonly head: string;
  /** From the title's text to the body. */
  readonly body: string;
  /** After the body. */
  readonly foot: string;
  /** The sources that its policy allows: hashes in quotation marks. */
  readonly style: string;
  readonly script: string;
}

/** What a page may do besides showing itself. */
export interface Allowed {
  /** Pages that it shows in frames, whose content it makes; its policy holds for them too. */
  readonly frames?: readonly Shell[];
  /** True where its script calls the service that it comes from. */
  readonly calls?: true;
}

/**
 * Made once for each kind of page.
 *
 * @param styles urls of style sheets, put one after the other
 * @param scripts urls of scripts, each a module of its own
 */
export function shellOf(styles: readonly URL[], scripts: readonly URL[], { frames = [], calls }: Allowed = {}): Shell {
  const css = styles.map((url) => readFileSync(url, 'utf8')).join('');
  const codes = scripts.map((url) => readFileSync(url, 'utf8'));
  const style = [hash(css), ...frames.map((frame) => frame.style)].join(' ');
  const script = [...codes.map(hash), ...frames.map((frame) => frame.script)].join(' ');
  const policy = [
    "default-src 'none'",
    `style-src ${style}`,
    `script-src ${script || "'none'"}`,
    'img-src data:',
    ...(calls ? ["connect-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    ...(frames.length > 0 ? ['frame-src blob:'] : []),
  ].join('; ');
  return {
    head: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="accordingto">
<link rel="icon" href="data:,">
<title>`,
    body: `</title>
<style>${css}</style>
</head>
<body>
`,
    foot: `${codes.map((code) => `<script type="module">${code}</script>\n`).join('')}</body>
</html>
`,
    style,
    script,
  };
}

/** @param body HTML */
export function writeShell({ head, body: opening, foot }: Shell, title: string, body: string): string {
  return `${head}${escaped(title)}${opening}${body}${foot}`;
}

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
