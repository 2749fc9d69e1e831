/** The description of the service in OpenAPI 3.1, whose schemas are those that zod checks with. */
import { z } from 'zod';
import { clusterRow, copyRow, registerRow } from '../corroborate/rows.ts';
import { output } from '../output.ts';
import { VERSION } from '../version.ts';
import { claimRecord } from '../write/records.ts';
import { limits } from './limits.ts';
import { PROBLEMS, type ProblemName, problemBody } from './problem.ts';
import { corroboration, explanation, type Route, record } from './route.ts';

type Json = Readonly<Record<string, unknown>>;

const { article, sentences, people, sources, dates, numbers, claims, comparisons, problems } = output.shape;

/** The schemas that have names of their own, so that generated code has types with names. */
const NAMED: Readonly<Record<string, z.ZodType>> = {
  Document: output,
  Article: article,
  Sentence: sentences.element,
  Person: people.element,
  Source: sources.element,
  DateMention: dates.element,
  NumberMention: numbers.element,
  Claim: claims.element,
  Link: claims.element.shape.attribution.element,
  Comparison: comparisons.element,
  Oddity: problems.element,
  ClaimRecord: claimRecord,
  Record: record,
  Explanation: explanation,
  Corroboration: corroboration,
  Cluster: clusterRow,
  RegisterEntry: registerRow,
  Copy: copyRow,
  Limits: limits,
  Problem: problemBody,
};

export interface OpenApi {
  readonly openapi: string;
  readonly info: Json;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Json>> };
}

export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required: true; readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content: Content }>>;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'query';
  readonly description?: string;
  readonly schema: Json;
}

type Content = Readonly<Record<string, { readonly schema?: Json }>>;

/** @returns the description of the service in OpenAPI 3.1, made from its routes and their schemas */
export function openapi(routes: readonly Route[]): OpenApi {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(NAMED)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}`, io: 'input' });
  const paths: Record<string, Record<string, Operation>> = {};
  for (const route of routes) paths[route.path] = { [route.method.toLowerCase()]: operation(route) };
  return {
    openapi: '3.1.0',
    info: {
      title: 'accordingto',
      version: VERSION,
      description: 'Turns news articles into structured claims: who says what, through whom, and where in the text.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: { schemas: Object.fromEntries(Object.entries(schemas).map(([id, each]) => [id, plain(each)])) },
  };
}

function plain({ $schema: _, $id: __, id: ___, ...schema }: Json): Json {
  return schema;
}

function operation({ method, path, summary, description, parameters, reads, writes, problems = [] }: Route): Operation {
  const named = `${method.toLowerCase()}${path.replace(/\/v1/, '').replace(/[^a-z]+([a-z]?)/g, (_, letter) => letter.toUpperCase())}`;
  return {
    operationId: named === 'get' ? 'getPage' : named,
    summary,
    ...(description === undefined ? {} : { description }),
    ...(parameters === undefined ? {} : { parameters: parametersOf(parameters) }),
    ...(reads === undefined ? {} : { requestBody: { required: true, content: contentOf(reads) } }),
    responses: { 200: { description: 'What was asked for.', content: contentOf(writes) }, ...refusals(problems) },
  };
}

function parametersOf(schema: z.ZodObject): Parameter[] {
  return Object.entries(schema.shape).map(([name, each]) => {
    const { $schema: _, description, ...rest } = z.toJSONSchema(each, { io: 'output' }) as Json;
    return {
      name,
      in: 'query',
      ...(typeof description === 'string' ? { description } : {}),
      schema: rest,
    };
  });
}

function contentOf(bodies: Route['writes']): Content {
  return Object.fromEntries(
    Object.entries(bodies).map(([type, schema]) => {
      const id = Object.keys(NAMED).find((name) => NAMED[name] === schema);
      return [
        type,
        id === undefined ? { schema: { type: 'string' } } : { schema: { $ref: `#/components/schemas/${id}` } },
      ];
    }),
  );
}

/** One answer a status, with all that it may mean. */
function refusals(names: readonly ProblemName[]): Operation['responses'] {
  const byStatus = new Map<number, string[]>();
  for (const name of names) {
    const [status, title] = PROBLEMS[name];
    byStatus.set(status, [...(byStatus.get(status) ?? []), `${name}: ${title}.`]);
  }
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return Object.fromEntries(
    [...byStatus].map(([status, lines]) => [String(status), { description: lines.join('\n'), content }]),
  );
}
