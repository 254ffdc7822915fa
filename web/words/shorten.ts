const maxLetters = 48;
const lastLetters = 16;

/** A file name short enough for a sentence: a long one keeps its beginning and its end, which shows the type. */
export const shorten = (name: string): string => {
  const letters = [...name];
  if (letters.length <= maxLetters) return name;
  const beginning = letters.slice(0, maxLetters - lastLetters - 1).join('');
  return `${beginning.trimEnd()}…${letters.slice(-lastLetters).join('').trimStart()}`;
};
