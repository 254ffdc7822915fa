import { isRestricted } from '../headerNames';
import { isJsonObject } from '../../json';
import { parseJson } from '../json';

const headerName = /^[\w!#$%&'*+.^`|~-]+$/;
const headerValue = /^[\t\x20-\x7e\x80-\xff]*$/;

/** Adds the headers of `util.http.addResponseHeader(s)`; checks them, as the sandbox is not trusted to have done so. */
export const addHeaders = (effects: Readonly<Record<string, string>>, headers: Record<string, string>): void => {
  const added = parseJson(effects.responseHeaders);
  if (!isJsonObject(added)) return;
  for (const [name, value] of Object.entries(added)) {
    const text = String(value);
    if (headerName.test(name) && headerValue.test(text) && !isRestricted(name)) headers[name.toLowerCase()] = text;
  }
};
