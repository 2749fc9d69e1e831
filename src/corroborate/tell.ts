/** From an article's output to what is kept of it. */
import { lastStartingAt } from '../document.ts';
import type { Output, OutputClaim, OutputNumber, OutputSource } from '../output.ts';
import { isBodyName, isPersonalName, principalOf } from './bodies.ts';
import { bodyOf, sentenceAt } from './body.ts';
import { packColumns } from './columns.ts';
import { isFormula } from './formulas.ts';
import { lastWord } from './last-word.ts';
import { mainPart } from './main-part.ts';
import type { Outlet, Outlets } from './outlets.ts';
import { partsOf, placesOf } from './parts.ts';
import { piecesOf } from './quotation.ts';
import {
  type ClaimHead,
  type Detail,
  type Figure,
  type Kept,
  keepArticle,
  numbersOf,
  type StoredHead,
  textOf,
  type Voice,
} from './told.ts';
import { distinctStems, type Stem, stemsIn } from './words.ts';

/**
 * @param output of an article
 * @param known all outlets
 * @returns what is kept of it: the same bytes for the same output and outlets
 */
export function tellArticle(output: Output, known: Outlets): Kept {
  const { article, sentences, sources } = output;
  const body = bodyOf(output);
  const { claims, lists } = tellClaims(output, body);
  const names = distinct(sentences.flatMap(({ text }) => namesIn(text)));
  const { lengths, bytes } = packColumns({ ...lists, ...body, names });
  const head: StoredHead = {
    id: article.id,
    sha256: article.sha256,
    published: article.published.date,
    voices: sources.filter(isNamed).map((source) => voiceOf(source, output)),
    outlets: [...new Set(sentences.flatMap(({ text }) => known.namesIn(text)))].sort(),
    outlet: known.ofUrl(article.url ?? null),
    agency: known.agencyOfDateline(body.opening) ?? agencyAmong(article.authors ?? [], known),
    firstReportedBy: firstReporter(output, known),
    claims,
    lengths,
  };
  return keepArticle(head, bytes);
}

/** The claims as they are kept, sentence by sentence, and the columns in which their numbers lie. */
function tellClaims(output: Output, { frequency, sentences }: ReturnType<typeof bodyOf>) {
  const lists = {
    ...{ stems: [] as number[], local: [] as number[], counts: [] as number[], main: [] as number[] },
    ...{ around: [] as number[], aroundLocal: [] as number[] },
    ...{ said: [] as number[], saidCounts: [] as number[] },
    ...{ claimNames: [] as number[], clusters: [] as number[], claims: [] as number[] },
  };
  const details: Buffer[] = [];
  let size = 0;
  const index = indexOf(output);
  const localOf = ({ hash, weight }: Stem) => weight / (1 + Math.log(frequency.get(hash) ?? 1));
  const places = placesOf(output);
  const parts = output.claims.flatMap((claim) => partsOf(claim, output.sentences, places));
  const claims = parts.map(({ claim, goesOn }): ClaimHead => {
    const text = textOf(claim);
    const words = stemsIn(text);
    const main = new Set(stemsIn(mainPart(text)).map(({ hash }) => hash));
    for (const stem of distinctStems(words)) {
      lists.main.push(Number(main.has(stem.hash)));
      lists.stems.push(stem.hash);
      lists.counts.push(stem.count);
      lists.local.push(localOf(stem));
    }
    const own = new Set(words.map(({ hash }) => hash));
    for (const stem of distinctStems(sentencesOf(claim, output).flatMap((sentence) => stemsIn(sentence.text)))) {
      if (own.has(stem.hash)) continue;
      lists.around.push(stem.hash);
      lists.aroundLocal.push(localOf(stem));
    }
    const direct = claim.quotation === 'direct';
    for (const { hash, count } of direct ? piecesOf(text).flat() : []) {
      lists.said.push(hash);
      lists.saidCounts.push(count);
    }
    lists.claimNames.push(...namesIn(text));
    lists.clusters.push(...distinct(words.map(({ cluster }) => cluster).filter((cluster) => cluster > 0)));
    const detail = Buffer.from(JSON.stringify(detailOf(claim, index)));
    size += detail.length;
    details.push(detail);
    const { stems, around, said, claimNames, clusters } = lists;
    const numbers = numbersOf({
      ...{ stems: stems.length, around: around.length, said: said.length },
      ...{ claimNames: claimNames.length, clusters: clusters.length, details: size, length: words.length },
      ...{ sentence: sentenceAt(sentences, claim.content[0]!.start), direct, formula: isFormula(text) },
    });
    lists.claims.push(...numbers);
    return { ...headOf(claim, index), ...(goesOn ? { goesOn } : {}) };
  });
  return { claims, lists: { ...lists, details: Buffer.concat(details) } };
}

/** The sentences from the first word of a claim to its last. */
function sentencesOf({ content }: OutputClaim, { sentences }: Output): Output['sentences'] {
  const from = Math.max(0, lastStartingAt(sentences, content[0]!.start));
  return sentences.slice(from, lastStartingAt(sentences, content.at(-1)!.end - 1) + 1);
}

/** What an output lists, by id. */
function indexOf({ people, numbers, dates, sources }: Output) {
  return {
    surnames: new Map(people.map(({ id, name }) => [id, lastWord(name)])),
    numbers: new Map(numbers.map((number) => [number.id, number])),
    dates: new Map(dates.map(({ id, value }) => [id, value])),
    sources: new Map(sources.map((source) => [source.id, source])),
  };
}

type Index = ReturnType<typeof indexOf>;

function headOf(claim: OutputClaim, { numbers, dates, surnames, sources }: Index): ClaimHead {
  const source = claim.attribution[0]?.source ?? null;
  const speaker = claim.quotation === 'direct' && source !== null ? sources.get(source) : undefined;
  return {
    ...(source === null ? {} : { source }),
    ...(speaker?.resolved ? { speaker: lastWord(speaker.name) } : {}),
    ...(claim.numbers.length === 0 ? {} : { numbers: claim.numbers.flatMap((id) => figureOf(numbers.get(id)) ?? []) }),
    ...(claim.dates.length === 0 ? {} : { dates: claim.dates.flatMap((id) => dates.get(id) ?? []) }),
    ...(claim.people.length === 0 ? {} : { people: claim.people.flatMap((id) => surnames.get(id) ?? []) }),
  };
}

function figureOf(number: OutputNumber | undefined): Figure | undefined {
  if (number === undefined) return undefined;
  const { kind, value, min, max, modifier, unit, counted } = number;
  return { kind, value, min, max, modifier, unit, counted };
}

function detailOf({ id, content, attribution, medium, negated, ...claim }: OutputClaim, index: Index): Detail {
  const linked = attribution.flatMap((link) => index.sources.get(link.source ?? '') ?? []);
  const links = attribution.map(({ source, span, stance }) => ({ source, span, stance }));
  return {
    claim: { id, content, medium, negated, attribution: links },
    figures: claim.numbers.flatMap((number) => index.numbers.get(number) ?? []),
    sources: Object.fromEntries(linked.map(({ id: source, kind, name }) => [source, { id: source, kind, name }])),
  };
}

/** What bears a name of its own; "police" and "an official" are the same only within an event. */
function isNamed({ resolved, name, role, kind, how }: OutputSource): boolean {
  if (!resolved || role !== null || kind === 'anonymous') return false;
  return kind === 'person' ? isPersonalName(name) : how !== 'pronoun' && isBodyName(name);
}

function voiceOf({ id, name, kind, person, mentions }: OutputSource, { people }: Output): Voice {
  const spoken = people.find((each) => each.id === person);
  const speaksFor = mentions.map(({ text }) => principalOf(text)).find((body) => body !== null) ?? null;
  return { id, name, written: kind === 'person' && spoken ? spoken.name : name, kind, speaksFor };
}

const FIRST = /(?:first|originally|initially) (?:reported|published|appeared)|broke the (?:story|news)\b/;

function firstReporter({ sentences }: Output, known: Outlets): string | null {
  for (const { text } of sentences) if (FIRST.test(text)) for (const name of known.namesIn(text)) return name;
  return null;
}

function agencyAmong(authors: readonly string[], known: Outlets): Outlet | null {
  const found = authors.map((author) => known.named(author)).find((outlet) => outlet?.kind === 'news-agency');
  return found ?? null;
}

const NAME = /(?<=[^.!?“"‘\s]\s)\p{Lu}\p{L}+/gu;

/** Hashes of what is written with a capital amid a sentence, rising. */
function namesIn(text: string): number[] {
  const stems = [...text.matchAll(NAME)].flatMap(([name]) => stemsIn(name));
  return distinct(stems.filter(({ weight }) => weight > 1).map(({ hash }) => hash));
}

function distinct(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
