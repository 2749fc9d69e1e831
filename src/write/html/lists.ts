/**
 * The lists below the text: people, sources, dates, numbers, compared figures and problems, each linked to its place.
 */
import { contains, type Span } from '../../document.ts';
import type { Output } from '../../output.ts';
import { escaped, isolated } from './escape.ts';
import { counted, DATE_BASES, KINDS, numberWords } from './words.ts';

/** @returns what else was found, by kind, as HTML: people, sources, dates, numbers, comparisons, problems */
export function writeLists(output: Output): string {
  return [
    section('People', 'No person is named.', output.people.map(person)),
    section('Sources', 'Nobody is quoted.', sources(output)),
    section('Dates', 'No date or duration is mentioned.', output.dates.map(date)),
    section('Numbers', 'No number is mentioned.', output.numbers.map(number)),
    section('Figures for one thing', 'No two voices give a figure for the same thing.', comparisons(output)),
    section('Problems', 'No problems were found.', problems(output)),
  ].join('');
}

function section(title: string, none: string, items: readonly string[]): string {
  const list = items.length === 0 ? `<p class="none">${none}</p>` : `<ul>\n${items.join('')}</ul>`;
  return `<details class="list"><summary><h2>${title} <span class="count">${items.length}</span></h2></summary>\n${list}\n</details>\n`;
}

function person({ id, name, titles, aliases, age, mentions }: Output['people'][number]): string {
  const more = [
    aliases.length > 0 ? `also ${aliases.map(isolated).join(', ')}` : '',
    age === null ? '' : `aged ${age}`,
    counted(mentions.length, 'mention'),
  ];
  return `<li id="list-${id}"><a href="#${id}">${isolated([...titles, name].join(' '))}</a> <span class="how">${more.filter(Boolean).join(', ')}</span></li>\n`;
}

function sources({ sources: all, claims }: Output): string[] {
  const first = new Map<string, string>();
  const said = new Map<string, number>();
  for (const { id, attribution } of claims) {
    for (const { source } of attribution) {
      if (source === null) continue;
      if (!first.has(source)) first.set(source, id);
      said.set(source, (said.get(source) ?? 0) + 1);
    }
  }
  return all.map(({ id, name, kind, resolved, candidates }) => {
    const claim = first.get(id);
    const named = claim ? `<a href="#${claim}">${isolated(name)}</a>` : isolated(name);
    const open = resolved
      ? ''
      : `, not resolved${candidates.length > 0 ? `: perhaps ${candidates.map((one) => isolated(one.name)).join(' or ')}` : ''}`;
    return `<li>${named} <span class="how">${KINDS[kind]}${open}, in ${counted(said.get(id) ?? 0, 'claim')}</span></li>\n`;
  });
}

function date({ id, text, type, value, basis, by }: Output['dates'][number]): string {
  return `<li id="list-${id}"><a href="#${id}">${isolated(text)}</a> <b>${escaped(value)}</b> <span class="how">${type.toLowerCase()}, ${DATE_BASES[basis]}</span> <code>${escaped(by)}</code></li>\n`;
}

function number(item: Output['numbers'][number]): string {
  return `<li id="list-${item.id}"><a href="#${item.id}">${isolated(item.text)}</a> <b>${isolated(numberWords(item))}</b> <span class="how">${item.kind.replace('-', ' ')}</span> <code>${escaped(item.by)}</code></li>\n`;
}

function comparisons({ comparisons: all, numbers, sources: voices }: Output): string[] {
  const numberById = new Map(numbers.map((item) => [item.id, item]));
  const nameById = new Map(voices.map(({ id, name }) => [id, name]));
  return all.map((comparison) => {
    const figures = comparison.numbers.map((id, index) => {
      const source = comparison.sources[index] ?? null;
      const voice = source === null ? 'the article itself' : isolated(nameById.get(source) ?? source);
      return `<a href="#${id}">${isolated(numberById.get(id)?.text ?? id)}</a> <span class="how">(${voice})</span>`;
    });
    return `<li><b>${isolated(comparison.about)}</b>: ${figures.join(', ')} <span class="how">${comparison.relation}</span></li>\n`;
  });
}

function problems({ problems: all, sentences }: Output): string[] {
  let at = 0;
  return all.map(({ stage, code, message, start, end }) => {
    while (at + 1 < sentences.length && sentences[at]!.end <= start) at += 1;
    const cut = cutFrom(sentences[at], { start, end });
    return `<li><b>${escaped(message)}</b> ${cut === '' ? '' : `<q>${isolated(cut)}</q> `}<span class="how">${escaped(stage)}</span> <code>${escaped(code)}</code></li>\n`;
  });
}

/** The text of a span, where it lies in one sentence. */
function cutFrom(sentence: Output['sentences'][number] | undefined, span: Span): string {
  if (!sentence || !contains(sentence, span)) return '';
  return sentence.text.slice(span.start - sentence.start, span.end - sentence.start);
}
