const mostLetters = 48;
const lastLetters = 16;

/** A name as a sentence can bear it: of a long one the beginning and, as it tells the type, the end. */
export const shorten = (name: string): string => {
  const letters = [...name];
  if (letters.length <= mostLetters) return name;
  const beginning = letters.slice(0, mostLetters - lastLetters - 1).join('');
  return `${beginning.trimEnd()}…${letters.slice(-lastLetters).join('').trimStart()}`;
};
