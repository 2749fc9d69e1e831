/** The one part of natural that is used here; its root prints, reads .env and loads databases. */
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const stemmer: { stem(word: string): string };
  export default stemmer;
}
