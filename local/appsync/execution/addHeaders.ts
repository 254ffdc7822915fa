import { isJsonObject, parseJson } from '../json';

/** AppSync's own, and those that say how an answer travels: they are for whoever sends it (RFC 9110, 7.6.1). */
const reserved =
  /^(?:x-amzn?-.*|connection|content-(?:encoding|length|type)|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade)$/i;
const headerName = /^[\w!#$%&'*+.^`|~-]+$/;
const headerValue = /^[\t\x20-\x7e\x80-\xff]*$/;

/**
 * Adds the headers of `util.http.addResponseHeader(s)` to the answer. Those that AppSync keeps for itself, and
 * those that HTTP does not allow, are left out.
 */
export const addHeaders = (effects: Readonly<Record<string, string>>, headers: Record<string, string>): void => {
  const added = parseJson(effects.responseHeaders);
  if (!isJsonObject(added)) return;
  for (const [name, value] of Object.entries(added)) {
    const text = String(value);
    if (headerName.test(name) && headerValue.test(text) && !reserved.test(name)) headers[name.toLowerCase()] = text;
  }
};
