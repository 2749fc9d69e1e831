/**
 * One article as a page for people: each sentence numbered and wrapped, beneath it rows of marks, at the right what they
 * mean. Made from the contract's object and the text alone, so it shows what the JSON says and nothing else.
 *
 *     p d n   a person, a date, a number (values at the right)
 *     _       what is claimed      .  the same in the article's own voice
 *     1 2 3   who says it, who passes it on …      ^  the cue      m  the medium
 */
import { lastStartingAt, type Span } from '../document.ts';
import type { Output, OutputClaim } from '../output.ts';
import { inColumns } from './one-line.ts';

const MAX_COLUMNS = 100;
const LEGEND = 'p person  d date  n number  _ claimed  . own voice  1 2 3 who says it  ^ cue  m medium';

/** A row of marks under the text: stretches with the character that fills them, and the note at the right. */
interface Row {
  readonly marks: readonly (Span & { readonly fill: string })[];
  readonly note: string;
}

/** @returns each sentence with marks underneath and the values at the right, then lists of what was found */
export function writeText({
  output,
  article,
}: {
  readonly output: Output;
  readonly article: { readonly text: string };
}): string {
  const { text } = article;
  const { sentences } = output;
  const rows = rowsBySentence(output);
  const lines = [...head(output), ''];
  for (const [index, sentence] of sentences.entries()) {
    const label = `${index + 1}${sentence.kind === 'heading' ? '#' : ''}`;
    const told = new Set<Row>();
    for (const [count, line] of wrap(text, sentence).entries()) {
      lines.push(`${(count === 0 ? label : '').padStart(4)}  ${text.slice(line.start, line.end)}`);
      for (const row of rows[index]!) {
        const drawn = draw(row, line);
        if (drawn === null) continue;
        lines.push(`${' '.repeat(6)}${told.has(row) ? drawn : `${drawn.padEnd(MAX_COLUMNS)}  ${row.note}`}`);
        told.add(row);
      }
    }
    lines.push('');
  }
  return `${[...lines, ...lists(output)].map(inColumns).join('\n')}\n`;
}

function head({ article, claims }: Output): string[] {
  const { date, basis, candidates } = article.published;
  const day = date ?? (candidates.length > 0 ? candidates.join(' or ') : 'unknown');
  const attributed = claims.filter(({ attribution }) => attribution.length > 0).length;
  return [
    article.title === null ? article.id : `${article.id}: ${article.title}`,
    `published ${day}${basis === 'unknown' ? '' : ` (${basis})`}; ${claims.length} ${claims.length === 1 ? 'claim' : 'claims'}, ${attributed} attributed`,
    LEGEND,
  ];
}

/** For each sentence the rows that touch it: people, dates and numbers first, then claims in their order. */
function rowsBySentence({ sentences, people, sources, dates, numbers, claims }: Output): Row[][] {
  const rows: Row[][] = sentences.map(() => []);
  const add = (row: Row) => {
    const touched = new Set<number>();
    for (const { start, end } of row.marks) {
      for (let at = Math.max(0, lastStartingAt(sentences, start)); at < sentences.length; at += 1) {
        if (sentences[at]!.start >= end) break;
        if (sentences[at]!.end > start) touched.add(at);
      }
    }
    for (const at of touched) rows[at]!.push(row);
  };
  const mentions = [
    ...people.flatMap(({ id, name, mentions: all }) =>
      all.map((span) => ({ ...span, fill: 'p', note: `${id} ${name}` })),
    ),
    ...dates.map((date) => ({ ...date, fill: 'd', note: `${date.id} ${date.type} ${date.value} ${date.basis}` })),
    ...numbers.map((number) => ({ ...number, fill: 'n', note: `${number.id} ${figure(number)}` })),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
  for (const { start, end, fill, note } of mentions) add({ marks: [{ start, end, fill }], note });
  const sourceById = new Map(sources.map((source) => [source.id, source]));
  for (const claim of claims) add({ marks: claimMarks(claim), note: claimNote(claim, sourceById) });
  return rows;
}

function claimMarks({ content, attribution, medium }: OutputClaim): Row['marks'] {
  const marks = content.map(({ start, end }) => ({ start, end, fill: attribution.length === 0 ? '.' : '_' }));
  if (medium) marks.push({ start: medium.start, end: medium.end, fill: 'm' });
  for (const [index, { span, cue }] of attribution.entries()) {
    if (span) marks.push({ start: span.start, end: span.end, fill: String(index + 1) });
    if (cue) marks.push({ start: cue.start, end: cue.end, fill: '^' });
  }
  return marks;
}

function claimNote(claim: OutputClaim, sources: ReadonlyMap<string, Output['sources'][number]>): string {
  const chain = claim.attribution.map(({ source, cue, stance }) => {
    const known = source === null ? undefined : sources.get(source);
    return `${known ? `${known.id} ${known.name} (${known.kind})` : 'nobody named'} ${stance}${cue ? ` "${cue.lemma}"` : ''}`;
  });
  const flags = [claim.negated ? 'negated' : '', claim.hedged ? 'hedged' : ''].filter(Boolean);
  return [
    `${claim.id} ${claim.quotation}`,
    ...(chain.length > 0 ? [chain.join(' < ')] : []),
    ...flags,
    claim.by,
    claim.confidence.toFixed(2),
  ].join(' | ');
}

function figure({ kind, value, min, max, modifier, unit, counted }: Output['numbers'][number]): string {
  const bounds = min === max ? '' : ` [${min ?? ''}..${max ?? ''}]`;
  return `${kind} ${modifier === null ? '' : `${modifier} `}${value ?? '?'}${bounds}${unit === null ? '' : ` ${unit}`}${counted === null ? '' : ` of "${counted}"`}`;
}

/** Cuts a sentence into lines at white space; a word longer than a line stays whole. */
function wrap(text: string, { start, end }: Span): Span[] {
  const lines: Span[] = [];
  let from = start;
  while (end - from > MAX_COLUMNS) {
    let to = from + MAX_COLUMNS;
    while (to > from && !/\s/.test(text[to]!)) to -= 1;
    if (to === from) {
      to = from + MAX_COLUMNS;
      while (to < end && !/\s/.test(text[to]!)) to += 1;
    }
    lines.push({ start: from, end: to });
    from = to;
    while (from < end && /\s/.test(text[from]!)) from += 1;
  }
  if (from < end) lines.push({ start: from, end });
  return lines;
}

function draw({ marks }: Row, line: Span): string | null {
  const cells: string[] = [];
  for (const { start, end, fill } of marks) {
    for (let at = Math.max(start, line.start); at < Math.min(end, line.end); at += 1) cells[at - line.start] = fill;
  }
  return cells.length === 0 ? null : Array.from(cells, (cell) => cell ?? ' ').join('');
}

function lists({ people, sources, comparisons, problems }: Output): string[] {
  const person = ({ id, name, titles, aliases, age, mentions }: Output['people'][number]) =>
    `  ${id}  ${[...titles, name].join(' ')}${age === null ? '' : `, ${age}`}  ${mentions.length}x${aliases.length > 0 ? `  also ${aliases.join(', ')}` : ''}`;
  const source = ({ id, name, kind, person: who, resolved, how, candidates, mentions }: Output['sources'][number]) =>
    `  ${id}  ${name}  ${kind}${who === null ? '' : ` ${who}`}  ${mentions.length}x  ${resolved ? how : `open${candidates.map((one) => `, ${one.name} ${one.probability}`).join('')}`}`;
  const comparison = ({ about, relation, numbers, sources: voices }: Output['comparisons'][number]) =>
    `  ${about}: ${numbers.map((id, index) => `${id} (${voices[index] ?? 'own voice'})`).join(', ')} ${relation}`;
  return [
    ...(people.length > 0 ? ['People', ...people.map(person), ''] : []),
    ...(sources.length > 0 ? ['Sources', ...sources.map(source), ''] : []),
    ...(comparisons.length > 0 ? ['Figures for one thing', ...comparisons.map(comparison), ''] : []),
    ...(problems.length > 0
      ? ['Problems', ...problems.map(({ stage, code, start, end }) => `  ${stage} ${code} at ${start}-${end}`), '']
      : []),
  ].slice(0, -1);
}
