import { isUtf8 } from 'node:buffer';
import { MalformedRequest } from '../errors';
import { isJsonObject, type JsonObject } from '../../json';

export interface GraphqlRequest {
  readonly query: string;
  readonly variables: JsonObject;
  readonly operationName: string | undefined;
}

/** Parses a POST body. Its content type does not matter, as in AppSync; anything but a JSON object is malformed. */
export const fromBody = (body: Buffer): GraphqlRequest => {
  if (body.length === 0) throw new MalformedRequest('Request body is empty.');
  if (!isUtf8(body)) throw new MalformedRequest();
  return fromParameters(parse(body.toString('utf8')));
};

/** Parses the query string of a GET, where `variables` is JSON. */
export const fromQueryString = (parameters: URLSearchParams): GraphqlRequest => {
  const variables = parameters.get('variables');
  return fromParameters({
    query: parameters.get('query'),
    variables: variables === null || variables === '' ? null : parse(variables),
    operationName: parameters.get('operationName'),
  });
};

const fromParameters = (parameters: unknown): GraphqlRequest => {
  if (!isJsonObject(parameters)) throw new MalformedRequest();
  const { query, variables, operationName } = parameters;
  if (typeof query !== 'string') throw new MalformedRequest();
  if (variables !== null && variables !== undefined && !isJsonObject(variables)) throw new MalformedRequest();
  if (operationName !== null && operationName !== undefined && typeof operationName !== 'string') {
    throw new MalformedRequest();
  }
  return { query, variables: variables ?? {}, operationName: operationName ?? undefined };
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new MalformedRequest();
  }
};
