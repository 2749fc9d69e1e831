// The page at /: sends the article to the service that it comes from, and shows what comes back. The text of a link to a
// result stands behind its #, which browsers never send.

/** @typedef {{ name: string, published: string, text: string }} Example */

const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const form = /** @type {HTMLFormElement} */ (byId('article'));
const text = /** @type {HTMLTextAreaElement} */ (byId('text'));
const published = /** @type {HTMLInputElement} */ (byId('published'));
const example = /** @type {HTMLSelectElement} */ (byId('example'));
const file = /** @type {HTMLInputElement} */ (byId('file'));
const frame = /** @type {HTMLIFrameElement} */ (byId('frame'));
const status = byId('status');
const trouble = byId('trouble');
const tools = byId('tools');
const empty = byId('empty');
/** @type {Example[]} */
const examples = JSON.parse(byId('examples').textContent ?? '[]');

/** Longer links are cut off by mail programs and chats. */
const LONGEST_LINK = 16_000;
/** Milliseconds after the last key. */
const PATIENCE = 600;

/** @type {File | null} */
let chosen = null;
let asked = new AbortController();
let timer = 0;
/** The claim to show when the page of an article has come. */
let claim = '';
const limits = fetch('/v1/limits').then((response) => response.json());

/** @param {string} format */
function ask(format) {
  const query = new URLSearchParams({ format });
  if (published.value) query.set('published', published.value);
  query.set('name', chosen?.name ?? 'Article');
  // What was pasted may be a page or a record: the service looks.
  const headers = { 'content-type': 'application/octet-stream' };
  return fetch(`/v1/extract?${query}`, { method: 'POST', body: chosen ?? text.value, headers, signal: asked.signal });
}

/** @param {string} words */
function say(words) {
  trouble.textContent = words;
  trouble.hidden = words === '';
}

async function extract() {
  clearTimeout(timer);
  asked.abort();
  asked = new AbortController();
  if (!chosen && text.value.trim() === '') return clear();
  const started = performance.now();
  status.textContent = 'Reading …';
  byId('result').setAttribute('aria-busy', 'true');
  try {
    const { maxBodyBytes } = await limits;
    const size = chosen?.size ?? new Blob([text.value]).size;
    if (size > maxBodyBytes) return fail(`It has ${size} bytes, and may have ${maxBodyBytes}.`);
    const response = await ask('html');
    if (!response.ok) return fail((await response.json()).detail, response.status === 406);
    const html = await response.text();
    say('');
    show(html);
    frame.hidden = false;
    empty.hidden = true;
    tools.hidden = false;
    status.textContent = `Done in ${Math.round(performance.now() - started)} ms`;
  } catch (error) {
    if (/** @type {Error} */ (error).name !== 'AbortError') fail('The service does not answer; is it still running?');
  } finally {
    byId('result').removeAttribute('aria-busy');
  }
}

/** A page has an address of its own, so that links inside it lead to its parts. @param {string} html */
function show(html) {
  URL.revokeObjectURL(frame.src);
  frame.src = html ? URL.createObjectURL(new Blob([html], { type: 'text/html' })) : 'about:blank';
}

/** @param {string} detail @param {boolean} [usable] true where other formats can hold it */
function fail(detail, usable = false) {
  status.textContent = 'Not read';
  say(usable ? `${detail} JSON and CSV can be downloaded.` : detail);
  frame.hidden = true;
  empty.hidden = true;
  tools.hidden = !usable;
}

function clear() {
  chosen = null;
  claim = '';
  status.textContent = '';
  say('');
  frame.hidden = true;
  show('');
  tools.hidden = true;
  empty.hidden = false;
  history.replaceState(null, '', location.pathname);
}

/** @param {File} one */
async function take(one) {
  chosen = one;
  claim = '';
  example.value = '';
  const shown = /^text\/|json$/.test(one.type) && one.size < 500_000;
  text.value = shown ? await one.text() : `${one.name}, ${one.size} bytes`;
  await extract();
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void extract();
  byId('result').focus({ preventScroll: matchMedia('(min-width: 60.01rem)').matches });
});
form.addEventListener('reset', () => {
  asked.abort();
  clear();
});
text.addEventListener('input', () => {
  chosen = null;
  claim = '';
  file.value = '';
  clearTimeout(timer);
  timer = window.setTimeout(extract, PATIENCE);
});
text.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
});
published.addEventListener('change', extract);
example.addEventListener('change', () => {
  const one = examples[Number(example.value)];
  if (example.value === '' || !one) return;
  chosen = null;
  claim = '';
  text.value = one.text;
  published.value = one.published;
  void extract();
});
file.addEventListener('change', () => {
  const [one] = file.files ?? [];
  if (one) void take(one);
});
addEventListener('dragover', (event) => {
  event.preventDefault();
  form.classList.add('dropping');
});
addEventListener('dragleave', () => form.classList.remove('dropping'));
addEventListener('drop', (event) => {
  event.preventDefault();
  form.classList.remove('dropping');
  const [one] = event.dataTransfer?.files ?? [];
  const words = event.dataTransfer?.getData('text/plain') ?? '';
  if (one) void take(one);
  else if (words) {
    text.value = words;
    text.dispatchEvent(new Event('input'));
  }
});

for (const button of tools.querySelectorAll('[data-format]')) {
  button.addEventListener('click', async () => {
    const { format } = /** @type {HTMLElement} */ (button).dataset;
    let response = await ask(format ?? 'json');
    let ending = format;
    if (response.status === 406 && format === 'json') {
      response = await ask('ndjson');
      ending = 'ndjson';
    }
    if (!response.ok) return fail((await response.json()).detail, true);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await response.blob());
    link.download = `${(chosen?.name ?? 'article').replace(/\.[^.]*$/, '')}.${ending}`;
    link.click();
    URL.revokeObjectURL(link.href);
  });
}

/** The chosen claim, in the page of the article. */
const chosenClaim = () => /^#(?:list-)?(c\d+)$/.exec(frame.contentWindow?.location.hash ?? '')?.[1] ?? '';

frame.addEventListener('load', () => {
  const inner = frame.contentWindow;
  if (!inner || frame.hidden) return;
  for (const link of inner.document.querySelectorAll('a[rel~="external"]')) link.setAttribute('target', '_blank');
  if (claim) inner.location.hash = claim;
  inner.addEventListener('hashchange', () => {
    claim = chosenClaim();
    byId('link').textContent = claim ? `Copy link to ${claim}` : 'Copy link';
  });
});

byId('link').addEventListener('click', async () => {
  if (chosen && text.value !== (await chosen.text())) return say('A link holds text; this file is none.');
  const packed = await pack(text.value);
  const address = new URL(location.href);
  address.hash = new URLSearchParams({
    t: packed,
    ...(published.value ? { d: published.value } : {}),
    ...(claim ? { c: claim } : {}),
  }).toString();
  if (address.href.length > LONGEST_LINK) return say('The article is too long for a link; download HTML instead.');
  history.replaceState(null, '', address.hash);
  try {
    await navigator.clipboard.writeText(address.href);
    status.textContent = 'Link copied: it holds the text';
  } catch {
    status.textContent = 'The link stands in the address bar';
  }
});

/** Text as letters for an address, deflated. @param {string} plain */
async function pack(plain) {
  const stream = new Blob([plain]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let letters = '';
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** @param {string} packed */
async function unpack(packed) {
  const letters = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).text();
}

async function followAddress() {
  const given = new URLSearchParams(location.hash.slice(1));
  const packed = given.get('t');
  if (!packed) return;
  try {
    text.value = await unpack(packed);
  } catch {
    return say('The link is damaged: the text in it cannot be read.');
  }
  published.value = given.get('d') ?? '';
  claim = /^c\d+$/.exec(given.get('c') ?? '')?.[0] ?? '';
  await extract();
}
void followAddress();
