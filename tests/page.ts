/** A web page to read: an article of three paragraphs. */
export const PARAGRAPHS = [
  'The dam is safe, the mayor said on Monday, and it will hold through the winter.',
  '“We checked it twice,” said Anna Weber, an engineer who has led the work since March.',
  'The river rose by two metres over the night, officials said, and more rain is expected in the coming days.',
];
export const BODY = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('\n');
/** A page with this head; the body is a short article where none is given. */
export const page = (head: string, body = `<article>${BODY}</article>`) =>
  `<!DOCTYPE html><html lang="en"><head>${head}</head><body>${body}</body></html>`;
