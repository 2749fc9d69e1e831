/** Whether a counter-example bites: it must come as far as the pattern whose guard turns it down. */

/**
 * A pattern without its guards: what it looks for ahead and behind (`(?=…)`, `(?!…)`, `(?<=…)`, `(?<!…)`).
 *
 * @returns the pattern that matches wherever the whole one does, and where a guard alone keeps it from it
 */
export function withoutGuards({ source, flags }: RegExp): RegExp {
  const spans = guardsIn(source);
  let bare = '';
  let from = 0;
  for (const { start, end } of spans) {
    if (start < from) continue;
    bare += source.slice(from, start);
    from = end;
  }
  return new RegExp(bare + source.slice(from), flags);
}

/** Where each look ahead or behind stands in a pattern's source, those inside others too. */
export function guardsIn(source: string): { start: number; end: number }[] {
  const guards: { start: number; end: number }[] = [];
  const open: { start: number; guard: boolean }[] = [];
  let inClass = false;
  for (let at = 0; at < source.length; at += 1) {
    const letter = source[at];
    if (letter === '\\') at += 1;
    else if (inClass) inClass = letter !== ']';
    else if (letter === '[') inClass = true;
    else if (letter === '(') open.push({ start: at, guard: /^\(\?<?[=!]/.test(source.slice(at, at + 4)) });
    else if (letter === ')') {
      const { start, guard } = open.pop()!;
      if (guard) guards.push({ start, end: at + 1 });
    }
  }
  return guards.sort((a, b) => a.start - b.start);
}
