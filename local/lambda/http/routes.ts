import type { IncomingMessage } from 'node:http';
import { place } from '../../place';
import { FunctionNotFound, InvalidName, InvalidParameter, RegionUnreachable, UnsupportedOperation } from '../errors';
import { functionArn, readFunctionName } from '../names';
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

/** The route of a request, or a LambdaError. */
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
  const named = readFunctionName(text);
  if (named === undefined) throw new InvalidName(text);
  const { name, region, accountId, version = qualifier ?? undefined } = named;
  if (region !== place.region) throw new RegionUnreachable(region);
  if (version !== (qualifier ?? version)) {
    throw new InvalidParameter('The derived qualifier from the function name does not match the specified qualifier.');
  }
  const isHere = accountId === place.accountId && (version ?? '$LATEST') === '$LATEST';
  if (!isHere) throw new FunctionNotFound(functionArn(version === undefined ? name : `${name}:${version}`, accountId));
  return name;
};

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
