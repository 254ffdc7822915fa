import { isRestricted, restrictedEverywhere } from '../../headerNames';
import { Misuse } from '../errors';
import type { Session } from '../invocation';
import { toUtf8 } from '../text/utf8';
import { toJson } from '../json';
import { isObject } from '../values';

/** `util.http`: https://docs.aws.amazon.com/appsync/latest/devguide/http-helpers-in-utils-http-js.html */
export const createHttp = (session: Session) => {
  const addResponseHeader = (given: unknown, value: unknown): void => {
    const name = String(given ?? '');
    if (isRestricted(name)) ignore(session, name, 'its name is restricted');
    else if (value === null || value === undefined) ignore(session, name, 'it has no value');
    else addHeader(session, name, value);
  };
  return {
    addResponseHeader,
    addResponseHeaders: (headers: unknown): void => {
      if (isObject(headers)) Object.keys(headers).forEach((name) => addResponseHeader(name, headers[name]));
    },
    /** The headers of a request, without those that must not be forwarded. */
    copyHeaders: (headers: unknown): Record<string, unknown> =>
      Object.fromEntries(
        Object.entries(isObject(headers) ? headers : {}).filter(
          ([name]) => !restrictedEverywhere.includes(name.toLowerCase()),
        ),
      ),
  };
};

const maxHeaderBytes = 4096;

const addHeader = ({ current: { effects } }: Session, name: string, value: unknown): void => {
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) throw new Misuse(`Header name ${name} is not valid.`);
  const text = isObject(value) || Array.isArray(value) ? (toJson(value) ?? '') : String(value);
  if (/[^\t\x20-\x7e\x80-\xff]/.test(text)) throw new Misuse(`The value of header ${name} is not valid.`);
  const before = isObject(effects.responseHeaders) ? effects.responseHeaders : {};
  const headers = { ...before, [name]: text };
  const size = Object.entries(headers).reduce(
    (total, [key, held]) => total + toUtf8(`${key}${String(held)}`).length,
    0,
  );
  if (size > maxHeaderBytes) throw new Misuse('Response headers exceed the limit of 4 KB.');
  effects.responseHeaders = headers;
};

/** The error type is AppSync's; its message is not documented. */
const ignore = ({ current: { errors } }: Session, name: string, why: string): void => {
  const message = `Header '${name}' was ignored: ${why}.`;
  errors.push({ message, errorType: 'ResponseHeaderError', data: null, errorInfo: null });
};
