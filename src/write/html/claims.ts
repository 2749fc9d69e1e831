/** The list of claims beside the text: who says what, through whom, and how sure it is. */
import { BETWEEN_PIECES } from '../../document.ts';
import type { Output, OutputClaim } from '../../output.ts';
import { escaped, isolated } from './escape.ts';
import { percent, QUOTATIONS, voiceOf } from './words.ts';

type Sources = ReadonlyMap<string, Output['sources'][number]>;

/** @returns the items of the list of claims, as HTML */
export function claimList({ article, claims, sources }: Output): string {
  const byId: Sources = new Map(sources.map((source) => [source.id, source]));
  return claims.map((claim) => listed(article.id, claim, byId)).join('');
}

function listed(article: string, claim: OutputClaim, sources: Sources): string {
  const { id, content, attribution, medium, by, confidence, negated, hedged, quotation } = claim;
  const words = content.map(({ text }) => escaped(text)).join(' <span class="gap">…</span> ');
  const flags = [
    attribution.map(({ stance }) => stance).join(' ← '),
    attribution.length === 0 ? '' : QUOTATIONS[quotation],
    negated ? '<b>negated</b>' : '',
    hedged ? '<b>hedged</b>' : '',
    attribution.length === 0 ? '' : `${percent(confidence)} sure`,
    `<code>${escaped(by)}</code>`,
  ];
  return `<li id="list-${id}" class="claim${attribution.length === 0 ? ' own' : ''}">
<p class="who">${chain(claim, sources)}${medium ? ` <span class="how">(${isolated(medium.text)})</span>` : ''}</p>
<p class="what"><a href="#${id}"><bdi>${words}</bdi></a></p>
<p class="tags"><a class="id" href="#${id}" aria-label="Link to claim ${id}">${id}</a> ${flags.filter(Boolean).join(' · ')}${attribution.length === 0 ? '' : ` <button type="button" hidden>Copy as correction</button><code hidden>${escaped(correctionLine(article, claim, sources))}</code>`}</p>
</li>
`;
}

/** A line for `extract --corrections` with the source as it is, to be copied and changed. */
function correctionLine(article: string, { content, attribution }: OutputClaim, sources: Sources): string {
  const known = attribution[0]?.source == null ? undefined : sources.get(attribution[0].source);
  const text = content.map((piece) => piece.text).join(BETWEEN_PIECES);
  const place = { article, start: content[0]!.start, end: content.at(-1)!.end, text };
  return JSON.stringify({ ...place, source: known?.name ?? '', kind: known?.kind ?? 'person' });
}

/** Innermost first, as in the contract: who it comes from, then who passes it on. */
function chain({ attribution }: OutputClaim, sources: Sources): string {
  if (attribution.length === 0) return '<span class="how">The article itself</span>';
  return attribution
    .map((link, index) => {
      const name = `<b>${isolated(voiceOf(link, sources))}</b>`;
      const cue = link.cue ? ` <i>${isolated(link.cue.text)}</i>` : '';
      return `${index === 0 ? '' : '<span class="how">passed on by</span> '}${name}${cue}`;
    })
    .join('<br>\n');
}
