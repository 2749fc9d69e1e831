/** The articles of the development folder, extracted once for all measures, and the own annotation beside them. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { extractArticle } from '../../../src/extract.ts';
import type { Output } from '../../../src/output.ts';
import { articleOf } from '../run.ts';

const FOLDER = new URL('../../../../shared/eval/folders/dev.jsonl.gz', import.meta.url);
const JUDGED = new URL('./same-claims.tsv', import.meta.url);

/** A sentence that was judged. */
export interface JudgedSentence {
  readonly half: 'tune' | 'more' | 'measure';
  readonly article: string;
  readonly start: number;
  readonly end: number;
  /** Sentences of one rumour with the same letter make the same claim; null: no other sentence makes this one. */
  readonly claim: string | null;
  /** How many speakers the claim comes from; null where that was not judged. */
  readonly speakers: number | null;
}

export function readJudged(): JudgedSentence[] {
  const lines = readFileSync(JUDGED, 'utf8').split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [half, article, start, end, claim, speakers] = line.split('\t');
      return {
        half: half as JudgedSentence['half'],
        article: article!,
        start: Number(start),
        end: Number(end),
        claim: claim === '-' ? null : claim!,
        speakers: speakers === '' ? null : Number(speakers),
      };
    });
}

export interface FolderArticle {
  readonly id: string;
  /** The event or the rumour that it belongs to. */
  readonly group: string;
  readonly outlet: string | null;
  readonly text: string;
  readonly title: string | null;
  readonly published: string | null;
}

/** @param wanted which articles; all without it */
export function readFolder(wanted: (article: FolderArticle) => boolean = () => true): FolderArticle[] {
  const lines = gunzipSync(readFileSync(FOLDER)).toString('utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as FolderArticle).filter(wanted);
}

export const outputOf = (article: FolderArticle): Output => extractArticle(articleOf(article));

export const groupOf = (id: string): string => id.slice(0, id.indexOf('/'));
