import { isIP } from 'node:net';

const email = /^[^\s@"(),:;<>[\\\]]{1,64}@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i;
const international = /^\+[1-9]\d{6,14}$/;
/** AppSync takes a number without a country code to be from the United States. */
const american = /^1?[2-9]\d{2}[2-9]\d{6}$/;

/** `local-part@domain-part` (RFC 822). */
export const isEmail = (text: string): boolean => email.test(text);

/** A phone number; digits may be separated by spaces, hyphens, dots and parentheses. */
export const isPhone = (text: string): boolean => {
  if (text.length > 32) return false;
  const digits = text.replace(/[ ().-]/g, '');
  return international.test(digits) || american.test(digits);
};

/** A URL with a scheme (RFC 1738) and no double slash in its path. */
export const isUrl = (text: string): boolean =>
  /^[a-z][a-z\d+.-]*:\S+$/i.test(text) && URL.canParse(text) && !new URL(text).pathname.includes('//');

/** An IPv4 or IPv6 address, with an optional CIDR suffix. */
export const isIpAddress = (text: string): boolean => {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0 || address.includes('%')) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
};
