/** Those of a request that `util.http.copyHeaders` leaves out, and that no resolver adds to an answer. */
export const restrictedEverywhere: readonly string[] = [
  ...['connection', 'content-length', 'expect', 'host', 'keep-alive', 'proxy-authenticate', 'proxy-authorization'],
  ...['te', 'transfer-encoding', 'upgrade'],
];

const restrictedInAnswers: readonly string[] = [
  ...restrictedEverywhere,
  ...['access-control-allow-credentials', 'access-control-allow-headers', 'access-control-allow-methods'],
  ...['access-control-allow-origin', 'access-control-expose-headers', 'access-control-max-age', 'content-type', 'vary'],
  // These are on no list of AppSync's; they say how an answer travels (RFC 9110, 6.6.2 and 8.4).
  ...['content-encoding', 'trailer'],
];

/**
 * Whether no resolver adds a header of this name to an answer; AppSync ignores one that does.
 * https://docs.aws.amazon.com/appsync/latest/devguide/http-helpers-in-utils-http-js.html
 */
export const isRestricted = (name: string): boolean =>
  name === '' || /^x-amzn?-/i.test(name) || restrictedInAnswers.includes(name.toLowerCase());
