import { isJsonObject, type JsonObject } from '../../json';
import { partsOfContext, type ContextParts } from '../contextParts';
import { BadRequest } from '../errors';
import type { HandlerName } from '../ports';
import { checkMockContext } from './checkMockContext';

export interface EvaluateCodeRequest {
  readonly code: string;
  readonly context: ContextParts;
  readonly handler: HandlerName;
}

/** Validates an EvaluateCode body against the API reference's limits; throws a BadRequest that lists every fault. */
export const readEvaluateCodeRequest = (body: Buffer): EvaluateCodeRequest => {
  const { code, context, function: handler, runtime } = objectOf(parse(body), 'Unable to parse the request body.');
  const faults = [
    ...lengthFaults('code', code, 1, 32_768),
    ...lengthFaults('context', context, 2, 28_000),
    ...(isHandler(handler) ? [] : [enumFault('function', handler, 'request, response')]),
    ...runtimeFaults(runtime),
  ];
  if (faults.length > 0 || typeof code !== 'string' || typeof context !== 'string' || !isHandler(handler)) {
    const count = `${faults.length} validation error${faults.length === 1 ? '' : 's'} detected`;
    throw new BadRequest(`${count}: ${faults.join('; ')}`);
  }
  const mock = objectOf(parseText(context), 'The context must be a JSON object.');
  checkMockContext(mock);
  return { code, context: partsOfContext(mock), handler };
};

const isHandler = (value: unknown): value is HandlerName => value === 'request' || value === 'response';

const runtimeFaults = (runtime: unknown): string[] => {
  if (!isJsonObject(runtime)) return [nullFault('runtime')];
  return [
    ...(runtime.name === 'APPSYNC_JS' ? [] : [enumFault('runtime.name', runtime.name, 'APPSYNC_JS')]),
    ...(runtime.runtimeVersion === '1.0.0'
      ? []
      : [enumFault('runtime.runtimeVersion', runtime.runtimeVersion, '1.0.0')]),
  ];
};

const lengthFaults = (name: string, value: unknown, least: number, most: number): string[] => {
  if (typeof value !== 'string') return [nullFault(name)];
  if (value.length < least) return [fault(name, `Member must have length greater than or equal to ${least}`)];
  return value.length > most ? [fault(name, `Member must have length less than or equal to ${most}`)] : [];
};

const enumFault = (name: string, value: unknown, allowed: string): string =>
  value === undefined || value === null
    ? nullFault(name)
    : fault(name, `Member must satisfy enum value set: [${allowed}]`);

const nullFault = (name: string): string => fault(name, 'Member must not be null');

const fault = (name: string, constraint: string): string =>
  `Value at '${name}' failed to satisfy constraint: ${constraint}`;

const objectOf = (value: unknown, message: string): JsonObject => {
  if (!isJsonObject(value)) throw new BadRequest(message);
  return value;
};

const parse = (body: Buffer): unknown => {
  try {
    return parseText(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
};

const parseText = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
