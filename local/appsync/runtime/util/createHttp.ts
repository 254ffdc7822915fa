import { Misuse } from '../errors';
import type { Session } from '../invocation';
import { toUtf8 } from '../text/utf8';
import { toJson } from '../json';
import { isObject } from '../values';

/** `util.http`: https://docs.aws.amazon.com/appsync/latest/devguide/http-helpers-in-utils-http-js.html */
export const createHttp = (session: Session) => {
  const addResponseHeader = (name: unknown, value: unknown): void => addHeader(session, String(name), value);
  return {
    addResponseHeader,
    addResponseHeaders: (headers: unknown): void => {
      if (isObject(headers)) Object.keys(headers).forEach((name) => addResponseHeader(name, headers[name]));
    },
    /** The headers of a request without those that must not be sent on. */
    copyHeaders: (headers: unknown): Record<string, unknown> =>
      Object.fromEntries(
        Object.entries(isObject(headers) ? headers : {}).filter(([name]) => !isHopByHop(name.toLowerCase())),
      ),
  };
};

const MAX_HEADER_BYTES = 4096;

const addHeader = ({ current: { effects } }: Session, name: string, value: unknown): void => {
  if (/^x-amzn?-/i.test(name)) throw new Misuse(`Header ${name} cannot be set: its prefix is reserved.`);
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) throw new Misuse(`Header name ${name} is not valid.`);
  const text = isObject(value) || Array.isArray(value) ? (toJson(value) ?? '') : String(value);
  if (/[^\t\x20-\x7e\x80-\xff]/.test(text)) throw new Misuse(`The value of header ${name} is not valid.`);
  const before = isObject(effects.responseHeaders) ? effects.responseHeaders : {};
  const headers = { ...before, [name]: text };
  const size = Object.entries(headers).reduce(
    (total, [key, held]) => total + toUtf8(`${key}${String(held)}`).length,
    0,
  );
  if (size > MAX_HEADER_BYTES) throw new Misuse('Response headers exceed the limit of 4 KB.');
  effects.responseHeaders = headers;
};

const isHopByHop = (name: string): boolean => HOP_BY_HOP.includes(name);

// Those that describe one connection (RFC 9110, 7.6.1), and the host, which the next request has of its own.
const HOP_BY_HOP = [
  ...[
    'connection',
    'content-length',
    'host',
    'keep-alive',
    'proxy-authenticate',
    'proxy-authorization',
    'te',
    'trailer',
  ],
  ...['transfer-encoding', 'upgrade'],
];
