/** The graph of all clusters as GEXF 1.3 (Gephi): speakers, outlets and articles, and what went from one to another. */
import type { Corroboration } from './index.ts';

interface Node {
  readonly label: string;
  readonly type: string;
}

/** @returns the graph as a document in GEXF 1.3 (gexf.net), for Gephi and other programs that draw graphs */
export function writeGexf({ clusters }: Corroboration): string {
  const nodes = new Map<string, Node>();
  const edges: string[] = [];
  for (const { cluster, origins, members, edges: links } of clusters) {
    const labels = new Map<string, Node>(origins.map(({ id, name, kind }) => [id, { label: name, type: kind }]));
    const titles = new Map(members.map(({ article, outlet }) => [`article:${article}`, outlet]));
    const nodeOf = (id: string): Node => {
      if (id.startsWith('article:')) return { label: titles.get(id) ?? id.slice(8), type: 'article' };
      return labels.get(id) ?? { label: id.replace(/^outlet:/, ''), type: 'outlet' };
    };
    for (const { from, to, kind, evidence } of links) {
      // An unnamed source is one of its cluster.
      const [source, target] = [from, to].map((id) => {
        const node = nodeOf(id);
        const key = ['unnamed', 'voice'].includes(node.type) ? `${cluster} ${id}` : id;
        if (!nodes.has(key)) nodes.set(key, node);
        return key;
      });
      edges.push(
        `<edge id="${edges.length}" source="${escaped(source!)}" target="${escaped(target!)}" kind="${kind}" weight="${evidence.length}"><attvalues><attvalue for="0" value="${cluster}"/></attvalues></edge>`,
      );
    }
  }
  const lines = [...nodes].map(
    ([id, { label, type }]) =>
      `<node id="${escaped(id)}" label="${escaped(label)}"><attvalues><attvalue for="0" value="${type}"/></attvalues></node>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<meta><creator>accordingto</creator><description>Who has which claim from whom</description></meta>
<graph defaultedgetype="directed" mode="static">
<attributes class="node"><attribute id="0" title="type" type="string"/></attributes>
<attributes class="edge"><attribute id="0" title="cluster" type="string"/></attributes>
<nodes>
${lines.join('\n')}
</nodes>
<edges>
${edges.join('\n')}
</edges>
</graph>
</gexf>
`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** For attributes; what XML cannot hold becomes U+FFFD. */
function escaped(text: string): string {
  return text
    .replace(
      /[\0-\b\v\f\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '\ufffd',
    )
    .replace(/[&<>"]/g, (character) => ENTITIES[character]!);
}
