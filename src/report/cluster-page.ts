/** The page of a claim that several articles make: from how many it comes, who has it from whom, what speaks against it. */
import type { ClusterRow, ContradictionRow, Evidence } from '../corroborate/rows.ts';
import { escaped, isolated } from '../write/html/escape.ts';
import { type Shell, shellOf, writeShell } from '../write/html/page.ts';
import { counted } from '../write/html/words.ts';
import { drawGraph } from './cluster-graph.ts';

let shell: Shell | undefined;

/** Where the page of an article is, and what it is called. */
export type ArticleOf = (id: string) => { readonly title: string; readonly href: string } | null;

/**
 * @param articleOf pages, from the page of the cluster
 * @param index the page of the run, from there
 * @returns a whole HTML document
 */
export function clusterPage(cluster: ClusterRow, articleOf: ArticleOf, index: string): string {
  shell ??= shellOf([new URL('../write/html/base.css', import.meta.url), new URL('./index.css', import.meta.url)], []);
  const { gist, members, contradictions, articles, origins } = cluster;
  const byDay = [...members].sort((a, b) => ((a.published ?? '~') < (b.published ?? '~') ? -1 : 1));
  const link = (id: string, anchor: string, words: string): string => {
    const article = articleOf(id);
    return article === null ? escaped(words) : `<a href="${article.href}#${anchor}">${isolated(words)}</a>`;
  };
  const title = (id: string) => articleOf(id)?.title ?? id;
  const proof = ({ article, text }: Evidence) =>
    `<q>${isolated(text.replace(/\s+/g, ' '))}</q> <span class="how">in ${link(article, '', title(article))}</span>`;
  const body = `<header>
<p class="facts"><a href="${index}">All claims</a></p>
<h1>${isolated(gist)}</h1>
<p class="facts">In ${counted(articles, 'article')}; comes from ${escaped(intervalWords(cluster.speakers, 'speaker'))}, heard first hand by ${escaped(intervalWords(cluster.hearings, 'outlet'))}.</p>
<p class="how">This says how many sources a claim has, not whether it is true.</p>
${cluster.flags.map((flag) => `<p class="notice">${FLAGS[flag]}</p>\n`).join('')}</header>
<main>
<section aria-labelledby="graph-title">
<h2 id="graph-title">Who has it from whom</h2>
${drawGraph(cluster, (id) => articleOf(id)?.href ?? null)}<ul class="rows">
${origins.map(({ kind, name, evidence }) => `<li><b>${isolated(kind === 'voice' ? title(name) : name)}</b> <span class="how">${KINDS[kind]}</span> ${proof(evidence[0]!)}</li>\n`).join('')}</ul>
</section>
<section aria-labelledby="members-title">
<h2 id="members-title">Articles</h2>
<ul class="rows">
${byDay.map(({ article, claim, text, published, outlet, role }) => `<li><span class="how">${published ?? 'no day'} · ${isolated(outlet ?? title(article))} · ${ROLES[role]}</span><br>${link(article, claim, text)}</li>\n`).join('')}</ul>
</section>
${
  contradictions.length === 0
    ? ''
    : `<section aria-labelledby="against-title">
<h2 id="against-title">What cannot both be right</h2>
<ul class="rows">
${contradictions.map(({ kind, about, first, second }) => `<li><b>${AGAINST[kind]}</b> <span class="how">${isolated(about)}</span><br>${proof(first)}<br>${proof(second)}</li>\n`).join('')}</ul>
</section>
`
}</main>
`;
  return writeShell(shell, gist, body);
}

/** "1 speaker", "1 to 3 speakers". */
export function intervalWords([least, most]: readonly number[], one: string): string {
  return least === most ? counted(least!, one) : `${least} to ${counted(most!, one)}`;
}

const FLAGS: Readonly<Record<ClusterRow['flags'][number], string>> = {
  'single-origin': 'All of it goes back to one origin.',
  circular: 'Outlets name one another as the source, in a ring.',
  'no-origin': 'Nobody is named who said it.',
  'uncredited-copy': 'An article has the words of another without naming it.',
  'origin-outside': 'The article that others have it from is not among these.',
};

const KINDS: Readonly<Record<ClusterRow['origins'][number]['kind'], string>> = {
  named: 'named',
  unnamed: 'without a name; may be one or many',
  outside: 'an outlet whose article is not here',
  voice: 'an article that names nobody',
};

const ROLES: Readonly<Record<ClusterRow['members'][number]['role'], string>> = {
  origin: 'others have it from here',
  relay: 'names who reported it',
  copy: 'has the text of another',
  own: 'on its own',
};

const AGAINST: Readonly<Record<ContradictionRow['kind'], string>> = {
  figures: 'figures differ',
  updated: 'the later figure is another',
  polarity: 'one says that it is not so',
  denied: 'denied',
  'altered-quotation': 'a quotation was changed',
  'speakers-disagree': 'two speakers for the same words',
};
