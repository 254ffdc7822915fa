import type { IncomingMessage } from 'node:http';
import { FunctionNotFound, UnsupportedOperation } from '../errors';
import { functionArn, functionNameOf } from '../names';
import { getFunction } from '../operations/getFunction';
import { getFunctionConfiguration } from '../operations/getFunctionConfiguration';
import { invoke } from '../operations/invoke';
import { listFunctions } from '../operations/listFunctions';
import type { Operation } from '../operations/operation';

type Row = readonly [method: string, path: RegExp, action: `lambda:${string}`, run: Operation];

/** Operations by method and by the path after `/2015-03-31/functions`, with the IAM action each needs. */
const routes: readonly Row[] = [
  ['GET', /^\/?$/, 'lambda:ListFunctions', listFunctions],
  ['GET', /^\/([^/]+)$/, 'lambda:GetFunction', getFunction],
  ['GET', /^\/([^/]+)\/configuration$/, 'lambda:GetFunctionConfiguration', getFunctionConfiguration],
  ['POST', /^\/([^/]+)\/invocations$/, 'lambda:InvokeFunction', invoke],
];

export interface Route {
  readonly action: string;
  readonly run: Operation;
  /** The function's plain name; empty if the operation is not about one function. */
  readonly name: string;
}

/** The route of a request; throws UnsupportedOperation or FunctionNotFound. */
export const routeOf = ({ method = '', url = '' }: IncomingMessage): Route => {
  const { pathname, searchParams } = new URL(url, 'http://lambda');
  const rest = /^\/2015-03-31\/functions(\/.*)?$/.exec(pathname);
  for (const [wanted, path, action, run] of rest === null ? [] : routes) {
    const match = wanted === method ? path.exec(rest?.[1] ?? '') : null;
    if (match === null) continue;
    return { action, run, name: match[1] === undefined ? '' : nameOf(decode(match[1]), searchParams.get('Qualifier')) };
  }
  throw new UnsupportedOperation(`${method} ${pathname}`);
};

/** The function's plain name. A function has one version, `$LATEST`; any other is a FunctionNotFound. */
const nameOf = (text: string, qualifier: string | null): string => {
  const name = functionNameOf(text);
  const hasVersion = qualifier === null || qualifier === '$LATEST';
  if (name === undefined || !hasVersion) throw new FunctionNotFound(functionArn(`${text}:${qualifier ?? ''}`));
  return name;
};

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
