/** Words and descriptions as shells take them. */

/** In single quotes, for bash and zsh. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** What an option does, without its default. */
export function brief(description: string): string {
  const at = description.lastIndexOf(' (default: ');
  return at < 0 ? description : description.slice(0, at).replace(/,?(?: see below)?$/, '');
}
