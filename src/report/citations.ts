/** Drawings of who passes on whose words, and of who is quoted when: SVG, with the same numbers as a table. */
import { escaped, isolated } from '../write/html/escape.ts';
import { counted, grouped } from '../write/html/words.ts';
import { NOBODY, type RunData } from './gather.ts';
import { mostQuoted } from './shares.ts';

/** Lines drawn: more cross each other too often to be followed. */
const MAX_PAIRS = 16;
const ROW = 26;
/** Of the drawing, in its own units; names stand left and right of the lines. */
const [LEFT, RIGHT, WIDTH] = [260, 440, 700];
/** Letters of a name in the drawing. */
const MAX_NAME_LENGTH = 34;

interface Pair {
  readonly said: number;
  readonly passed: number;
  readonly count: number;
}

/** @returns the pairs of neighbours in the chains of claims, most first */
export function pairsOf({ claims, sources }: RunData): Pair[] {
  const counts = new Map<number, number>();
  for (const [, , , , links] of claims) {
    for (const [index, [passed]] of links.slice(1).entries()) {
      const said = links[index]![0];
      if (said === NOBODY || passed === NOBODY) continue;
      const key = said * sources.length + passed;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([key, count]) => ({ said: Math.floor(key / sources.length), passed: key % sources.length, count }))
    .sort((a, b) => b.count - a.count || a.said - b.said || a.passed - b.passed);
}

const short = (name: string): string => {
  const letters = [...name];
  return letters.length > MAX_NAME_LENGTH ? `${letters.slice(0, MAX_NAME_LENGTH - 1).join('')}…` : name;
};

const filterOf = (name: string): string => `#source=${encodeURIComponent(name.replace(/\p{Cs}/gu, '\ufffd'))}`;

/** Draws who said it on the left and who passed it on on the right; the width of a line is the number of claims. */
export function citations(data: RunData): string {
  const all = pairsOf(data);
  if (all.length === 0) return '<p class="none">No claim comes through somebody else.</p>\n';
  const pairs = all.slice(0, MAX_PAIRS);
  const rowsOf = (side: readonly number[]) => new Map([...new Set(side)].map((source, row) => [source, row]));
  const [said, passed] = [rowsOf(pairs.map((pair) => pair.said)), rowsOf(pairs.map((pair) => pair.passed))];
  const height = ROW * Math.max(said.size, passed.size);
  const y = (row: number) => row * ROW + ROW / 2;
  const most = pairs[0]!.count;
  const lines = pairs.map(({ said: from, passed: to, count }) => {
    const [a, b] = [y(said.get(from)!), y(passed.get(to)!)];
    const middle = (LEFT + RIGHT) / 2;
    return `<path class="flow" d="M${LEFT} ${a}C${middle} ${a} ${middle} ${b} ${RIGHT} ${b}" stroke-width="${(1.5 + (8 * count) / most).toFixed(1)}"/>`;
  });
  const names = (rows: ReadonlyMap<number, number>, x: number, anchor: string) =>
    [...rows].map(
      ([source, row]) =>
        `<text x="${x}" y="${y(row) + 4}" text-anchor="${anchor}">${escaped(short(data.sources[source]![0]))}</text>`,
    );
  const table = pairs.map(
    ({ said: from, passed: to, count }) =>
      `<tr><th scope="row">${name(data, from)}</th><td>${name(data, to)}</td><td>${grouped(count)}</td></tr>\n`,
  );
  return `<div class="drawing" tabindex="0" role="group" aria-label="Drawing, may be wider than the screen"><svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Who passes on whose words; the table beneath says the same">
${lines.join('')}
${names(said, LEFT - 8, 'end').join('')}
${names(passed, RIGHT + 8, 'start').join('')}
</svg></div>
<details><summary>The same as a table</summary>
<table data-sortable>
<thead><tr><th scope="col">Who said it</th><th scope="col">Who passed it on</th><th scope="col">Claims</th></tr></thead>
<tbody>
${table.join('')}</tbody>
</table>
</details>
${all.length > pairs.length ? `<p class="how">and ${counted(all.length - pairs.length, 'more pair')}, rarer</p>\n` : ''}`;
}

const name = ({ sources }: RunData, source: number): string =>
  `<a href="${filterOf(sources[source]![0])}">${isolated(sources[source]![0])}</a>`;

/** Sources and months that are drawn. */
const [MAX_SOURCES, MAX_MONTHS] = [10, 36];

/** A row for each of those quoted most, a column for each month of publication; the size of a dot is the number of claims. */
export function sourcesOverTime(data: RunData): string {
  const months = [...new Set(data.articles.flatMap(([, , day]) => (day === null ? [] : [day.slice(0, 7)])))]
    .sort()
    .slice(-MAX_MONTHS);
  const rows = mostQuoted(data, MAX_SOURCES).map(({ source }) => source);
  if (months.length < 2 || rows.length === 0) {
    return '<p class="none">There are not two months with articles of a known day.</p>\n';
  }
  const counts = rows.map(() => months.map(() => 0));
  for (const [article, , , , links] of data.claims) {
    const row = rows.indexOf(links[0]?.[0] ?? NOBODY);
    const column = months.indexOf(data.articles[article]![2]?.slice(0, 7) ?? '');
    if (row >= 0 && column >= 0) counts[row]![column]! += 1;
  }
  const most = Math.max(1, ...counts.flat());
  const cells = (row: number) =>
    months.map((_, column) => {
      const count = counts[row]![column]!;
      const size = count === 0 ? 0 : Math.max(0.15, Math.sqrt(count / most));
      const dot = `<svg viewBox="-1 -1 2 2" aria-hidden="true"><circle class="bar" r="${size.toFixed(2)}"/></svg>`;
      return `<td>${count === 0 ? '' : dot}<span>${count}</span></td>`;
    });
  const lines = rows.map(
    (source, row) => `<tr><th scope="row">${name(data, source)}</th>${cells(row).join('')}</tr>\n`,
  );
  return `<div class="drawing" tabindex="0" role="group" aria-label="Table, may be wider than the screen"><table class="dots">
<thead><tr><th scope="col">Source</th>${months.map((month) => `<th scope="col">${month}</th>`).join('')}</tr></thead>
<tbody>
${lines.join('')}</tbody>
</table></div>
`;
}
