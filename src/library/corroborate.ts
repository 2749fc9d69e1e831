/**
 * `accordingto/corroborate`: claims across articles, without touching the disk. Which are the same, from how many speakers
 * they come at least and at most, who has them from whom, where they contradict one another; and whether the quotations of a
 * draft stand where they come from. Independent does not mean true.
 *
 * @example
 * import { extract } from 'accordingto';
 * import { Folder } from 'accordingto/corroborate';
 * const folder = new Folder();
 * folder.add(extract({ id: 'a', text: 'Director Pavol Hrasko said that the Karol mine will close in March.' }));
 * folder.add(extract({ id: 'b', text: 'The Karol mine will close in March, according to director Pavol Hrasko.' }));
 * const [{ gist, speakers }] = folder.corroborate().clusters;
 * console.log(gist); // the Karol mine will close in March
 * console.log(speakers.join(' to ')); // 1 to 1
 */
export type { Difference } from '../corroborate/align.ts';
export {
  type CheckedQuotation,
  type CheckStatus,
  type Reference,
  References,
} from '../corroborate/check.ts';
export { type CorroborationFile, filesOfCorroboration } from '../corroborate/files.ts';
export { type Corroboration, Folder } from '../corroborate/index.ts';
export { type OwnRow, readRegister } from '../corroborate/register-file.ts';
export {
  type ClusterRow,
  type ContradictionRow,
  type CopyRow,
  clusterRow,
  copyRow,
  type EdgeRow,
  type Evidence,
  type MemberRow,
  type OriginRow,
  type RegisterRow,
  registerRow,
} from '../corroborate/rows.ts';
export type { CorroborationFormat } from '../corroboration-formats.ts';
