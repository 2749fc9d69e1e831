/**
 * Draws who has a claim from whom: speakers at the left, then those who heard them, then those who have it from these.
 */
import type { ClusterRow } from '../corroborate/rows.ts';
import { escaped } from '../write/html/escape.ts';

const [WIDTH, HEIGHT, COLUMN, ROW] = [190, 26, 250, 38];
/** A graph with more nodes is not drawn; the list below it has all. */
const MAX_NODES = 80;
/** Letters that fit into a box. */
const LABEL = 26;
/** How many steps from the speaker are followed; credits in a circle would have no end. */
const MAX_STEPS = 8;

interface Node {
  readonly label: string;
  readonly kind: string;
  readonly href: string | null;
}

/**
 * @param hrefOf the page of an article, from the page of the cluster
 * @returns SVG, or nothing where there is nothing to see
 */
export function drawGraph(cluster: ClusterRow, hrefOf: (article: string) => string | null): string {
  const nodes = nodesOf(cluster, hrefOf);
  const edges = cluster.edges.filter(({ from, to }) => nodes.has(from) && nodes.has(to));
  if (edges.length === 0 || nodes.size > MAX_NODES) return '';
  const steps = stepsOf([...nodes.keys()], edges);
  const columns = new Map<number, string[]>();
  for (const id of nodes.keys()) columns.set(steps.get(id)!, [...(columns.get(steps.get(id)!) ?? []), id]);
  const places = new Map<string, readonly [x: number, y: number]>();
  for (const [step, ids] of columns)
    for (const [at, id] of ids.entries()) places.set(id, [step * COLUMN, at * ROW + 4]);
  const rows = Math.max(...[...columns.values()].map((ids) => ids.length));
  const lines = edges.map(({ from, to, kind }) => {
    const [[x, y], [u, v]] = [places.get(from)!, places.get(to)!];
    const back = u <= x;
    const [left, right] = back ? [x, u + WIDTH] : [x + WIDTH, u];
    const bend = back ? left - 30 : (left + right) / 2;
    return `<path class="edge ${kind}" marker-end="url(#arrow)" d="M${left} ${y + HEIGHT / 2} C${bend} ${y + HEIGHT / 2} ${bend} ${v + HEIGHT / 2} ${right} ${v + HEIGHT / 2}"/>\n`;
  });
  const boxes = [...nodes].map(([id, { label, kind, href }]) => {
    const [x, y] = places.get(id)!;
    const box = `<title>${escaped(label)}</title><rect class="node ${kind}" x="${x}" y="${y}" width="${WIDTH}" height="${HEIGHT}" rx="5"/><text x="${x + 8}" y="${y + 17}">${escaped(short(label))}</text>`;
    return href === null ? `<g>${box}</g>\n` : `<a href="${href}">${box}</a>\n`;
  });
  const width = (Math.max(...steps.values()) + 1) * COLUMN - COLUMN + WIDTH + 8;
  return `<div class="graph" tabindex="0" role="group" aria-label="Who has it from whom">
<svg viewBox="0 0 ${width} ${rows * ROW + 4}" width="${width}" height="${rows * ROW + 4}">
<defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>
${lines.join('')}${boxes.join('')}</svg>
</div>
`;
}

function nodesOf(
  { origins, members, edges }: ClusterRow,
  hrefOf: (article: string) => string | null,
): Map<string, Node> {
  const nodes = new Map<string, Node>();
  for (const { id, name, kind } of origins) {
    if (kind !== 'outside' && kind !== 'voice') nodes.set(id, { label: name, kind: 'origin', href: null });
  }
  for (const { from } of edges) {
    if (from.startsWith('outlet:')) nodes.set(from, { label: from.slice(7), kind: 'outlet', href: null });
  }
  for (const { article, outlet } of members) {
    nodes.set(`article:${article}`, { label: outlet ?? article, kind: 'article', href: hrefOf(article) });
  }
  return nodes;
}

/** The longest way to each node from those that nothing leads to. */
function stepsOf(ids: readonly string[], edges: ClusterRow['edges']): ReadonlyMap<string, number> {
  const steps = new Map(ids.map((id) => [id, 0]));
  for (let round = 0; round < MAX_STEPS; round += 1) {
    for (const { from, to } of edges)
      steps.set(to, Math.min(MAX_STEPS, Math.max(steps.get(to)!, steps.get(from)! + 1)));
  }
  return steps;
}

const short = (label: string): string => (label.length > LABEL ? `${label.slice(0, LABEL - 1)}…` : label);
