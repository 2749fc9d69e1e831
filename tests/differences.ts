/** What an output has otherwise than the facts, one line a difference, in words that stay the same from run to run. */
import { byPosition, overlaps, type Span } from '../src/document.ts';
import type { Output, OutputClaim } from '../src/output.ts';
import { type ClaimFact, claimsOf, type Facts } from './facts.ts';
import type { Marked } from './markup.ts';

const CONTENT = 0.7;
const SOURCE = 0.5;

/** Every difference, in the order of the text. */
export function differences(facts: Facts, output: Output): string[] {
  const { text, spans } = facts;
  const of = (role: string): Marked[] => spans.filter((span) => span.role === role);
  const found = [
    ...sentenceDifferences(of('b'), of('h'), output),
    ...nameDifferences(of('name'), output),
    ...dateDifferences(text, of('date'), output),
    ...numberDifferences(of('num'), of('date').filter(isDuration), output),
    ...claimDifferences(text, claimsOf(facts), output),
  ];
  const paragraph = (at: number): number => text.slice(0, at).split('\n\n').length;
  return found
    .sort((a, b) => byPosition(a.span, b.span) || (a.line < b.line ? -1 : 1))
    .map(({ span, line }) => `¶${paragraph(span.start)} ${line.replace(/\s+/g, ' ')}`);
}

interface Difference {
  readonly span: Span;
  readonly line: string;
}

const same = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;
const value = ({ value: written }: Marked): string => (written ?? '').replaceAll('_', ' ');

function sentenceDifferences(bodies: readonly Marked[], headings: readonly Marked[], output: Output): Difference[] {
  const wanted = [...bodies, ...headings];
  const counted = output.sentences.filter(({ kind }) => bodies.length > 0 || kind === 'heading');
  const kindOf = ({ role }: Marked): string => (role === 'h' ? 'heading' : 'body');
  return [
    ...wanted
      .filter((want) => !counted.some((got) => same(want, got) && got.kind === kindOf(want)))
      .map((want) => ({ span: want, line: `missed ${kindOf(want)}` })),
    ...counted
      .filter((got) => !wanted.some((want) => same(want, got) && got.kind === kindOf(want)))
      .map((got) => ({ span: got, line: `false ${got.kind} "${got.text}"` })),
  ];
}

function nameDifferences(wanted: readonly Marked[], { people }: Output): Difference[] {
  const counted = people.flatMap(({ name, mentions }) =>
    mentions.filter(({ kind }) => kind === 'name').map((mention) => ({ ...mention, name })),
  );
  return [
    ...wanted.flatMap((want) => {
      const got = counted.find((mention) => same(mention, want));
      if (!got) return [{ span: want, line: `missed name of ${value(want)}` }];
      return got.name === value(want) ? [] : [{ span: want, line: `name of ${value(want)} given to ${got.name}` }];
    }),
    ...counted
      .filter((got) => !wanted.some((want) => same(want, got)))
      .map((got) => ({ span: got, line: `false name "${got.text}"` })),
  ];
}

/** A duration, a set, or a date that may be found or not: the number inside it may be one of the numbers. */
const isDuration = (date: Marked): boolean => /^[P?]/.test(date.value!);

function dateDifferences(text: string, wanted: readonly Marked[], { dates }: Output): Difference[] {
  const core = ({ start, end }: Span): Span => ({ start: start + articleLength(text.slice(start, end)), end });
  const agree = (want: Span, got: Span): boolean => same(core(want), core(got));
  return [
    ...wanted.flatMap((want) => {
      if (want.value === '?') return [];
      const got = dates.find((date) => agree(want, date));
      if (!got) return [{ span: want, line: `missed date ${want.value}` }];
      return got.value === want.value ? [] : [{ span: want, line: `date ${want.value} read as ${got.value}` }];
    }),
    ...dates
      .filter((got) => !wanted.some((want) => (want.value === '?' ? overlaps(want, got) : agree(want, got))))
      .map((got) => ({ span: got, line: `false date "${got.text}" ${got.value}` })),
  ];
}

function numberDifferences(wanted: readonly Marked[], durations: readonly Marked[], { numbers }: Output): Difference[] {
  return [
    ...wanted.flatMap((want) => {
      const [figure, unit, modifier] = value(want).split('|') as [string, string?, string?];
      if (figure === '?') return [];
      const touching = numbers.filter((number) => overlaps(number, want));
      const got = touching[0];
      if (!got) return [{ span: want, line: `missed number ${value(want)}` }];
      const ends = touching.map((number) => number.value ?? `${number.min}..${number.max}`);
      const read = ends.join('..');
      const wrong = [
        ...(figure === '-' || figure === read || isThatFraction(figure, got.value) ? [] : [`read as ${read}`]),
        ...(unit === undefined || sameUnit(unit, got.unit ?? got.counted) ? [] : [`of ${got.unit ?? got.counted}`]),
        ...(modifier === undefined || modifier === got.modifier ? [] : [`modified ${got.modifier}`]),
      ];
      return wrong.length === 0 ? [] : [{ span: want, line: `number ${value(want)} ${wrong.join(', ')}` }];
    }),
    ...numbers
      .filter((got) => ![...wanted, ...durations].some((want) => overlaps(want, got)))
      .map((got) => ({ span: got, line: `false number "${got.text}"` })),
  ];
}

/** `1/3`, as people write it. */
function isThatFraction(written: string, got: number | null): boolean {
  const [above, below] = written.split('/').map(Number);
  return got !== null && below !== undefined && Math.abs(got - above! / below) < 1e-9;
}

/** As the scorer has it: noun units agree on the last word. */
function sameUnit(wanted: string, got: string | null): boolean {
  const lastWord = (unit: string): string => unit.toLowerCase().split(' ').at(-1)!.replace(/s$/, '');
  return got !== null && lastWord(wanted) === lastWord(got);
}

function claimDifferences(text: string, wanted: readonly ClaimFact[], output: Output): Difference[] {
  const left = new Set(output.claims.filter(({ attribution }) => attribution.length > 0));
  const kinds = new Map(output.sources.map(({ id, kind }) => [id, kind]));
  const found: Difference[] = [];
  for (const want of wanted) {
    const first = want.content[0]!;
    const name = `claim "${text.slice(want.links[0]!.cue!.start, want.links[0]!.cue!.end)}" of "${startOf(text, first)}"`;
    const got = bestMatch(text, want, left);
    const optional = first.value === '?';
    if (!got) {
      if (!optional) found.push({ span: first, line: `missed ${name}` });
      continue;
    }
    left.delete(got);
    if (optional) continue;
    const wrong = claimMistakes(text, want, got, kinds);
    if (wrong.length > 0) found.push({ span: first, line: `${name}: wrong ${wrong.join(', ')}` });
  }
  for (const { content, attribution } of left) {
    const { span, cue } = attribution[0]!;
    found.push({
      span: content[0]!,
      line: `false claim by "${span?.text ?? ''}" "${cue?.text ?? ''}" of "${startOf(text, content[0]!)}"`,
    });
  }
  return found;
}

const startOf = (text: string, { start, end }: Span): string => text.slice(start, Math.min(end, start + 30));

/** The claim with a common cue, or failing that most of the content, that agrees best. */
function bestMatch(text: string, want: ClaimFact, claims: ReadonlySet<OutputClaim>): OutputClaim | undefined {
  const scored = [...claims].map((claim) => {
    const cues = want.links.filter(({ cue }) =>
      claim.attribution.some((link) => link.cue && overlaps(link.cue, cue!)),
    ).length;
    const content = jaccard(text, want.content, claim.content);
    return { claim, score: cues + content, near: cues > 0 ? content > 0 : content >= CONTENT };
  });
  return scored.filter(({ near }) => near).sort((a, b) => b.score - a.score)[0]?.claim;
}

function claimMistakes(text: string, want: ClaimFact, got: OutputClaim, kinds: ReadonlyMap<string, string>): string[] {
  const wrong: string[] = [];
  if (jaccard(text, want.content, got.content) < CONTENT) wrong.push('content');
  if (want.links.length !== got.attribution.length) return [...wrong, `chain of ${got.attribution.length}`];
  for (const [index, { source, cue }] of want.links.entries()) {
    const link = got.attribution[index]!;
    const which = want.links.length > 1 ? ` ${index + 1}` : '';
    if (!link.cue || !overlaps(link.cue, cue!)) wrong.push(`cue${which}`);
    const agree =
      source === null ? link.span === null : link.span !== null && jaccard(text, [source], [link.span]) >= SOURCE;
    const kind = link.source === null ? null : kinds.get(link.source)!;
    if (!agree) wrong.push(`source${which} "${link.span?.text ?? ''}"`);
    else if (source?.value && source.value !== kind) wrong.push(`kind${which} ${kind}`);
  }
  return wrong;
}

const articleLength = (words: string): number => /^(?:(?:the|an?)\s)?/i.exec(words)![0].length;

/** Common share of the letters and digits of two span lists, leading articles left out. */
function jaccard(text: string, a: readonly Span[], b: readonly Span[]): number {
  const positions = (spans: readonly Span[]): Set<number> => {
    const found = new Set<number>();
    for (const { start, end } of spans) {
      for (let at = start + articleLength(text.slice(start, end)); at < end; at += 1)
        if (/[\p{L}\p{N}]/u.test(text[at]!)) found.add(at);
    }
    return found;
  };
  const [left, right] = [positions(a), positions(b)];
  const common = [...left].filter((at) => right.has(at)).length;
  return common === 0 ? 0 : common / (left.size + right.size - common);
}
