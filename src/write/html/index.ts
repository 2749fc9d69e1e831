/**
 * One article as a page for a browser: its text with all that was found in it, the claims beside it. Made from the
 * contract's object and the text alone. It needs no network and no other file, and without its script it still shows
 * everything but the tips.
 */
import type { Output } from '../../output.ts';
import { findBlocks } from './blocks.ts';
import { claimList } from './claims.ts';
import { escaped, isolated, webAddress } from './escape.ts';
import { writeLists } from './lists.ts';
import { findMarks } from './marks.ts';
import { type Shell, shellOf, writeShell } from './page.ts';
import { writeText } from './text.ts';
import { counted, grouped, publishedWords } from './words.ts';

/** What a page has besides its article. */
export interface Around {
  /** A link back to the page of the run. */
  readonly index?: string;
  /** What readers must know about the text they see. */
  readonly notice?: string;
}

let shell: Shell | undefined;

/** @returns a whole page that needs no other file and no network */
export function writeHtml({
  output,
  article,
}: {
  readonly output: Output;
  readonly article: { readonly text: string };
}): string {
  return articlePage(output, article.text);
}

/**
 * @param text what the offsets of `output` cut
 * @returns a whole HTML document
 */
export function articlePage(output: Output, text: string, { index, notice }: Around = {}): string {
  const title = output.article.title ?? output.article.id;
  const { claims } = output;
  const list =
    claims.length === 0
      ? '<p class="none">No claims were found in this article.</p>'
      : `<ol>\n${claimList(output)}</ol>`;
  const body = `<a class="skip" href="#claims">Skip to the claims</a>
<header>
${index === undefined ? '' : `<nav aria-label="Report"><a href="${escaped(index)}">All articles and claims</a></nav>\n`}<h1>${isolated(title)}</h1>
${facts(output)}
${notice === undefined ? '' : `<p class="notice">${escaped(notice)}</p>\n`}</header>
<form class="layers" aria-label="What is marked in the text">
${LAYERS}</form>
<main>
<article aria-label="Text" dir="auto">
${writeText(text, findBlocks(text, output.sentences), findMarks(output))}</article>
<section class="lists" aria-label="What was found">
${writeLists(output)}</section>
<div id="tip" role="tooltip" hidden></div>
</main>
<aside id="claims" aria-labelledby="claims-title" tabindex="-1">
<h2 id="claims-title">Who says what</h2>
${list}
</aside>
`;
  return writeShell(articleShell(), title, body);
}

/** What surrounds every article's page. */
export function articleShell(): Shell {
  shell ??= shellOf(
    [new URL('./base.css', import.meta.url), new URL('./article.css', import.meta.url)],
    [new URL('./article.client.js', import.meta.url)],
  );
  return shell;
}

/** The legend: each layer can be hidden. */
const LAYERS = (
  [
    ['content', 'c', 'What is said', true],
    ['source', 's', 'Who says it', true],
    ['cue', 'q', 'Cue', true],
    ['person', 'p', 'People', true],
    ['date', 'd', 'Dates', true],
    ['number', 'n', 'Numbers', true],
    ['own', 'o', 'The article’s own voice', false],
  ] as const
)
  .map(
    ([layer, role, label, shown]) =>
      `<label><input type="checkbox" id="show-${layer}" autocomplete="off"${shown ? ' checked' : ''}> <span class="sample ${role}">${label}</span></label>\n`,
  )
  .join('');

function facts({ article, claims, sources }: Output): string {
  const attributed = claims.filter(({ attribution }) => attribution.length > 0).length;
  const address = article.url === undefined ? null : webAddress(article.url);
  return `<p class="facts">${publishedWords(article.published)} · <a href="#claims">${counted(claims.length, 'claim')}</a>, ${grouped(attributed)} attributed to ${counted(sources.length, 'source')}<br>
<span class="origin">${isolated(article.source === '-' ? article.id : article.source)}${address === null ? '' : ` · <a href="${address}" rel="noopener noreferrer nofollow external">${address}</a>`}</span></p>`;
}
