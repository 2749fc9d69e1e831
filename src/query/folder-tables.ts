/** The tables of what `accordingto corroborate` wrote beside the articles. */
import { CLUSTERS, COPIES, REGISTER } from '../corroboration-formats.ts';
import type { Column } from './tables.ts';

export interface FolderTable {
  readonly name: string;
  readonly what: string;
  readonly columns: readonly Column[];
  /** Below the folder of the corroboration. */
  readonly file: string;
  /** Rows made of `lines`, the file's. */
  readonly rows: string;
}

const column = (name: string, type: string, what: string, document: string): Column => ({
  ...{ name, type, what, document, claim: null },
});
const cluster = column('cluster', 'VARCHAR', 'id of the cluster', 'cluster');

export const FOLDER_TABLES: readonly FolderTable[] = [
  {
    name: 'clusters',
    what: 'one claim that several articles make a row (after accordingto corroborate)',
    file: CLUSTERS,
    rows: 'lines',
    columns: [
      cluster,
      column('gist', 'VARCHAR', 'the shortest member', 'gist'),
      column('articles', 'BIGINT', 'how many make it', 'articles'),
      column('first_day', 'DATE', 'day of the first', '"from"'),
      column('last_day', 'DATE', 'day of the last', '"to"'),
      column('speakers_min', 'BIGINT', 'from how many it comes, at least', 'speakers[1]'),
      column('speakers_max', 'BIGINT', 'at most', 'speakers[2]'),
      column('hearings_min', 'BIGINT', 'how many heard it first hand', 'hearings[1]'),
      column('hearings_max', 'BIGINT', 'at most', 'hearings[2]'),
      column('flags', 'VARCHAR[]', 'single-origin, circular …', 'flags'),
      column('contradictions', 'VARCHAR[]', 'figures, polarity, denied …', '[x.kind FOR x IN contradictions]'),
    ],
  },
  {
    name: 'members',
    what: 'one claim of a cluster a row',
    file: CLUSTERS,
    rows: '(SELECT cluster, UNNEST(members) AS m FROM lines)',
    columns: [
      cluster,
      column('article', 'VARCHAR', 'id of the article', 'm.article'),
      column('claim', 'VARCHAR', 'id of the claim in its article', 'm.claim'),
      column('text', 'VARCHAR', 'what is claimed', 'm.text'),
      column('published', 'DATE', 'day of the article', 'm.published'),
      column('outlet', 'VARCHAR', 'who published it', 'm.outlet'),
      column('role', 'VARCHAR', 'origin, relay, copy, own', 'm.role'),
      column('score', 'DOUBLE', 'that it is the same, 0 to 1', 'm.score'),
      column('origins', 'VARCHAR[]', 'ids in origins', 'm.origins'),
      column('starts', 'BIGINT', 'UTF-16 offset', 'm.start'),
      column('ends', 'BIGINT', 'offset after it', 'm."end"'),
    ],
  },
  {
    name: 'origins',
    what: 'one origin of a cluster a row',
    file: CLUSTERS,
    rows: '(SELECT cluster, UNNEST(origins) AS o FROM lines)',
    columns: [
      cluster,
      column('origin', 'VARCHAR', 'id in its cluster', 'o.id'),
      column('kind', 'VARCHAR', 'named, unnamed, outside, voice', 'o.kind'),
      column('name', 'VARCHAR', 'its name', 'o.name'),
      column('register', 'VARCHAR', 'id in register', 'o.register'),
      column('certain', 'BOOLEAN', 'false: it may be another one', 'o.certain'),
      column('articles', 'BIGINT', 'that prove it', 'len(list_distinct([x.article FOR x IN o.evidence]))'),
    ],
  },
  {
    name: 'register',
    what: 'one person, outlet, agency or body of the whole run a row',
    file: REGISTER,
    rows: 'lines',
    columns: [
      column('register', 'VARCHAR', 'its id', '"register"'),
      column('name', 'VARCHAR', 'its name', 'name'),
      column('kind', 'VARCHAR', 'person, news-agency, media …', 'kind'),
      column('aliases', 'VARCHAR[]', 'other names', 'aliases'),
      column('owner', 'VARCHAR', 'whom it belongs to', 'owner'),
      column('own_id', 'VARCHAR', 'id of the user', 'ownId'),
      column('articles', 'BIGINT', 'in which it speaks', 'articles'),
      column('claims', 'BIGINT', 'that come from it', 'claims'),
    ],
  },
  {
    name: 'copies',
    what: 'two articles with text in common a row',
    file: COPIES,
    rows: 'lines',
    columns: [
      column('article', 'VARCHAR', 'that has the text', '"to"'),
      column('copied_from', 'VARCHAR', 'that had it first, where directed', '"from"'),
      column('level', 'VARCHAR', 'copy, partly', 'level'),
      column('directed', 'BOOLEAN', 'false: nothing tells', 'directed'),
      column('proof', 'VARCHAR', 'credit, agency, time …', 'proof'),
      column('contained', 'DOUBLE', 'share of the shorter one', 'contained'),
      column('longest', 'BIGINT', 'words in a row', 'longest'),
      column('credited', 'BOOLEAN', 'it names the other', 'credited'),
    ],
  },
];
