/** Mistakes in whole articles: each claim by what is wrong with it first, in the order content, source, chain, speaker. */
import { type GoldClaim, isWrongPerson, type Judged, type JudgedArticle } from '../articles.ts';
import { cueOf, type EvalAttribution, type Pair } from '../convert.ts';
import { type Found, type Note, notes } from './found.ts';

export function articleMistakes(text: string, { claims, missed }: JudgedArticle): Found[] {
  const wrong = claims.filter(({ right, optional }) => !right && !optional);
  return [
    ...missed.map((gold) => ({
      kind: `missed, ${gold.type}, ${cueClass(text, gold.chain[0]!.cue)}`,
      spans: rows(gold),
    })),
    ...wrong.map((judged) => ({ kind: kindOf(text, judged), spans: rowsOf(judged) })),
  ];
}

function kindOf(text: string, judged: Judged): string {
  const { claim, gold, found, span, chain } = judged;
  if (gold === null) return `false, ${cueClass(text, claim.cue)}, ${claim.by}`;
  if (!found) return `content ${extent(gold.content, claim.content)}, ${gold.type}`;
  const want = sourceClass(text, gold.chain[0]!.source);
  if (!span) return `source span, ${want} read as ${sourceClass(text, claim.source)}`;
  const links = claim.chain.length - gold.chain.length;
  if (!chain && links !== 0) return `chain, ${links < 0 ? 'link missing' : 'link too many'}`;
  if (judged.speaker) return 'chain, other link wrong';
  const name = claim.chain[0]!.name ?? '';
  if (sourceClass(text, claim.source) === want && isSelf(text, claim)) return `speaker unresolved, ${want}`;
  return `speaker, ${want} is ${isWrongPerson(judged) && name !== '' ? 'the wrong person' : 'the wrong body'}`;
}

/** The name is nothing but the words of the source. */
const isSelf = (text: string, { chain: [first] }: EvalAttribution): boolean =>
  first!.name !== null && first!.source.some(([start, end]) => text.slice(start, end) === first!.name);

const words = (text: string, pairs: readonly Pair[]): string =>
  pairs.map(([start, end]) => text.slice(start, end)).join(' ');

function cueClass(text: string, cue: readonly Pair[]): string {
  const own = words(text, cue);
  if (own === '') return 'no cue';
  if (!/[\p{L}\p{N}]/u.test(own)) return 'mark';
  if (/\b(?:sa(?:y|ys|id|ying)|tell|tells|told|telling)\b/i.test(own)) return 'say or tell';
  return /^according\b/i.test(own) ? 'according to' : 'other cue';
}

const PRONOUN = /^(?:he|she|they|it|who|which|that|i|we|him|her|them|his|their|its|you)$/i;
const SMALL = /^(?:the|a|an|its|their|his|her|this|that|these|those|both|all)\s+/i;

function sourceClass(text: string, source: readonly Pair[]): string {
  const own = words(text, source);
  if (own === '') return 'nobody';
  if (PRONOUN.test(own)) return 'pronoun';
  return /\p{Lu}/u.test(own.replace(SMALL, '').replace(/^\p{Lu}(?=\p{Ll}+\s\p{Ll})/u, '')) ? 'name' : 'role';
}

function extent(gold: readonly Pair[], pred: readonly Pair[]): string {
  const size = (pairs: readonly Pair[]) => pairs.reduce((sum, [start, end]) => sum + end - start, 0);
  const shared = gold.some(([start, end]) => pred.some(([from, to]) => start < to && from < end));
  if (!shared) return 'elsewhere';
  return size(pred) > size(gold) ? 'too long' : 'too short';
}

function rowsOf({ claim, gold }: Judged): Note[] {
  const { source, cue, content, chain, by, confidence } = claim;
  return [
    ...(gold === null ? [] : rows(gold)),
    ...notes(source, `predicted source = ${chain[0]!.name}`),
    ...notes(cue, `predicted cue by ${by} ${confidence}`),
    ...notes(content, 'predicted content'),
    ...chain
      .slice(1)
      .flatMap((link, at) => [
        ...notes(link.source, `predicted source${at + 2} = ${link.name}`),
        ...notes(cueOf(link), `predicted cue${at + 2}`),
      ]),
  ];
}

function rows({ content, chain }: GoldClaim): Note[] {
  return [
    ...chain.flatMap(({ source, cue, kind, name }, at) => {
      const number = at === 0 ? '' : at + 1;
      return [...notes(source, `gold source${number} = ${name} (${kind})`), ...notes(cue, `gold cue${number}`)];
    }),
    ...notes(content, `gold content of ${chain[0]!.name}`),
  ];
}
