// The claims of a run: filtered by what the address says, fifty on the page at a time. What an article says goes into the
// page as text, never as HTML.

/** @typedef {[title: string, href: string, published: string | null, outlet: number]} Article */
/** @typedef {[source: number, stance: string, cue: string]} Link */
/** @typedef {[article: number, id: string, text: string, quotation: string, links: Link[], people: number[], dates: [string, string][], flags: string, confidence: number]} Claim */
/** @typedef {{ articles: Article[], outlets: string[], sources: [string, string, number][], people: string[], claims: Claim[] }} Data */
/** @typedef {{ name: string, test: (claim: Claim, index: number) => boolean }} Filter */

const PER_PAGE = 50;
const PAUSE = 120;

const element = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const form = /** @type {HTMLFormElement} */ (element('filters'));
const fields = /** @type {(HTMLInputElement | HTMLSelectElement)[]} */ ([...form.querySelectorAll('[name]')]);
const selects = /** @type {HTMLSelectElement[]} */ (fields.filter((field) => field instanceof HTMLSelectElement));
const buttons = /** @type {HTMLButtonElement[]} */ ([element('previous'), element('next')]);
/** The words of an option, without its number. @type {Map<HTMLOptionElement, string>} */
const labels = new Map();
for (const select of selects) for (const option of select.options) labels.set(option, option.textContent ?? '');
const forms = new Map([...labels].map(([option, words]) => [option.value, words]));

/** What the page was made with: deflated, in base 64. @param {string} letters @returns {Promise<Data>} */
async function unpack(letters) {
  const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).json();
}
const data = await unpack(element('data').textContent ?? '');
const lowerSources = data.sources.map(([name]) => name.toLowerCase());
const lowerPeople = data.people.map((name) => name.toLowerCase());
/** @type {string[] | null} */
let lowerTexts = null;
/** @type {Claim[]} */
let found = [];

/** What the address after `#` asks for. */
function asked() {
  const params = new URLSearchParams(location.hash.slice(1));
  const get = (/** @type {string} */ name) => params.get(name)?.trim() ?? '';
  return { get, page: Math.max(1, Number(get('page')) || 1), params };
}

/** The first or the last day of a day, a month or a year; empty where it is none. @param {string} text @param {boolean} last */
function dayOf(text, last) {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text) ?? [];
  if (!year || (month && Number(month) > 12)) return '';
  if (day) return text;
  const end = new Date(Date.UTC(Number(year), Number(month ?? 12), 0)).getUTCDate();
  return last ? `${year}-${month ?? '12'}-${end}` : `${year}-${month ?? '01'}-01`;
}

/** Places of the names that hold the words. @param {string[]} names @param {string} words */
function holding(names, words) {
  const wanted = words.toLowerCase();
  return new Set(names.flatMap((name, index) => (name.includes(wanted) ? [index] : [])));
}

/** Words, and phrases in quotation marks, in lower case. @param {string} text */
const termsOf = (text) =>
  [...text.toLowerCase().matchAll(/["“”]([^"“”]+)["“”]?|[^\s"“”]+/g)].map(([word, phrase]) =>
    (phrase ?? word).replace(/\s+/g, ' ').trim(),
  );

/** @param {string} source @param {string} kind @param {string} stance @returns {(link: Link) => boolean} */
function likeLink(source, kind, stance) {
  const sources = source ? holding(lowerSources, source) : null;
  return ([at, how]) =>
    (sources === null || sources.has(at)) &&
    (!kind || (data.sources[at]?.[1] ?? 'nobody') === kind) &&
    (!stance || how === stance);
}

/** @param {(name: string) => string} get @returns {Filter[]} */
function filters(get) {
  /** @type {Filter[]} */
  const all = [];
  /** @param {string} name @param {Filter['test']} test */
  const add = (name, test) => all.push({ name, test });
  const [q, source, kind, stance, person] = [get('q'), get('source'), get('kind'), get('stance'), get('person')];
  if (kind === 'own') add('voice', ([, , , , links]) => links.length === 0);
  else if (get('own') !== '1') add('voice', ([, , , , links]) => links.length > 0);
  if (kind !== 'own' && (source || kind || stance)) {
    const matches = likeLink(source, kind, stance);
    add('link', ([, , , , links]) => links.some(matches));
  }
  if (person) {
    const people = holding(lowerPeople, person);
    add('person', ([, , , , , inside]) => inside.some((at) => people.has(at)));
  }
  const [from, to] = [dayOf(get('from'), false), dayOf(get('to'), true)];
  if (from || to) {
    /** @param {string} first @param {string} last */
    const within = (first, last) => (!from || last >= from) && (!to || first <= to);
    add('day', ([article, , , , , , dates]) => {
      if (get('day') !== 'published') return dates.some(([first, last]) => within(first, last));
      const day = data.articles[article]?.[2];
      return day != null && within(day, day);
    });
  }
  const outlet = get('outlet');
  if (outlet) add('outlet', ([article]) => String(data.articles[article]?.[3]) === outlet);
  const quotation = get('quotation');
  if (quotation) add('quotation', ([, , , form]) => form === quotation);
  if (q) {
    const terms = termsOf(q);
    lowerTexts ??= data.claims.map(([, , text]) => text.toLowerCase());
    const texts = lowerTexts;
    add('q', (_, index) => terms.every((term) => texts[index]?.includes(term)));
  }
  return all;
}

/** @typedef {{ name: string, without: string[], valuesOf: (claim: Claim) => string[] }} Facet */

/** What each option of a select would find, the filters that it stands for left out. @param {(name: string) => string} get @returns {Facet[]} */
function facets(get) {
  const ofKind = likeLink(get('source'), '', get('stance'));
  const kind = get('kind');
  const ofStance = likeLink(get('source'), kind === 'own' ? '' : kind, '');
  return [
    {
      name: 'kind',
      without: ['voice', 'link'],
      valuesOf: ([, , , , links]) =>
        links.length === 0 ? ['own'] : links.filter(ofKind).map(([at]) => data.sources[at]?.[1] ?? 'nobody'),
    },
    {
      name: 'stance',
      without: ['link'],
      valuesOf: ([, , , , links]) => links.filter(ofStance).map(([, stance]) => stance),
    },
    { name: 'outlet', without: ['outlet'], valuesOf: ([article]) => [String(data.articles[article]?.[3])] },
    { name: 'quotation', without: ['quotation'], valuesOf: ([, , , form]) => [form] },
  ];
}

/** Claims that pass, and how many would with another choice in one select: one pass over all. @param {(name: string) => string} get */
function find(get) {
  const all = filters(get);
  const counted = facets(get).map((facet) => ({ ...facet, counts: /** @type {Map<string, number>} */ (new Map()) }));
  const passed = /** @type {Claim[]} */ ([]);
  let hidden = 0;
  for (const [index, claim] of data.claims.entries()) {
    const failed = /** @type {string[]} */ ([]);
    for (const { name, test } of all) {
      if (!test(claim, index) && failed.push(name) > 2) break;
    }
    if (failed.length > 2) continue;
    if (failed.length === 0) passed.push(claim);
    else if (failed.length === 1 && failed[0] === 'voice' && claim[4].length === 0) hidden += 1;
    for (const { without, valuesOf, counts } of counted) {
      if (!failed.every((name) => without.includes(name))) continue;
      for (const value of new Set(valuesOf(claim))) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return { passed, counts: new Map(counted.map(({ name, counts }) => [name, counts])), hidden };
}

/** @param {Claim[]} claims @param {string} order */
function sort(claims, order) {
  /** @param {Claim} claim */
  const day = ([article]) => data.articles[article]?.[2] ?? '';
  if (order === 'surest') claims.sort((a, b) => b[8] - a[8]);
  const sign = order === 'newest' ? -1 : order === 'oldest' ? 1 : 0;
  if (sign !== 0) claims.sort((a, b) => sign * (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
  return claims;
}

/** @param {string} name @param {string} className @param {(string | Node)[]} content */
function make(name, className, ...content) {
  const node = document.createElement(name);
  if (className) node.className = className;
  node.append(...content);
  return node;
}

/** @param {string} href @param {(string | Node)[]} content */
function link(href, ...content) {
  const node = document.createElement('a');
  node.setAttribute('href', href);
  node.append(make('bdi', '', ...content));
  return node;
}

/** The words with what was looked for marked. @param {string} text @param {string[]} terms */
function marked(text, terms) {
  const lower = text.toLowerCase();
  if (terms.length === 0 || lower.length !== text.length) return [text];
  /** @type {(string | Node)[]} */
  const parts = [];
  let at = 0;
  while (at < text.length) {
    const next = terms
      .map((term) => ({ term, from: lower.indexOf(term, at) }))
      .filter(({ from }) => from >= 0)
      .sort((a, b) => a.from - b.from || b.term.length - a.term.length)[0];
    if (!next) break;
    parts.push(text.slice(at, next.from), make('mark', '', text.slice(next.from, next.from + next.term.length)));
    at = next.from + next.term.length;
  }
  parts.push(text.slice(at));
  return parts;
}

/** A name that leads to its claims. @param {string} field @param {string} name */
const filterLink = (field, name) =>
  link(`#${new URLSearchParams({ [field]: name.replace(/\p{Cs}/gu, '\ufffd') })}`, name);

/** @param {Claim} claim @param {string[]} terms */
function row([article, id, text, quotation, links, people, , flags, confidence], terms) {
  const [title, href, published, outlet] = /** @type {Article} */ (data.articles[article]);
  const who = make('p', 'who');
  if (links.length === 0) who.append(make('span', 'how', 'The article itself'));
  for (const [index, [source, , cue]] of links.entries()) {
    if (index > 0) who.append(make('span', 'how', ', passed on by '));
    const name = data.sources[source]?.[0];
    who.append(make('b', '', name === undefined ? 'nobody named' : filterLink('source', name)), ' ');
    who.append(make('i', '', make('bdi', '', cue)));
  }
  const site = data.outlets[outlet] ?? '';
  const parts = [
    site,
    published ?? 'no date',
    links.map(([, stance]) => stance).join(' ← '),
    links.length > 0 ? (forms.get(quotation) ?? '') : '',
    flags.includes('n') ? 'negated' : '',
    flags.includes('h') ? 'hedged' : '',
    links.length > 0 ? `${Math.round(100 * confidence)} % sure` : '',
  ].filter(Boolean);
  const tags = make('p', 'tags', link(href, title), ` · ${parts.join(' · ')}`);
  for (const [index, at] of people.entries()) {
    tags.append(index === 0 ? ' · about ' : ', ', filterLink('person', data.people[at] ?? ''));
  }
  return make('li', '', who, make('p', 'what', link(`${href}#${id}`, ...marked(text, terms))), tags);
}

/** What of the address could not be used. @param {(name: string) => string} get @param {URLSearchParams} params */
function ignored(get, params) {
  const known = new Set([...fields.map(({ name }) => name), 'page']);
  const notes = [...params.keys()].filter((name) => !known.has(name)).map((name) => `“${name}” is no filter`);
  for (const name of ['from', 'to']) if (get(name) && !dayOf(get(name), false)) notes.push(`“${get(name)}” is no day`);
  for (const select of selects) {
    const value = get(select.name);
    if (value && ![...select.options].some((option) => option.value === value))
      notes.push(`there is no ${select.name} “${value}”`);
  }
  return notes.length > 0 ? `Ignored: ${notes.join('; ')}.` : '';
}

function show() {
  const { get, page, params } = asked();
  for (const field of fields) {
    if (document.activeElement === field && field.type !== 'checkbox') continue;
    if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = get(field.name) === '1';
    else field.value = field.type === 'date' ? dayOf(get(field.name), field.name === 'to') : get(field.name);
  }
  const { passed, counts, hidden } = find(get);
  found = sort(passed, get('sort'));
  for (const select of selects) {
    const of = counts.get(select.name);
    if (of)
      for (const option of select.options) {
        const words = labels.get(option) ?? '';
        option.textContent = option.value === '' ? words : `${words} (${of.get(option.value) ?? 0})`;
      }
  }
  const terms = termsOf(get('q'));
  const pages = Math.max(1, Math.ceil(found.length / PER_PAGE));
  const shown = Math.min(page, pages);
  element('results').replaceChildren(
    ...found.slice((shown - 1) * PER_PAGE, shown * PER_PAGE).map((claim) => row(claim, terms)),
  );
  const filtered = found.length < data.claims.length ? ` of ${data.claims.length}` : '';
  const own = hidden > 0 ? `; ${hidden} of the articles’ own voice not shown` : '';
  element('count').textContent =
    data.claims.length === 0
      ? 'No claims were found in these articles.'
      : found.length === 0
        ? `No claim is like this${own}. Clear a filter to see more.`
        : `${found.length}${filtered} ${found.length === 1 && !filtered ? 'claim' : 'claims'}${own}`;
  element('ignored').textContent = ignored(get, params);
  element('ignored').hidden = element('ignored').textContent === '';
  element('pages').hidden = pages === 1;
  element('page').textContent = `${shown} of ${pages}`;
  for (const [index, button] of buttons.entries()) button.disabled = index === 0 ? shown === 1 : shown === pages;
  for (const bar of document.querySelectorAll('.timeline a')) {
    const bounds = new URLSearchParams((bar.getAttribute('href') ?? '').slice(1));
    bar.classList.toggle('chosen', get('from') === bounds.get('from') && get('to') === bounds.get('to'));
  }
}

const go = (/** @type {URLSearchParams} */ params) => {
  history.replaceState(null, '', `#${params}`);
  show();
};

let timer = 0;
function readFields() {
  const params = new URLSearchParams();
  for (const field of fields) {
    if (field instanceof HTMLInputElement && field.type === 'checkbox' && !field.checked) continue;
    if (field.value !== '') params.set(field.name, field.value);
  }
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
  go(new URLSearchParams());
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
    const options = [...new Set(names)]
      .sort()
      .map((name) => Object.assign(document.createElement('option'), { value: name }));
    element(id).replaceChildren(...options);
  };
  form.querySelector(`[name=${field}]`)?.addEventListener('focus', fill, { once: true });
}
const names = data.sources.map(([name]) => name);
suggest('source-names', 'source', names);
suggest('person-names', 'person', data.people);

/** The claims that are found, as a table: what a spreadsheet would take for a formula gets an apostrophe. */
function csv() {
  /** @param {string | number} cell */
  const cell = (cell) => {
    const text = /^[=+\-@\t\r]/.test(String(cell)) ? `'${cell}` : String(cell);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const rows = found.map(([article, id, text, quotation, links, people, , flags, confidence]) => {
    const [title, , published, outlet] = /** @type {Article} */ (data.articles[article]);
    const [said, ...passed] = links.map(([source]) => data.sources[source]?.[0] ?? '');
    const kind = data.sources[links[0]?.[0] ?? -1]?.[1] ?? '';
    const names = people.map((at) => data.people[at]).join('; ');
    const marks = [String(flags.includes('n')), String(flags.includes('h'))];
    return [
      title,
      data.outlets[outlet] ?? '',
      published ?? '',
      id,
      said ?? '',
      kind,
      links[0]?.[1] ?? '',
      text,
      quotation,
      passed.join('; '),
      names,
      ...marks,
      confidence,
    ];
  });
  const head =
    'article,outlet,published,claim,source,kind,stance,text,quotation,through,people,negated,hedged,confidence';
  return `${head}\n${rows.map((cells) => `${cells.map(cell).join(',')}\n`).join('')}`;
}

/** @param {string} id of the button, which says what it did @param {string} text */
async function copy(id, text) {
  const words = element(id).textContent ?? '';
  await navigator.clipboard.writeText(text);
  element(id).textContent = 'Copied';
  setTimeout(() => (element(id).textContent = words), 1500);
}
element('link').addEventListener('click', () => copy('link', location.href));
element('copy').addEventListener('click', () => copy('copy', csv()));
element('download').addEventListener('click', () => {
  // The mark tells a spreadsheet that it is UTF-8.
  const href = URL.createObjectURL(new Blob(['\ufeff', csv()], { type: 'text/csv' }));
  Object.assign(document.createElement('a'), { href, download: 'claims.csv' }).click();
  URL.revokeObjectURL(href);
});

/** Links of this page are filters; those to its sections are not. */
function follow() {
  if (location.hash === '' || location.hash.includes('=')) show();
}
addEventListener('hashchange', () => {
  follow();
  if (location.hash.includes('=')) element('claims').scrollIntoView();
});
show();
