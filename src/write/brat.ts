/**
 * brat's standoff format: a text, its annotations, and the configuration that shows them (brat.nlplab.org/standoff.html).
 * An attribution is an event: its trigger is the cue, its arguments are the source, the content and the medium; who
 * passes a claim on has an event whose content is the inner event. Offsets count code points.
 */
import type { Article } from '../document.ts';
import { type Output, type OutputSpan, output as schema } from '../output.ts';
import { codePoints } from './code-points.ts';
import type { Joiner } from './format.ts';

/**
 * Characters that end a line for brat, or for one of the readers of its files, and the tab, which ends a field. An
 * annotation is cut there, as brat itself cuts it at line feeds.
 */
// biome-ignore lint/complexity/useRegexLiterals: a literal cannot name these characters readably
const BREAK = new RegExp('[\\t\\n\\v\\f\\r\\x1c-\\x1e\\x85\\u2028\\u2029]', 'g');

/** The text as brat's reader must find it: Python takes CR LF for one character, which would move all that follows. */
export function writeBratText({ article }: { readonly article: Pick<Article, 'text'> }): string {
  return article.text.replaceAll('\r\n', ' \n').replaceAll('\r', '\n');
}

/** @returns annotations in brat's standoff form, for the text that `writeBratText` gives */
export function writeBrat({
  output,
  article,
}: {
  readonly output: Output;
  readonly article: Pick<Article, 'text'>;
}): string {
  const lines: string[] = [];
  const counts = new Map<string, number>();
  const offset = codePoints(article.text);
  const id = (letter: string): string => {
    const count = (counts.get(letter) ?? 0) + 1;
    counts.set(letter, count);
    return `${letter}${count}`;
  };
  const mark = (type: string, spans: readonly OutputSpan[]): string => {
    const pieces = spans.flatMap(unbroken);
    const places = pieces.map(({ start, end }) => `${offset(start)} ${offset(end)}`).join(';');
    const name = id('T');
    lines.push(`${name}\t${type} ${places}\t${pieces.map(({ text }) => text).join(' ')}`);
    return name;
  };
  const say = (of: string, note: string) => lines.push(`${id('#')}\tAnnotatorNotes ${of}\t${note.replace(BREAK, ' ')}`);
  const attribute = (of: string, name: string, value = '') => {
    lines.push(`${id('A')}\t${name} ${of}${value && ' '}${value}`);
  };

  for (const person of output.people) {
    for (const mention of person.mentions) say(mark('Person', [mention]), `${person.id} ${person.name}`);
  }
  for (const date of output.dates) say(mark('Date', [date]), `${date.value} (${date.basis})`);
  for (const { value, min, max, unit, ...number } of output.numbers) {
    say(mark('Number', [number]), [number.kind, value ?? `${min ?? ''}..${max ?? ''}`, unit].filter(Boolean).join(' '));
  }
  const sources = new Map(output.sources.map((source) => [source.id, source]));
  for (const claim of output.claims) {
    const content = mark('Claim', claim.content);
    attribute(content, 'Quotation', claim.quotation);
    if (claim.negated) attribute(content, 'Negated');
    if (claim.hedged) attribute(content, 'Hedged');
    say(content, `${claim.id} by ${claim.by}, confidence ${claim.confidence}`);
    let inner = content;
    for (const [index, { source, span, cue, stance }] of claim.attribution.entries()) {
      const trigger = mark('Attribution', cue ? [cue] : claim.content);
      const roles = [`Content:${inner}`];
      if (span) {
        const known = source === null ? undefined : sources.get(source);
        const who = mark('Source', [span]);
        if (known) say(who, `${known.id} ${known.name} (${known.kind})`);
        roles.unshift(`Source:${who}`);
      }
      if (claim.medium && index === 0) roles.push(`Medium:${mark('Medium', [claim.medium])}`);
      inner = id('E');
      lines.push(`${inner}\tAttribution:${trigger} ${roles.join(' ')}`);
      attribute(inner, 'Stance', stance);
    }
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** The pieces of a span between characters that break lines or fields. */
function unbroken({ start, text }: OutputSpan): OutputSpan[] {
  const pieces: OutputSpan[] = [];
  let from = 0;
  for (const piece of text.split(BREAK)) {
    if (piece !== '') pieces.push({ start: start + from, end: start + from + piece.length, text: piece });
    from += piece.length + 1;
  }
  return pieces;
}

/** `annotation.conf`, which tells brat the types; it stands once in the folder. */
export function joinBratConfiguration(): Joiner {
  const { quotation, attribution } = schema.shape.claims.element.shape;
  const values = ({ options }: { readonly options: readonly string[] }) => options.join('|');
  const configuration = `[entities]
Person
Source
Claim
Medium
Date
Number
[relations]
[events]
Attribution Source?:Source, Content:Claim|Attribution, Medium?:Medium
[attributes]
Quotation Arg:Claim, Value:${values(quotation)}
Negated Arg:Claim
Hedged Arg:Claim
Stance Arg:Attribution, Value:${values(attribution.element.shape.stance)}
`;
  return { add: () => '', end: () => configuration };
}
