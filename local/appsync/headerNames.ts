/** Request headers that `util.http.copyHeaders` leaves out, and that resolvers cannot add to a response. */
export const restrictedEverywhere: readonly string[] = [
  ...['connection', 'content-length', 'expect', 'host', 'keep-alive', 'proxy-authenticate', 'proxy-authorization'],
  ...['te', 'transfer-encoding', 'upgrade'],
];

const restrictedInAnswers: readonly string[] = [
  ...restrictedEverywhere,
  ...['access-control-allow-credentials', 'access-control-allow-headers', 'access-control-allow-methods'],
  ...['access-control-allow-origin', 'access-control-expose-headers', 'access-control-max-age', 'content-type', 'vary'],
  // Not on AppSync's lists; these say how a response is transferred (RFC 9110, 6.6.2 and 8.4).
  ...['content-encoding', 'trailer'],
];

/**
 * Whether resolvers cannot add a header of this name to a response; AppSync ignores such a header.
 * https://docs.aws.amazon.com/appsync/latest/devguide/http-helpers-in-utils-http-js.html
 */
export const isRestricted = (name: string): boolean =>
  name === '' || /^x-amzn?-/i.test(name) || restrictedInAnswers.includes(name.toLowerCase());
