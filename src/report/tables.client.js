// Tables whose rows can be put in the order of a column: by its head.

/** Sorts the rows of a table by a column: numbers by value, the rest by letters. @param {HTMLTableElement} table */
function sortable(table) {
  for (const [column, head] of [...(table.tHead?.rows[0]?.cells ?? [])].entries()) {
    if (head.tagName !== 'TH') continue;
    const button = document.createElement('button');
    button.className = 'sort';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const up = head.getAttribute('aria-sort') === 'descending';
      for (const other of head.parentElement?.children ?? []) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
      /** @param {HTMLTableRowElement} one */
      const key = (one) => one.cells[column]?.textContent?.trim() ?? '';
      const compare = new Intl.Collator('en', { numeric: true }).compare;
      const body = table.tBodies[0];
      const rows = [...(body?.rows ?? [])].sort((a, b) => (up ? compare(key(a), key(b)) : compare(key(b), key(a))));
      body?.append(...rows);
    });
  }
}
for (const table of document.querySelectorAll('table[data-sortable]'))
  sortable(/** @type {HTMLTableElement} */ (table));
