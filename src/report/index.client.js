// The claims of a run: filtered by what the address says, fifty on the page at a time. What an article says goes into the
// page as text, never as HTML.

/** @typedef {[title: string, href: string, published: string | null, outlet: number]} Article */
/** @typedef {[source: number, stance: string, cue: string]} Link */
/** @typedef {[article: number, id: string, text: string, quotation: string, links: Link[], people: number[], dates: [string, string][], flags: string, confidence: number]} Claim */
/** @typedef {{ articles: Article[], outlets: string[], sources: [string, string, number][], people: string[], claims: Claim[] }} Data */

const PER_PAGE = 50;
const PAUSE = 120;
/** A day, a month or a year. */
const DAY = /^\d{4}(?:-\d\d){0,2}$/;
const FORMS = new Map(
  Array.from(document.querySelectorAll('#filters [name=quotation] option'), (option) => [
    /** @type {HTMLOptionElement} */ (option).value,
    option.textContent ?? '',
  ]),
);

/** @param {string} id */
const element = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const form = /** @type {HTMLFormElement} */ (document.getElementById('filters'));
const fields = /** @type {(HTMLInputElement | HTMLSelectElement)[]} */ ([...form.querySelectorAll('[name]')]);
const buttons = /** @type {HTMLButtonElement[]} */ ([element('previous'), element('next')]);
/** @type {Data} */
const data = JSON.parse(element('data').textContent ?? '');
const lowerSources = data.sources.map(([name]) => name.toLowerCase());
const lowerPeople = data.people.map((name) => name.toLowerCase());
/** @type {string[] | null} */
let lowerTexts = null;

/** What the address after `#` asks for. */
function asked() {
  const params = new URLSearchParams(location.hash.slice(1));
  /** @param {string} name */
  const get = (name) => params.get(name)?.trim() ?? '';
  return { get, page: Math.max(1, Number(get('page')) || 1), params };
}

/** Places of the names that hold the words. @param {string[]} names @param {string} words */
function holding(names, words) {
  const wanted = words.toLowerCase();
  return new Set(names.flatMap((name, index) => (name.includes(wanted) ? [index] : [])));
}

/** @param {(name: string) => string} get @returns {((claim: Claim, index: number) => boolean)[]} */
function tests(get) {
  /** @type {((claim: Claim, index: number) => boolean)[]} */
  const all = [];
  const [q, source, kind, stance, person] = ['q', 'source', 'kind', 'stance', 'person'].map(get);
  if (kind === 'own') all.push(([, , , , links]) => links.length === 0);
  else if (source || kind || stance) {
    const sources = source ? holding(lowerSources, source) : null;
    all.push(([, , , , links]) =>
      links.some(
        ([at, how]) =>
          (sources === null || sources.has(at)) &&
          (!kind || (data.sources[at]?.[1] ?? 'nobody') === kind) &&
          (!stance || how === stance),
      ),
    );
  }
  if (person) {
    const people = holding(lowerPeople, person);
    all.push(([, , , , , inside]) => inside.some((at) => people.has(at)));
  }
  const [from, to] = ['from', 'to'].map((name) => (DAY.test(get(name)) ? get(name) : ''));
  if (from || to) {
    /** @param {string} first @param {string} last */
    const within = (first, last) => (!from || last >= from) && (!to || first <= `${to}~`);
    all.push(
      get('day') === 'published'
        ? ([article]) => {
            const day = data.articles[article]?.[2];
            return day != null && within(day, day);
          }
        : ([, , , , , , dates]) => dates.some(([first, last]) => within(first, last)),
    );
  }
  const outlet = get('outlet');
  if (outlet) all.push(([article]) => String(data.articles[article]?.[3]) === outlet);
  const quotation = get('quotation');
  if (quotation) all.push(([, , , form]) => form === quotation);
  if (q) {
    const words = q.toLowerCase().split(/\s+/);
    lowerTexts ??= data.claims.map(([, , text]) => text.toLowerCase());
    const texts = lowerTexts;
    all.push((_, index) => words.every((word) => texts[index]?.includes(word)));
  }
  return all;
}

/** @param {Claim[]} claims @param {string} order */
function sort(claims, order) {
  /** @param {Claim} claim */
  const day = ([article]) => data.articles[article]?.[2] ?? '';
  if (order === 'surest') claims.sort((a, b) => b[8] - a[8]);
  if (order === 'newest') claims.sort((a, b) => (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : 0));
  if (order === 'oldest') claims.sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
  return claims;
}

/** @param {string} name @param {string} className @param {(string | Node)[]} content */
function make(name, className, ...content) {
  const node = document.createElement(name);
  if (className) node.className = className;
  node.append(...content);
  return node;
}

/** @param {string} href @param {string} text */
function link(href, text) {
  const node = document.createElement('a');
  node.setAttribute('href', href);
  node.append(make('bdi', '', text));
  return node;
}

/** @param {Claim} claim */
function row([article, id, text, quotation, links, , , flags, confidence]) {
  const [title, href, published] = /** @type {Article} */ (data.articles[article]);
  const who = make('p', 'who');
  if (links.length === 0) who.append(make('span', 'how', 'The article itself'));
  for (const [index, [source, , cue]] of links.entries()) {
    if (index > 0) who.append(make('span', 'how', ', passed on by '));
    who.append(
      make('b', '', make('bdi', '', data.sources[source]?.[0] ?? 'nobody named')),
      ' ',
      make('i', '', make('bdi', '', cue)),
    );
  }
  const parts = [
    published ?? 'no date',
    links.map(([, stance]) => stance).join(' ← '),
    links.length > 0 ? (FORMS.get(quotation) ?? '') : '',
    flags.includes('n') ? 'negated' : '',
    flags.includes('h') ? 'hedged' : '',
    links.length > 0 ? `${Math.round(100 * confidence)} % sure` : '',
  ].filter(Boolean);
  return make(
    'li',
    '',
    who,
    make('p', 'what', link(`${href}#${id}`, text)),
    make('p', 'tags', link(href, title), ` · ${parts.join(' · ')}`),
  );
}

function show() {
  const { get, page } = asked();
  for (const field of fields) if (document.activeElement !== field) field.value = get(field.name);
  const all = tests(get);
  const found = sort(
    data.claims.filter((claim, index) => all.every((test) => test(claim, index))),
    get('sort'),
  );
  const pages = Math.max(1, Math.ceil(found.length / PER_PAGE));
  const shown = Math.min(page, pages);
  element('results').replaceChildren(...found.slice((shown - 1) * PER_PAGE, shown * PER_PAGE).map(row));
  const filtered = all.length > 0 ? ` of ${data.claims.length}` : '';
  element('count').textContent =
    data.claims.length === 0
      ? 'No claims were found in these articles.'
      : found.length === 0
        ? 'No claim is like this. Clear a filter to see more.'
        : `${found.length}${filtered} ${found.length === 1 && !filtered ? 'claim' : 'claims'}`;
  element('pages').hidden = pages === 1;
  element('page').textContent = `${shown} of ${pages}`;
  for (const [index, button] of buttons.entries()) button.disabled = index === 0 ? shown === 1 : shown === pages;
  for (const bar of document.querySelectorAll('.timeline a')) {
    const params = new URLSearchParams((bar.getAttribute('href') ?? '').slice(1));
    bar.classList.toggle('chosen', get('from') === params.get('from') && get('to') === params.get('to'));
  }
}

/** @param {URLSearchParams} params */
function go(params) {
  history.replaceState(null, '', `#${params}`);
  show();
}

let timer = 0;
function readFields() {
  const params = new URLSearchParams();
  for (const field of fields) if (field.value !== '') params.set(field.name, field.value);
  go(params);
}

form.addEventListener('input', () => {
  clearTimeout(timer);
  timer = window.setTimeout(readFields, PAUSE);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  readFields();
});
form.addEventListener('reset', (event) => {
  event.preventDefault();
  for (const field of fields) field.value = '';
  readFields();
});
for (const [index, button] of buttons.entries()) {
  button.addEventListener('click', () => {
    const { page, params } = asked();
    params.set('page', String(page + (index === 0 ? -1 : 1)));
    go(params);
    element('claims').scrollIntoView();
    element('claims').focus({ preventScroll: true });
  });
}
/** A list of names is long: it is made when somebody is about to use it. @param {string} id @param {string} field @param {string[]} names */
function suggest(id, field, names) {
  const fill = () => {
    const options = [...new Set(names)].sort().map((name) => {
      const option = document.createElement('option');
      option.value = name;
      return option;
    });
    element(id).replaceChildren(...options);
  };
  form.querySelector(`[name=${field}]`)?.addEventListener('focus', fill, { once: true });
}
suggest(
  'source-names',
  'source',
  data.sources.map(([name]) => name),
);
suggest('person-names', 'person', data.people);

/** Links of this page are filters; those to its sections are not. */
function follow() {
  if (location.hash === '' || location.hash.includes('=')) show();
}
addEventListener('hashchange', () => {
  follow();
  if (location.hash.includes('=')) element('claims').scrollIntoView();
});
show();
performance.mark('ready');
