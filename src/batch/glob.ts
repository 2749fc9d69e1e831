/** Shell patterns, for shells that do not expand them: `*`, `?`, `**`, `[a-z]`, `{a,b}`. */

export function isGlob(path: string): boolean {
  return /[*?[{]/.test(path);
}

/** The folder before the first part of the pattern that has a wild card; `.` where that is the first part. */
export function baseOf(pattern: string): string {
  const parts = pattern.split('/');
  const wild = parts.findIndex(isGlob);
  return parts.slice(0, wild).join('/') || (pattern.startsWith('/') ? '/' : '.');
}

/**
 * A pattern as a regular expression over paths that are written with `/`.
 *
 * @param pattern what follows the base folder, for example `**` + `/*.txt`
 */
export function globExpression(pattern: string): RegExp {
  let source = '';
  let braces = 0;
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern[at]!;
    const set = /^\[([!^]?)([^\]/]+)\]/.exec(pattern.slice(at, at + 200));
    if (pattern.startsWith('**/', at)) {
      source += '(?:[^/]+/)*';
      at += 2;
    } else if (character === '*') {
      const deep = pattern[at + 1] === '*';
      source += deep ? '.*' : '[^/]*';
      if (deep) at += 1;
    } else if (character === '?') source += '[^/]';
    else if (set) {
      source += `[${set[1] ? '^/' : ''}${set[2]!.replace(/[\\[\]^]/g, '\\$&')}]`;
      at += set[0].length - 1;
    } else if (character === '{' && pattern.indexOf('}', at) > 0) {
      source += '(?:';
      braces += 1;
    } else if (character === '}' && braces > 0) {
      source += ')';
      braces -= 1;
    } else if (character === ',' && braces > 0) source += '|';
    else source += character.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  }
  return new RegExp(`^${source}$`, 'u');
}
