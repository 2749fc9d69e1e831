/** @returns the last word of a name, lower case, without what follows a comma or stands in brackets */
export function lastWord(name: string): string {
  return (
    name
      .replace(/[,(].*$/s, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.at(-1) ?? ''
  );
}
