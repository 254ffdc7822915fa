/** The cookies of a request; of several with one name, the first counts: browsers send the most specific first. */
export const readCookies = (header = ''): ReadonlyMap<string, string> => {
  const cookies = new Map<string, string>();
  for (const pair of header.split(';')) {
    const [name = '', ...value] = pair.trim().split('=');
    if (name !== '' && !cookies.has(name)) cookies.set(name, value.join('='));
  }
  return cookies;
};

export interface Cookie {
  readonly name: string;
  readonly value: string;
  /** 0 takes the cookie away; without it, it lives until the browser closes. */
  readonly maxAgeSeconds?: number;
  readonly isSecure: boolean;
}

/** A cookie that no script can read and no other site's form brings along. */
export const writeCookie = ({ name, value, maxAgeSeconds, isSecure }: Cookie): string =>
  [
    `${name}=${value}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    ...(isSecure ? ['Secure'] : []),
    ...(maxAgeSeconds === undefined ? [] : [`Max-Age=${maxAgeSeconds}`]),
  ].join('; ');
