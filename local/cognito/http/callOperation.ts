import type { IncomingMessage } from 'node:http';
import { isOwnName, ownNameOnly } from '../../http/isOwnName';
import { CognitoError, notAuthorized } from '../errors';
import type { Operation } from '../operations/operation';
import { isSupported, operations } from '../operations/operations';
import { isUnsupported } from '../operations/unsupported';
import type { Services } from '../services';
import { readJson } from './readJson';

/** Runs the operation that `x-amz-target` names. */
export const callOperation = async (services: Services, request: IncomingMessage): Promise<object> => {
  const operation = findOperation(request.headers['x-amz-target']);
  if (operation.access === 'signed' && !isSigned(request)) {
    throw new CognitoError('MissingAuthenticationTokenException', 'Missing Authentication Token');
  }
  if (operation.access === 'signed' && !isOwnName(request.headers.host)) throw notAuthorized(ownNameOnly);
  return operation.answer(services, await readJson(request));
};

const findOperation = (target: string | string[] | undefined): Operation => {
  const name = /^AWSCognitoIdentityProviderService\.(\w{1,100})$/.exec(String(target))?.[1] ?? '';
  if (isSupported(name)) return operations[name];
  if (isUnsupported(name)) {
    throw new CognitoError('NotImplementedException', `${name} is not supported by this local user pool.`);
  }
  throw new CognitoError('UnknownOperationException', `Unknown operation ${name}`.trim());
};

/**
 * Whether the request is signed with AWS credentials. Any credentials will do: the twin's only administrator is the
 * person who runs it. The point is that no web page can send this header: CORS keeps out pages of other origins (see
 * `allowAnyOrigin`), and `isOwnName` keeps out names that were rebound to this address.
 */
const isSigned = (request: IncomingMessage) =>
  /^AWS4-HMAC-SHA256 Credential=[^,\s]+\/cognito-idp\/aws4_request,/.test(request.headers.authorization ?? '');
