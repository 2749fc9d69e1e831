/** The evaluation kit beside this checkout: its gold files, its scorer, its comparisons. It may be missing. */
import { existsSync, readFileSync } from 'node:fs';
import type { EvalAttribution, Pair } from './convert.ts';
import type { EvalSet, GoldDocument } from './sets.ts';

const HOME = new URL('../../../shared/eval/', import.meta.url);

export const hasShared = (): boolean => existsSync(HOME);

/** Reads the gold documents of a set. */
export function readGold({ gold, only }: Pick<EvalSet, 'gold' | 'only'>): GoldDocument[] {
  return readFileSync(new URL(gold, HOME), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as GoldDocument)
    .filter((document) => only?.(document) ?? true);
}

export type Ratio = { p: number; r: number; f1: number; tp: number; fp: number; fn: number };
export type Metrics = Record<string, Ratio | number | null>;

export interface ScoreResult {
  readonly documents: number;
  readonly layers: Record<string, { documents: number; metrics: Metrics }>;
}

interface Scorer {
  scoreFiles(files: { gold: string; pred: string; layers: string[] }): Promise<ScoreResult>;
  formatTable(result: ScoreResult): string;
}

export const loadScorer = (): Promise<Scorer> => import(new URL('score.mjs', HOME).href) as Promise<Scorer>;

/** Pairs of gold and predicted attributions with what they share; `cue` counts characters, the others are Jaccard. */
export interface Aligned {
  gi: number;
  pi: number;
  cue: number;
  content: number;
  source: number;
}

/** The comparisons of the kit's layers `attributions` and `articles`. */
interface Kit extends Comparisons {
  jaccard(a: readonly number[], b: readonly number[]): number;
  trimSource(text: string, positions: readonly number[]): number[];
  /** Whether two wordings can name one speaker; `kind` is that of the gold link. */
  sameName(gold: string, pred: string, kind: string | null): boolean;
}

export async function loadKit(): Promise<Kit> {
  const attributions = (await import(new URL('layers/attributions.mjs', HOME).href)) as Kit;
  const articles = (await import(new URL('layers/articles.mjs', HOME).href)) as Kit;
  return { ...attributions, sameName: articles.sameName };
}

interface Comparisons {
  align(gold: unknown[], pred: unknown[]): Aligned[];
  positions(text: string, spans: readonly Pair[]): number[];
  quoteType(text: string, content: number[]): string;
}

/** Aligns the attributions of one document exactly as the scorer does. */
export async function loadAligner(): Promise<
  (text: string, gold: readonly EvalAttribution[], pred: readonly EvalAttribution[]) => Aligned[]
> {
  const { align, positions } = (await import(new URL('layers/attributions.mjs', HOME).href)) as Comparisons;
  const prepare = (text: string) => (item: EvalAttribution) => ({
    cue: positions(text, item.cue),
    source: positions(text, item.source),
    content: positions(text, item.content),
  });
  return (text, gold, pred) => align(gold.map(prepare(text)), pred.map(prepare(text)));
}

/** Whether the scorer's metric "whole" counts this pair as right. */
export function isWhole(pair: Aligned, gold: EvalAttribution, pred: EvalAttribution): boolean {
  const silent = gold.source.length === 0 && pred.source.length === 0;
  const cue = pair.cue > 0 || gold.cue.length === 0;
  return (
    cue && pair.content >= 0.5 && (silent || (gold.source.length > 0 && pred.source.length > 0 && pair.source >= 0.5))
  );
}
