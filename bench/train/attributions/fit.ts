/**
 * Trains the models one after the other; each later one on the cross-fitted output of the earlier ones, so that it sees
 * the errors that it will meet.
 */
import type { CueWords } from '../../../src/attributions/models/cues.ts';
import { Reader, scoreCues } from '../../../src/attributions/models/propose.ts';
import type { CrossFitted } from './cross-fit.ts';
import { fitAcceptance } from './fit-acceptance.ts';
import { fitContents, fitSources } from './fit-choices.ts';
import { fitAnchors } from './fit-cues.ts';
import type { Example, Plan, Trained } from './plan.ts';

/** The models of all examples, and for each fold those that have not seen its examples. */
export interface Fitted {
  readonly all: Trained;
  readonly held: readonly Trained[];
}

export function fitModels(
  examples: readonly Example[],
  cues: CueWords,
  plan: Plan,
  say: (message: string) => void,
  known: readonly Trained[] | null = null,
): Fitted {
  const kept = <Name extends keyof Trained>(name: Name): Trained[Name][] | null =>
    known === null ? null : known.map((one) => one[name]);
  const reuse = known !== null && plan.orders === 0;
  const again = <Name extends keyof Trained>(name: Name) => ({ folds: kept(name)!, all: kept(name)![0]! });
  const { first, firstNetwork } = reuse
    ? { first: again('first'), firstNetwork: again('firstNetwork') }
    : fitAnchors(examples, cues, plan, kept('first'), kept('firstNetwork'));
  const scores = examples.map(({ encoded, fold }) =>
    scoreCues(encoded, { cues, first: first.folds[fold]!, firstNetwork: firstNetwork.folds[fold]! }),
  );
  say('anchors');
  const source = reuse ? again('source') : fitSources(examples, plan, kept('source'));
  say('sources');
  const { content, contentNetwork } = reuse
    ? { content: again('content'), contentNetwork: again('contentNetwork') }
    : fitContents(examples, scores, source.folds, plan, kept('content'), kept('contentNetwork'));
  say('contents');
  const accept = fitAcceptance(
    examples,
    cues,
    examples.map(
      ({ encoded, fold }, d) =>
        new Reader(encoded, scores[d]!, {
          source: source.folds[fold]!,
          content: content.folds[fold]!,
          contentNetwork: contentNetwork.folds[fold]!,
        }),
    ),
    plan,
  );
  say('acceptance');
  const pick = (of: <Model>(model: CrossFitted<Model>) => Model): Trained => ({
    first: of(first),
    firstNetwork: of(firstNetwork),
    source: of(source),
    content: of(content),
    contentNetwork: of(contentNetwork),
    accept: of(accept),
  });
  return {
    all: pick(({ all }) => all),
    held: Array.from({ length: plan.folds }, (_, f) => pick(({ folds }) => folds[f]!)),
  };
}
