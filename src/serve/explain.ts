/** Why an article of a request reads as it does: the same lines as `accordingto explain` prints. */
import { listDocuments } from '../batch/documents.ts';
import type { WorkOptions } from '../batch/result.ts';
import { readContent } from '../batch/work.ts';
import { explainArticle } from '../explain.ts';
import type { Input } from '../read/index.ts';
import { inColumns } from '../write/one-line.ts';
import type { Answer, Refused } from './task.ts';

/** @param claim the id of one claim, or null for every sentence of the first article */
export async function explained(
  input: Input,
  bytes: Buffer,
  options: WorkOptions,
  claim: string | null,
): Promise<Answer> {
  const documents = listDocuments([input], options, { bytes });
  const { value: document } = await documents.next();
  await documents.return(undefined);
  const content = await readContent(document!, options, null);
  const none = { sha256: null, milliseconds: 0 };
  const refused = (why: Refused['why']): Answer => ({ refused: [{ place: document!.place, why }], articles: 1 });
  if ('skipped' in content) {
    const { skipped: reason, ...rest } = content;
    return refused({ status: 'skipped', reason, ...rest, ...none });
  }
  if ('failed' in content) {
    const { failed: reason, ...rest } = content;
    return refused({ status: 'failed', reason, ...rest, ...none });
  }
  const lines = explainArticle(content.article, claim ?? undefined, options);
  if (lines === null) return { noClaim: claim! };
  const text = `${lines.map(inColumns).join('\n')}\n`;
  return { content: new TextEncoder().encode(text), format: 'text', articles: 1, claims: 0 };
}
