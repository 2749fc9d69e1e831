/** Models for each fold of the examples that have not seen it, beside one of all. */
import type { Linear } from '../../../src/attributions/models/linear.ts';
import { type Choice, type Settings, type Store, trainRanker } from './learn.ts';
import type { Plan } from './plan.ts';

export interface CrossFitted<Model> {
  readonly folds: Model[];
  readonly all: Model;
}

/** Trains on every fold's complement and, where the plan ships models, on everything. */
export function crossFit<Model>(
  plan: Plan,
  count: number,
  fold: (index: number) => number,
  train: (examples: number[], orders: number) => Model,
  known: readonly Model[] | null = null,
): CrossFitted<Model> {
  const everything = Array.from({ length: count }, (_, index) => index);
  const folds =
    known?.slice() ??
    Array.from({ length: plan.folds }, (_, f) =>
      train(
        everything.filter((index) => fold(index) !== f),
        plan.foldOrders,
      ),
    );
  return { folds, all: plan.orders === 0 ? folds[0]! : train(everything, plan.orders) };
}

/** A choice of a document of a fold. */
export type DocumentChoice<Of extends Choice> = Of & { readonly fold: number };

/** A ranker for each fold that has not seen the fold's documents, and one of all. */
export function crossFitRanker(
  plan: Plan,
  store: Store,
  choices: readonly DocumentChoice<Choice>[],
  settings: Settings,
  known: readonly Linear[] | null,
): CrossFitted<Linear> {
  return crossFit(
    plan,
    choices.length,
    (index) => choices[index]!.fold,
    (which, orders) =>
      trainRanker(
        store,
        which.map((index) => choices[index]!),
        settings,
        orders,
      ),
    known,
  );
}
