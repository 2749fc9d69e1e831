/**
 * A page that stands alone: style, script and data are in it, and its policy lets nothing else run or load. The one
 * script and the one style sheet are named by their hashes, so that nothing an article smuggles in could ever run.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { escaped } from './escape.ts';

/** What surrounds the body of a page of one kind. */
export interface Shell {
  /** Up to the title's text. */
  readonly head: string;
  /** From the title's text to the body. */
  readonly body: string;
  /** After the body. */
  readonly foot: string;
}

/**
 * Made once a kind of page.
 *
 * @param styles urls of style sheets, put one after the other
 * @param script url of the script
 */
export function shellOf(styles: readonly URL[], script: URL): Shell {
  const style = styles.map((url) => readFileSync(url, 'utf8')).join('');
  const code = readFileSync(script, 'utf8');
  const policy = [
    "default-src 'none'",
    `style-src '${hash(style)}'`,
    `script-src '${hash(code)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
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
<style>${style}</style>
</head>
<body>
`,
    foot: `<script type="module">${code}</script>
</body>
</html>
`,
  };
}

/** @param body HTML */
export function writeShell({ head, body: opening, foot }: Shell, title: string, body: string): string {
  return `${head}${escaped(title)}${opening}${body}${foot}`;
}

const hash = (text: string): string => `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
