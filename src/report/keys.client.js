// Keys for those who read many claims, and what a small screen shows first.

const search = /** @type {HTMLInputElement | null} */ (document.querySelector('#filters [name=q]'));
const keys = /** @type {HTMLDialogElement | null} */ (document.getElementById('keys'));

document.addEventListener('keydown', (event) => {
  const { target, key } = event;
  if (
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    (target instanceof Element && target.matches('input, select, textarea'))
  )
    return;
  if (key === '/') {
    event.preventDefault();
    search?.focus();
  } else if (key === '?') keys?.showModal();
  else if (key === 'j' || key === 'k') {
    const all = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('#results .what a')]);
    const here = all.findIndex((one) => one.closest('li')?.contains(document.activeElement));
    const next = all[here < 0 ? 0 : here + (key === 'j' ? 1 : -1)];
    next?.focus();
    next?.scrollIntoView({ block: 'center' });
  }
});

// On a phone the claims come first.
if (matchMedia('(max-width: 60rem)').matches) document.getElementById('more')?.removeAttribute('open');
