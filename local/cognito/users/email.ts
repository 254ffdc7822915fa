/** Whether the string has the form of an e-mail address: visible characters, one `@`, a domain with a dot. */
export const isEmail = (text: string): boolean =>
  text.length <= 254 && /^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u.test(text) && /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text);

/** An address masked so that only its owner recognizes it: `a***@e***`. */
export const maskEmail = (email: string): string => {
  const [name = '', domain = ''] = email.split('@');
  return `${[...name][0] ?? ''}***@${[...domain][0] ?? ''}***`;
};
