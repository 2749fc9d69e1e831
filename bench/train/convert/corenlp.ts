/** The output of CoreNLP in XML as CoNLL-U, with what the trainers need in its columns. */
import { parseDocument } from 'htmlparser2';

type Element = ReturnType<typeof parseDocument>['children'][number];

/**
 * @param id of the document
 * @param xml as CoreNLP 3 writes it
 * @returns a document in CoNLL-U: tags of the Penn Treebank in column 5, classes of names in column 6, basic dependencies, and
 *   in the last column `Start`, `End` (UTF-16 code units) and, at the head of a mention, `Coref`, the number of its chain
 */
export function treesOf(id: string, xml: string): string {
  const document = all(parseDocument(xml, { xmlMode: true }), 'document')[0]!;
  const sentences = all(inside(document, 'sentences'), 'sentence');
  const chains = chainsIn(document);
  const blocks = sentences.map((sentence) => {
    const number = attribute(sentence, 'id');
    const heads = new Map<string, readonly [head: string, relation: string]>();
    const basic = inside(sentence, 'dependencies').find((one) => attribute(one, 'type') === 'basic-dependencies');
    for (const dependency of inside(basic, 'dep')) {
      const [governor] = inside(dependency, 'governor');
      const [dependent] = inside(dependency, 'dependent');
      heads.set(attribute(dependent, 'idx'), [attribute(governor, 'idx'), attribute(dependency, 'type')]);
    }
    const rows = all(inside(sentence, 'tokens'), 'token').map((token) => {
      const word = attribute(token, 'id');
      const [head, relation] = heads.get(word) ?? ['0', 'root'];
      const chain = chains.get(`${number} ${word}`);
      const place = `Start=${said(token, 'CharacterOffsetBegin')}|End=${said(token, 'CharacterOffsetEnd')}`;
      const misc = chain === undefined ? place : `${place}|Coref=${chain}`;
      const [form, lemma, tag, name] = ['word', 'lemma', 'POS', 'NER'].map((field) => said(token, field));
      return [word, form, lemma, '_', tag, name, head, relation, '_', misc].join('\t');
    });
    return [`# sent_id = ${id}-${number}`, ...rows, '\n'].join('\n');
  });
  return `# newdoc id = ${id}\n${blocks.join('')}`;
}

/** The number of the chain by sentence and head of each mention. */
function chainsIn(document: Element): Map<string, number> {
  const chains = inside(inside(document, 'coreference')[0], 'coreference');
  return new Map(
    chains.flatMap((chain, index) =>
      inside(chain, 'mention').map((one) => [`${said(one, 'sentence')} ${said(one, 'head')}`, index + 1] as const),
    ),
  );
}

const inside = (parent: Element | undefined, name: string): Element[] =>
  parent !== undefined && 'children' in parent
    ? parent.children.filter((child) => 'name' in child && child.name === name)
    : [];

/** Elements of a name at any depth. */
function all(parent: Element | ReturnType<typeof parseDocument> | readonly Element[], name: string): Element[] {
  const children = 'children' in parent ? parent.children : 'length' in parent ? parent : [];
  return children.flatMap((child) => ('name' in child && child.name === name ? [child] : all(child, name)));
}

const attribute = (element: Element | undefined, name: string): string =>
  element !== undefined && 'attribs' in element ? (element.attribs[name] ?? '') : '';

/** The text of an element inside another. */
function said(parent: Element, name: string): string {
  const [element] = inside(parent, name);
  const [text] = element !== undefined && 'children' in element ? element.children : [];
  return text !== undefined && 'data' in text ? text.data : '';
}
