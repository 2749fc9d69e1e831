/** The sentences that were written for this project, as training texts. */
import { rolesOf } from '../../../tests/attributed.ts';
import { type ClaimFact, claimsOf, readAllFacts } from '../../../tests/facts.ts';
import { type Marked, readMarkup } from '../../../tests/markup.ts';
import { foldOf } from '../learners.ts';
import { FOLDS, type GoldAttribution, type GoldText, type Pair } from './corpora.ts';

const FILE = new URL('own.txt', import.meta.url);

/** The sample article counts as often as this, because its figures stay at 100. */
const SAMPLE = { id: '2020-09-13-belarus-protests', times: 10 };

/** One text a line of `own.txt`, and the fixtures with their hand-written facts. */
export function readOwn(): GoldText[] {
  return [
    ...readMarkup(FILE).map(({ place, text, spans }) => goldText(place, text, attributionsOf(spans))),
    ...readAllFacts()
      .flatMap((facts) => Array.from({ length: facts.id === SAMPLE.id ? SAMPLE.times : 1 }, () => facts))
      .map((facts) => goldText(facts.id, facts.text, claimsOf(facts).map(goldOf))),
  ];
}

function goldText(id: string, text: string, attributions: GoldAttribution[]): GoldText {
  const nobody = { published: null, title: null, outlet: null, news: null };
  return { id, text, ...nobody, corpus: 'own', nesting: 'complete', fold: foldOf(text, FOLDS), attributions };
}

function goldOf({ content, links }: ClaimFact): GoldAttribution {
  const pairs = (span: Marked | null): Pair[] => (span === null ? [] : [[span.start, span.end]]);
  return {
    content: content.flatMap(pairs),
    chain: links.map(({ source, cue }) => ({ source: pairs(source), cue: pairs(cue), kind: null, name: null })),
    ...{ medium: [], type: null, optional: content.some(({ value }) => value === '?') },
  };
}

/** The braces as gold: a letter an attribution, a number a link. */
function attributionsOf(spans: readonly Marked[]): GoldAttribution[] {
  const letters = new Map<string, Map<string, Pair[]>>();
  for (const span of spans) {
    for (const { letter, role } of rolesOf(span.role)) {
      const roles = letters.get(letter) ?? new Map<string, Pair[]>();
      letters.set(letter, roles);
      if (span.end > span.start) roles.set(role, [...(roles.get(role) ?? []), [span.start, span.end]]);
    }
  }
  return [...letters.values()].map((roles) => {
    const of = (role: string): Pair[] => roles.get(role) ?? [];
    const chain = [{ source: of('source'), cue: of('cue'), kind: null, name: null }];
    for (let link = 2; roles.has(`cue${link}`); link += 1)
      chain.push({ source: of(`source${link}`), cue: of(`cue${link}`), kind: null, name: null });
    return { content: of('content'), chain, medium: of('medium'), type: null, optional: false };
  });
}
