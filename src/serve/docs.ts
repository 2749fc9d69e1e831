/** The page at `/docs`: the description of the service as HTML, made from the same object as `/openapi.json`. */
import { escaped } from '../write/html/escape.ts';
import { shellOf, writeShell } from '../write/html/page.ts';
import type { Sent } from './call.ts';
import { type OpenApi, type Operation, openapi, type Parameter } from './openapi.ts';
import { PROBLEMS } from './problem.ts';
import type { Route } from './route.ts';

/** @returns a whole HTML document; the same for the same version */
export function docs(routes: readonly Route[]): Sent {
  const shell = shellOf(
    [new URL('../write/html/base.css', import.meta.url), new URL('./docs.css', import.meta.url)],
    [],
  );
  const document = openapi(routes);
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => section(path, method.toUpperCase(), operation)),
  );
  const body = `<header>
<nav aria-label="Service"><a href="/">Try it</a> · <a href="/openapi.json">openapi.json</a> · <a href="/v1/limits">limits</a></nav>
<h1>accordingto: the service</h1>
<p class="facts">${escaped(String(document.info.description))} Version ${escaped(String(document.info.version))}, OpenAPI ${document.openapi}.</p>
<pre tabindex="0" aria-label="Example"><code>curl --data-binary @article.txt 'http://127.0.0.1:8765/v1/extract?published=2024-05-07'</code></pre>
</header>
<main>
${operations.join('\n')}
<section aria-labelledby="errors"><h2 id="errors">Errors</h2>
<p>Every error is <code>application/problem+json</code> (RFC 9457), with <code>limit</code>, <code>actual</code> and <code>unit</code> where it is about a limit.</p>
<dl>${Object.entries(PROBLEMS)
    .map(([name, [status, title]]) => `<dt id="${name}"><code>${name}</code> ${status}</dt><dd>${escaped(title)}.</dd>`)
    .join('\n')}</dl></section>
${schemas(document)}
</main>
`;
  return {
    type: 'text/html; charset=utf-8',
    content: writeShell(shell, 'accordingto: the service', body),
    fixed: true,
  };
}

function section(path: string, method: string, { operationId, ...operation }: Operation): string {
  const { summary, description, parameters = [], requestBody, responses } = operation;
  return `<section aria-labelledby="${operationId}">
<h2 id="${operationId}"><code>${method} ${escaped(path)}</code></h2>
<p>${escaped(summary)}.${description === undefined ? '' : ` ${escaped(description).replace(/`([^`]+)`/g, '<code>$1</code>')}`}</p>
${parameters.length === 0 ? '' : `<h3>Parameters</h3>\n<dl>${parameters.map(parameter).join('\n')}</dl>`}
${requestBody ? `<h3>Reads</h3>\n<p>${types(requestBody.content)}</p>` : ''}
<h3>Answers</h3>
<dl>${Object.entries(responses)
    .map(
      ([status, { description: means, content }]) =>
        `<dt>${status}</dt><dd>${status === '200' ? types(content) : meanings(means)}</dd>`,
    )
    .join('\n')}</dl>
</section>`;
}

function parameter({ name, description = '', schema }: Parameter): string {
  const values = Array.isArray(schema.enum)
    ? ` One of ${schema.enum.map((value) => `<code>${escaped(String(value))}</code>`).join(', ')}.`
    : '';
  return `<dt><code>${name}</code> ${escaped(String(schema.format ?? schema.type ?? ''))}</dt><dd>${escaped(description)}${values}</dd>`;
}

const types = (content: Readonly<Record<string, { readonly schema?: Readonly<Record<string, unknown>> }>>): string =>
  Object.entries(content)
    .map(([type, { schema }]) => {
      const name = String(schema?.$ref ?? '')
        .split('/')
        .at(-1);
      return `<code>${escaped(type)}</code>${name ? ` (<a href="#schema-${name}">${name}</a>)` : ''}`;
    })
    .join(', ');

const meanings = (description: string): string =>
  description
    .split('\n')
    .map((line) => {
      const [name = '', title = ''] = line.split(': ');
      return `<a href="#${name}">${name}</a>: ${escaped(title)}`;
    })
    .join('<br>');

function schemas({ components }: OpenApi): string {
  const each = Object.entries(components.schemas).map(
    ([name, schema]) =>
      `<details id="schema-${name}"><summary>${name}</summary><pre tabindex="0" aria-label="${name}"><code>${escaped(JSON.stringify(schema, null, 2))}</code></pre></details>`,
  );
  return `<section aria-labelledby="schemas"><h2 id="schemas">Schemas</h2>\n${each.join('\n')}</section>`;
}
