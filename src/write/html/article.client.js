// What the page does beyond showing: tips on what is marked, and the words of a chosen claim lit up. All it shows it
// copies from the lists of the page, as nodes, never as HTML.

/** @typedef {{ id: string, part: string }} Token */

const KINDS = { c: 'Claim', p: 'Person', d: 'Date', n: 'Number' };
const LAYERS = { p: 'show-person', d: 'show-date', n: 'show-number', s: 'show-source', q: 'show-cue', m: 'show-cue' };
const text = /** @type {HTMLElement} */ (document.querySelector('article'));
const tip = /** @type {HTMLElement} */ (document.getElementById('tip'));
const wide = matchMedia('(min-width: 60.01rem)');

/** @type {Map<string, HTMLElement[]>} */
const marksOf = new Map();
for (const mark of /** @type {NodeListOf<HTMLElement>} */ (text.querySelectorAll('mark'))) {
  for (const { id } of tokensOf(mark)) {
    const marks = marksOf.get(id);
    if (marks) marks.push(mark);
    else marksOf.set(id, [mark]);
  }
}

/** @param {HTMLElement} mark @returns {Token[]} */
function tokensOf(mark) {
  return (mark.dataset.m ?? '').split(' ').map((token) => {
    const part = /[sqm]$/.test(token) ? token.slice(-1) : '';
    return { id: part ? token.slice(0, -1) : token, part };
  });
}

/** @param {string} id */
const isOwn = (id) => document.getElementById(`list-${id}`)?.classList.contains('own') ?? false;

/** @param {string} name */
const shown = (name) => /** @type {HTMLInputElement | null} */ (document.getElementById(name))?.checked ?? false;

/** Ids of what is marked here in a layer that is shown, claims last, each once. @param {HTMLElement} mark */
function idsAt(mark) {
  const ids = tokensOf(mark)
    .filter(({ id, part }) => {
      const letter = part || id.charAt(0);
      if (letter === 'c') return shown(isOwn(id) ? 'show-own' : 'show-content');
      return shown(LAYERS[/** @type {keyof typeof LAYERS} */ (letter)]);
    })
    .map(({ id }) => id);
  return [...new Set(ids)].sort((a, b) => Number(a.startsWith('c')) - Number(b.startsWith('c')));
}

/** @type {HTMLElement | null} */
let described = null;
let timer = 0;

/** @param {HTMLElement} mark @param {readonly string[]} ids */
function showTip(mark, ids) {
  hideTip();
  if (ids.length === 0) return;
  tip.replaceChildren(...ids.map(entry));
  tip.hidden = false;
  described = mark;
  mark.setAttribute('aria-describedby', 'tip');
  placeTip();
}

/** Beneath the words it is about, or above where there is no room; on a narrow page at its foot. */
function placeTip() {
  if (described === null) return;
  const box = described.getClientRects()[0] ?? described.getBoundingClientRect();
  const under = box.bottom + 6 + tip.offsetHeight < innerHeight;
  const left = Math.max(8, Math.min(box.left, innerWidth - tip.offsetWidth - 8));
  const top = under ? box.bottom + 6 : Math.max(8, box.top - tip.offsetHeight - 6);
  tip.style.left = wide.matches ? `${left}px` : '';
  tip.style.top = wide.matches ? `${top}px` : '';
}

function hideTip() {
  clearTimeout(timer);
  described?.removeAttribute('aria-describedby');
  described = null;
  tip.hidden = true;
}

/** What the lists say of one id, links as plain words. @param {string} id */
function entry(id) {
  const box = document.createElement('div');
  const kind = document.createElement('span');
  kind.className = 'kind';
  kind.textContent = `${KINDS[/** @type {keyof typeof KINDS} */ (id.charAt(0))]} `;
  if (!id.startsWith('c')) box.append(kind);
  const listed = document.getElementById(`list-${id}`);
  for (const child of listed?.childNodes ?? []) {
    if (child instanceof HTMLElement && child.className === 'what') continue;
    const copy = child.cloneNode(true);
    box.append(copy);
  }
  // A tip is read, not used.
  for (const tool of box.querySelectorAll('button, code[hidden]')) tool.remove();
  for (const link of box.querySelectorAll('a')) {
    const words = document.createElement('span');
    words.append(...link.childNodes);
    link.replaceWith(words);
  }
  return box;
}

/** @param {string | null} id of a claim */
function choose(id) {
  for (const element of document.querySelectorAll('.chosen')) element.classList.remove('chosen');
  if (id === null) return;
  if (isOwn(id)) /** @type {HTMLInputElement} */ (document.getElementById('show-own')).checked = true;
  for (const mark of marksOf.get(id) ?? []) mark.classList.add('chosen');
  const listed = document.getElementById(`list-${id}`);
  listed?.classList.add('chosen');
  if (wide.matches) listed?.scrollIntoView({ block: 'nearest' });
}

/** @param {EventTarget | null} target @returns {HTMLElement | null} */
const markAt = (target) => (target instanceof Element ? target.closest('mark') : null);

/** The innermost claim that a mark belongs to. @param {HTMLElement} mark */
const claimAt = (mark) =>
  idsAt(mark)
    .filter((id) => id.startsWith('c'))
    .at(-1) ?? null;

text.addEventListener('pointerover', (event) => {
  const mark = markAt(event.target);
  if (event.pointerType !== 'mouse') return;
  clearTimeout(timer);
  if (mark) timer = window.setTimeout(() => showTip(mark, idsAt(mark)), 120);
  else timer = window.setTimeout(hideTip, 250);
});
text.addEventListener('pointerleave', () => {
  clearTimeout(timer);
  timer = window.setTimeout(hideTip, 250);
});
tip.addEventListener('pointerenter', () => clearTimeout(timer));
tip.addEventListener('pointerleave', () => {
  timer = window.setTimeout(hideTip, 250);
});
text.addEventListener('focusin', (event) => {
  const mark = markAt(event.target);
  if (mark) showTip(mark, idsAt(mark));
  else if (event.target instanceof HTMLElement && event.target.matches('sup a')) {
    const id = `c${event.target.textContent}`;
    showTip(event.target, [id]);
  }
});
text.addEventListener('focusout', hideTip);
text.addEventListener('click', (event) => {
  const mark = markAt(event.target);
  if (!mark) return;
  choose(claimAt(mark));
  showTip(mark, idsAt(mark));
});
document.addEventListener('click', (event) => {
  if (event.target instanceof Node && !text.contains(event.target) && !tip.contains(event.target)) hideTip();
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    hideTip();
    choose(null);
  }
  if (event.key === 'Enter') {
    const mark = markAt(event.target);
    if (mark) choose(claimAt(mark));
  }
});
addEventListener('scroll', placeTip, { passive: true });
addEventListener('resize', placeTip);

/** The claim, or the entry of a claim, that the address names. */
function followAddress() {
  const id = /^#(?:list-)?(c\d+)$/.exec(location.hash)?.[1];
  if (id === undefined) return;
  choose(id);
  document
    .getElementById(location.hash.slice(1))
    ?.scrollIntoView({ block: location.hash.startsWith('#c') ? 'center' : 'nearest' });
}
addEventListener('hashchange', followAddress);
followAddress();
for (const layer of document.querySelectorAll('.layers input')) layer.addEventListener('change', hideTip);

for (const button of document.querySelectorAll('.tags button')) {
  if (!(button instanceof HTMLButtonElement)) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.nextElementSibling?.textContent ?? '');
    button.textContent = 'Copied';
  });
}
