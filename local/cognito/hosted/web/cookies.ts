/** A request's cookies. Of several with one name the first counts: browsers send the most specific path first. */
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
  /** 0 deletes the cookie; without a maximum age it lasts until the browser closes. */
  readonly maxAgeSeconds?: number;
  readonly isSecure: boolean;
}

/** A cookie that scripts cannot read and that browsers do not send with another site's form. */
export const writeCookie = ({ name, value, maxAgeSeconds, isSecure }: Cookie): string =>
  [
    `${name}=${value}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    ...(isSecure ? ['Secure'] : []),
    ...(maxAgeSeconds === undefined ? [] : [`Max-Age=${maxAgeSeconds}`]),
  ].join('; ');
