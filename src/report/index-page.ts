/**
 * The page of a whole run: the claims to search, who is quoted most, whose names are missing, when it is about, where
 * figures disagree, and what was odd. The bars are our own SVG: a plotting library weighs more than the whole page.
 */

import type { ClusterRow } from '../corroborate/rows.ts';
import { escaped, isolated } from '../write/html/escape.ts';
import { type Shell, shellOf, writeShell } from '../write/html/page.ts';
import { counted, grouped, KINDS, percent, QUOTATIONS } from '../write/html/words.ts';
import { citations, sourcesOverTime } from './citations.ts';
import { intervalWords } from './cluster-page.ts';
import type { Comparison, Run, RunData } from './gather.ts';
import { packed } from './packed.ts';
import { mostQuoted, NAMING, type Naming, type Share, shares, unnamedOf } from './shares.ts';
import { binsOf, drawTimeline } from './timeline.ts';

const MAX_QUOTED = 10;
/** Disagreements on the first screen. */
const MAX_DISAGREEING = 6;
const MAX_OUTLETS = 12;
/** Articles named under one problem. */
const MAX_NAMED = 50;
const MAX_MISSING = 500;
/** A longer list starts folded. */
const SHORT_LIST = 60;

let shell: Shell | undefined;

/**
 * @param title names the run
 * @param missing articles that are not in it, each with the reason on one line
 * @param clusters claims that several articles make, most articles first
 * @returns a whole HTML document
 */
export function indexPage(
  title: string,
  run: Run,
  missing: readonly string[],
  clusters: readonly ClusterRow[] = [],
): string {
  shell ??= shellOf(
    [new URL('../write/html/base.css', import.meta.url), new URL('./index.css', import.meta.url)],
    ['index', 'tables', 'keys'].map((name) => new URL(`./${name}.client.js`, import.meta.url)),
  );
  const { data } = run;
  const share = shares(data);
  const body = `<a class="skip" href="#claims">Skip to the claims</a>
<header>
<h1>Who says what</h1>
<p class="facts">${isolated(title)}</p>
${keyFigures(run, share.all)}</header>
<main>
<div class="first">
${section('disagreeing', 'Figures that disagree', firstDisagreeing(run))}
${section('quoted', 'Quoted most', quoted(data))}
</div>
<div class="columns">
<section id="claims" aria-labelledby="claims-title" tabindex="-1">
<h2 id="claims-title">Claims</h2>
${search(data)}
</section>
<div class="beside">
${section('time', 'The time that claims speak of', timeline(data))}
${section('naming', 'Named or not', naming(share.all))}
${share.byOutlet.length > 1 ? section('outlets', 'Unnamed sources by outlet', outlets(data, share.byOutlet)) : ''}
</div>
</div>
${section('citations', 'Who passes on whom', citations(data))}
${section('over-time', 'Sources over time', sourcesOverTime(data))}
${clusters.length === 0 ? '' : clusterSections(clusters)}${section('figures', 'Figures for one thing', comparisons(run))}
${section('articles', 'Articles', articles(data))}
${section('problems', 'Problems', problems(run, missing))}
</main>
<dialog id="keys" aria-labelledby="keys-title"><h2 id="keys-title">Keys</h2>
<dl><dt><kbd>/</kbd></dt><dd>search words</dd><dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>next and previous claim</dd><dt><kbd>Enter</kbd></dt><dd>open the claim in its article</dd><dt><kbd>?</kbd></dt><dd>this list</dd><dt><kbd>Escape</kbd></dt><dd>close it</dd></dl>
<form method="dialog"><button>Close</button></form></dialog>
<script type="text/plain" id="data">${packed(data)}</script>
`;
  return writeShell(shell, 'Who says what', body);
}

function section(id: string, title: string, content: string): string {
  return `<section id="${id}" aria-labelledby="${id}-title">\n<h2 id="${id}-title">${title}</h2>\n${content}</section>`;
}

function clusterSections(clusters: readonly ClusterRow[]): string {
  const one = clusters.filter(({ flags }) => flags.includes('single-origin'));
  const note =
    '<p class="how">Sources that can be told apart are counted, from at least to at most; that does not say whether a claim is true.</p>\n';
  const several = section('several', 'In several articles', clusterRows(clusters) + note);
  return `${several}\n${one.length === 0 ? '' : `${section('one-origin', 'Only one origin', clusterRows(one))}\n`}`;
}

/** Clusters that a list names; the others are a query away. */
const MAX_CLUSTERS = 100;

function clusterRows(clusters: readonly ClusterRow[]): string {
  const rows = clusters.slice(0, MAX_CLUSTERS).map(({ cluster, gist, articles: many, speakers, contradictions }) => {
    const against = contradictions.length === 0 ? '' : `, ${counted(contradictions.length, 'contradiction')}`;
    return `<li><a href="clusters/${cluster}.html">${isolated(gist)}</a> <span class="how">${counted(many, 'article')}, from ${escaped(intervalWords(speakers, 'speaker'))}${against}</span></li>\n`;
  });
  const more = clusters.length - rows.length;
  return `<details${rows.length <= SHORT_LIST ? ' open' : ''}><summary>${counted(clusters.length, 'claim')}</summary>
<ul class="rows">
${rows.join('')}</ul>
${more > 0 ? `<p class="how">and ${grouped(more)} more</p>\n` : ''}</details>
`;
}

function keyFigures({ data, comparisons: compared, problems: odd }: Run, all: Share): string {
  const own = data.claims.length - all.total;
  const disagreeing = compared.filter(({ relation }) => relation === 'disagree').length;
  const problemCount = [...odd.values()].reduce((sum, { count }) => sum + count, 0);
  const rows = [
    [grouped(data.articles.length), data.articles.length === 1 ? 'article' : 'articles'],
    [grouped(data.claims.length), data.claims.length === 1 ? 'claim' : 'claims'],
    [data.claims.length === 0 ? '–' : percent(1 - own / data.claims.length), 'attributed'],
    [all.total === 0 ? '–' : percent(unnamedOf(all)), 'of these without a named source'],
    [grouped(disagreeing), disagreeing === 1 ? 'pair of figures disagrees' : 'pairs of figures disagree'],
    [grouped(problemCount), problemCount === 1 ? 'problem' : 'problems'],
  ];
  return `<ul class="key">${rows.map(([value, label]) => `<li><b>${value}</b> ${label}</li>`).join('')}</ul>\n`;
}

function timeline(data: RunData): string {
  const { bins, before, after } = binsOf(data);
  if (bins.length === 0) return '<p class="none">No claim speaks of a day, a month or a year that is known.</p>\n';
  const outside = [
    before > 0 ? `${counted(before, 'mention')} of earlier times` : '',
    after > 0 ? `${counted(after, 'mention')} of later times` : '',
  ].filter(Boolean);
  return `${drawTimeline(bins)}${outside.length > 0 ? `<p class="how">Not drawn: ${outside.join(' and ')}.</p>\n` : ''}`;
}

function search({ outlets: sites, sources, claims }: RunData): string {
  const kinds = [...new Set(sources.map(([, kind]) => kind))].sort();
  const stances = [...new Set(claims.flatMap(([, , , , links]) => links.map(([, stance]) => stance)))].sort();
  const options = (rows: readonly (readonly [value: string, label: string])[]) =>
    rows.map(([value, label]) => `<option value="${escaped(value)}">${escaped(label)}</option>`).join('');
  const select = (name: string, label: string, all: string, rows: readonly (readonly [string, string])[]) =>
    `<label>${label}<select name="${name}" autocomplete="off"><option value="">${all}</option>${options(rows)}</select></label>`;
  const input = (name: string, label: string, more: string) =>
    `<label>${label}<input name="${name}" autocomplete="off" spellcheck="false" ${more}></label>`;
  return `<form id="filters" role="search" aria-label="Claims">
<div class="words">${input('q', 'Words, or “an exact phrase”', 'type="search"')}</div>
<details id="more" open><summary>Filters</summary>
<div class="fields">
${input('source', 'Source', 'list="source-names" type="search"')}
${select('kind', 'Kind of source', 'any', [...kinds.map((kind) => [kind, KINDS[kind as keyof typeof KINDS]] as const), ['nobody', 'nobody named'], ['own', 'the article itself']])}
${select(
  'stance',
  'Stance',
  'any',
  stances.map((stance) => [stance, stance] as const),
)}
${input('person', 'Person in the claim', 'list="person-names" type="search"')}
${input('from', 'From', 'type="date"')}
${input('to', 'To', 'type="date"')}
${select('day', 'These days are', 'what it speaks of', [['published', 'its publication']])}
${
  sites.length > 1
    ? select(
        'outlet',
        'Outlet',
        'any',
        sites.map((site, index) => [String(index), site || 'none'] as const),
      )
    : ''
}
${select('quotation', 'Form', 'any', Object.entries(QUOTATIONS))}
${select('sort', 'Order', 'as in the articles', [
  ['newest', 'newest article first'],
  ['oldest', 'oldest article first'],
  ['surest', 'surest first'],
])}
</div>
<label class="check"><input type="checkbox" name="own" value="1" autocomplete="off"> The article’s own voice too</label>
</details>
<button type="reset">Clear</button> <button type="button" id="link">Copy link</button> <button type="button" id="copy">Copy as CSV</button> <button type="button" id="download">Download CSV</button>
<datalist id="source-names"></datalist><datalist id="person-names"></datalist>
</form>
<noscript><p class="notice">Searching all claims needs JavaScript; the page of each article lists its claims without it.</p></noscript>
<p id="count" role="status" class="how"></p>
<p id="ignored" role="alert" class="notice" hidden></p>
<ol id="results"></ol>
<nav id="pages" aria-label="Pages of claims" hidden><button type="button" id="previous">Previous</button> <span id="page"></span> <button type="button" id="next">Next</button></nav>
`;
}

/** A bar in a table's cell; the number beside it says the same. */
function bar(share: number, name = ''): string {
  return `<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="bar ${name}" width="${(100 * share).toFixed(1)}" height="10"/></svg>`;
}

function quoted(data: RunData): string {
  const rows = mostQuoted(data, MAX_QUOTED);
  if (rows.length === 0) return '<p class="none">Nobody is quoted by name.</p>\n';
  const most = rows[0]!.count;
  const lines = rows.map(({ source, count }) => {
    const [name, kind] = data.sources[source]!;
    const filter = `#source=${encodeURIComponent(name.replace(/\p{Cs}/gu, '\ufffd'))}&amp;kind=${kind}`;
    return `<tr><th scope="row"><a href="${filter}">${isolated(name)}</a> <span class="how">${KINDS[kind as keyof typeof KINDS]}</span></th><td class="bars">${bar(count / most)}</td><td>${grouped(count)}</td></tr>\n`;
  });
  return `<table data-sortable>
<thead><tr><th scope="col">Source</th><td></td><th scope="col">Claims</th></tr></thead>
<tbody>
${lines.join('')}</tbody>
</table>
<p class="how">Names of one person or body count together. A name leads to its claims and to those it passes on.</p>
`;
}

const NAMING_WORDS: Readonly<Record<Naming, string>> = {
  named: 'a person, body or paper by name',
  group: 'a group (“residents”, “police”)',
  unnamed: 'somebody without a name (“an official”)',
  anonymous: 'somebody who will not be named',
  nobody: 'nobody (“it is said”)',
};

function naming(all: Share): string {
  if (all.total === 0) return '<p class="none">No claim is attributed to anybody.</p>\n';
  const rows = NAMING.map((name) => {
    const share = all.counts[name] / all.total;
    return `<tr><th scope="row">${NAMING_WORDS[name]}</th><td class="bars">${bar(share, name === 'named' || name === 'group' ? '' : 'soft')}</td><td>${percent(share)}</td></tr>\n`;
  });
  return `<table data-sortable>
<thead><tr><th scope="col">The claim comes from</th><td></td><th scope="col">Share</th></tr></thead>
<tbody>
${rows.join('')}</tbody>
</table>
`;
}

function outlets({ outlets: sites }: RunData, byOutlet: readonly Share[]): string {
  const rows = byOutlet
    .map((share, index) => ({ share, index }))
    .filter(({ share }) => share.total > 0)
    .sort((a, b) => b.share.total - a.share.total)
    .slice(0, MAX_OUTLETS)
    .map(({ share, index }) => {
      const unnamed = unnamedOf(share);
      return `<tr><th scope="row"><a href="#outlet=${index}">${isolated(sites[index] || 'none')}</a> <span class="how">${counted(share.total, 'claim')}</span></th><td class="bars">${bar(unnamed, 'soft')}</td><td>${percent(unnamed)}</td></tr>\n`;
    });
  return `<table data-sortable>
<thead><tr><th scope="col">Outlet</th><td></td><th scope="col">Unnamed</th></tr></thead>
<tbody>
${rows.join('')}</tbody>
</table>
`;
}

function articleLink({ articles: rows }: RunData, article: number, anchor = ''): string {
  const [title, href] = rows[article]!;
  return `<a href="${href}${anchor}">${isolated(title)}</a>`;
}

function comparisons({ comparisons: all, data }: Run): string {
  const of = (wanted: string) => all.filter(({ relation }) => relation === wanted).map((item) => compared(item, data));
  const [disagreeing, overlapping, agreeing] = [of('disagree'), of('overlap'), of('agree')];
  const list = (items: readonly string[], words: string) =>
    items.length === 0
      ? ''
      : `<details${items.length <= SHORT_LIST ? ' open' : ''}><summary>${counted(items.length, 'pair')} ${words}</summary>
<ul class="rows">
${items.join('')}</ul>
</details>
`;
  return [
    disagreeing.length === 0 ? '<p class="none">No two sources disagree about a figure.</p>\n' : '',
    list(disagreeing, 'differ'),
    list(overlapping, 'overlap, and may both be right'),
    agreeing.length > 0 ? `<p class="how">${counted(agreeing.length, 'pair')} of figures agree.</p>\n` : '',
  ].join('');
}

/** What readers look for first. */
function firstDisagreeing({ comparisons: all, data }: Run): string {
  const disagreeing = all.filter(({ relation }) => relation === 'disagree');
  if (disagreeing.length === 0) return '<p class="none">No two sources disagree about a figure.</p>\n';
  const items = disagreeing.slice(0, MAX_DISAGREEING).map((item) => compared(item, data));
  const more = disagreeing.length - items.length;
  return `<ul class="rows">
${items.join('')}</ul>
<p class="how">Two sources give different figures for what seems to be the same thing.${more > 0 ? ` <a href="#figures">${grouped(more)} more</a>` : ''}</p>
`;
}

function compared({ article, about, figures }: Comparison, data: RunData): string {
  const [, href] = data.articles[article]!;
  const voices = figures.map(
    ({ id, text, voice }) =>
      `<a href="${href}#${id}">${isolated(text)}</a> <span class="how">(${voice === null ? 'the article itself' : isolated(voice)})</span>`,
  );
  return `<li><b>${isolated(about)}</b>: ${voices.join(' · ')} <span class="how">in</span> ${articleLink(data, article)}</li>\n`;
}

function articles(data: RunData): string {
  if (data.articles.length === 0) return '<p class="none">There are no articles.</p>\n';
  const claims = new Int32Array(data.articles.length);
  for (const [article] of data.claims) claims[article]! += 1;
  const rows = data.articles.map(
    ([, , published], index) =>
      `<tr><th scope="row">${articleLink(data, index)}</th><td>${published ?? '–'}</td><td>${grouped(claims[index]!)}</td></tr>\n`,
  );
  return `<details${rows.length <= SHORT_LIST ? ' open' : ''}><summary>${counted(rows.length, 'article')}</summary>
<table data-sortable>
<thead><tr><th scope="col">Article</th><th scope="col">Published</th><th scope="col">Claims</th></tr></thead>
<tbody>
${rows.join('')}</tbody>
</table>
</details>
`;
}

function problems({ problems: groups, data }: Run, missing: readonly string[]): string {
  if (groups.size === 0 && missing.length === 0) return '<p class="none">No problems were found.</p>\n';
  const named = missing.slice(0, MAX_MISSING).map((line) => `<li>${isolated(line)}</li>\n`);
  const unnamed = missing.length - named.length;
  const unread = `<details open><summary>${counted(missing.length, 'article')} not in this report</summary>
<ul class="rows">
${named.join('')}</ul>
${unnamed > 0 ? `<p class="how">and ${grouped(unnamed)} more; the ledger names them</p>\n` : ''}</details>
`;
  const lists = [...groups].map(([code, { message, count, articles: where }]) => {
    const links = [...where].slice(0, MAX_NAMED).map((article) => `<li>${articleLink(data, article)}</li>\n`);
    const more = where.size - links.length;
    return `<details><summary>${escaped(message)} <span class="how">${grouped(count)} times, <code>${escaped(code)}</code></span></summary>
<ul class="rows">
${links.join('')}</ul>
${more > 0 ? `<p class="how">and in ${counted(more, 'more article', 'more articles')}</p>\n` : ''}</details>
`;
  });
  return (missing.length === 0 ? '' : unread) + lists.join('');
}
