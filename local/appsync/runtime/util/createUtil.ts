import { HandlerStopped, Misuse } from '../errors';
import type { Session } from '../invocation';
import { ksuid, ulid, uuid } from '../random/ids';
import { matchesWhole } from '../regex/compileJavaPattern';
import { fromBase64, toBase64 } from '../text/base64';
import { escapeJavaScript } from '../text/escapeJavaScript';
import { decodeForm, encodeForm } from '../text/urlForm';
import { fromUtf8, toUtf8 } from '../text/utf8';
import { attributeValues } from '../dynamodbRequests/attributeValues';
import { createTime } from '../time/createTime';
import { transform } from '../transform/transform';
import { authTypeOf } from './authTypeOf';
import { createHttp } from './createHttp';
import { createMath } from './createMath';
import { toJsonObject } from '../rds/toJsonObject';
import { str } from './str';
import { xml } from './xml';

/** `util`: https://docs.aws.amazon.com/appsync/latest/devguide/built-in-util-js.html */
export const createUtil = (session: Session) => ({
  appendError: (message: unknown, type?: unknown, data?: unknown, info?: unknown): void => {
    session.current.errors.push({
      message: String(message),
      errorType: type ?? null,
      data: data ?? null,
      errorInfo: info ?? null,
    });
  },
  authType: (): string => authTypeOf(session.current.members.read('identity')),
  autoId: (): string => uuid(session.current.random),
  autoKsuid: (): string => ksuid(session.current.now, session.current.random),
  autoUlid: (): string => ulid(session.current.now, session.current.random),
  base64Decode: (text: unknown): string => fromUtf8(fromBase64(String(text)) ?? misuse('Input is not valid base64.')),
  base64Encode: (text: unknown): string => toBase64(toUtf8(String(text))),
  dynamodb: attributeValues,
  /** Does nothing if message or type is neither a string nor null: https://github.com/aws/aws-appsync-community/issues/384 */
  error: (message: unknown, type?: unknown, data?: unknown, info?: unknown): void => {
    if (!isTextOrNothing(message) || !isTextOrNothing(type)) return;
    throw new HandlerStopped(String(message), type ?? undefined, data, info);
  },
  escapeJavaScript: (text: unknown): string => escapeJavaScript(String(text)),
  http: createHttp(session),
  matches: (pattern: unknown, text: unknown): boolean => matchesWhole(String(pattern), String(text)),
  math: createMath(session),
  rds: { toJsonObject },
  str,
  time: createTime(session),
  transform,
  unauthorized: (): never => {
    throw new HandlerStopped('Unauthorized', 'Unauthorized', undefined, undefined);
  },
  urlDecode: (text: unknown): string =>
    decodeForm(String(text)) ?? misuse('Input is not valid application/x-www-form-urlencoded.'),
  urlEncode: (text: unknown): string => encodeForm(String(text)),
  xml,
});

const isTextOrNothing = (value: unknown): value is string | null | undefined =>
  typeof value === 'string' || value === null || value === undefined;

const misuse = (message: string): never => {
  throw new Misuse(message);
};
