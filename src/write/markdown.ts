/** A table of who says what, for a page, a ticket or a chat that shows GitHub's Markdown. */
import type { Output, OutputClaim } from '../output.ts';
import { oneLine } from './one-line.ts';

const HEAD = `|   | who | how | what | with |
| --- | --- | --- | --- | --- |
`;

/** @returns a heading and a table, one row a claim; only the heading where there is none */
export function writeMarkdown({ output }: { readonly output: Output }): string {
  const { article, claims } = output;
  const day = article.published.date;
  const rows = claims.map(rowWith(output));
  return `# ${plain(article.title ?? article.id)}

${day === null ? '' : `${day}, `}${claims.length} ${claims.length === 1 ? 'claim' : 'claims'}

${rows.length === 0 ? '' : HEAD + rows.join('')}
`;
}

function rowWith({ sources, people, dates, numbers }: Output): (claim: OutputClaim) => string {
  const names = new Map([...sources, ...people].map(({ id, name }) => [id, name]));
  const days = new Map(dates.map((date) => [date.id, date.value]));
  const figures = new Map(numbers.map((number) => [number.id, number.text]));
  return (claim) => {
    const chain = claim.attribution.map(({ source, span }) => names.get(source ?? '') ?? span?.text ?? 'nobody named');
    const text = claim.content.map((piece) => piece.text).join(' … ');
    const cells = [
      claim.id,
      chain.length === 0 ? 'the article' : chain.join(' via '),
      claim.attribution.map(({ stance }) => stance).join(', '),
      text,
      [
        ...claim.people.map((id) => names.get(id)!),
        ...claim.dates.map((id) => days.get(id)!),
        ...claim.numbers.map((id) => figures.get(id)!),
      ].join(', '),
    ];
    return `| ${cells.map(plain).join(' | ')} |\n`;
  };
}

/** On one line, and shown as it stands: no mark of Markdown or HTML in it has a meaning. */
function plain(text: string): string {
  return oneLine(text)
    .trim()
    .replace(/[\\`*_{}[\]<>|~$&#]/g, '\\$&');
}
