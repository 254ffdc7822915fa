import type { RequestListener } from 'node:http';
import type { Clock } from '../../clock';
import { BodyTooLarge } from '../../http/errors';
import { authorise } from '../../signatures/authorise';
import { AccessDenied, SignatureRefused } from '../../signatures/errors';
import type { Principals } from '../../signatures/principal';
import { serveSigned, type Answer } from '../../signatures/serveSigned';
import { LambdaError, RequestTooLarge } from '../errors';
import { functionArn } from '../names';
import type { LocalFunctions } from '../openFunctions';
import { routeOf } from './routes';

interface Tools {
  readonly functions: LocalFunctions;
  readonly clock: Clock;
  /** Who may call; absent: any signer, with any key. */
  readonly principals?: Principals;
  readonly log: (line: string) => void;
}

const maxBodyBytes = 6 * 1024 * 1024;

/**
 * Lambda's REST and JSON protocol, for the AWS SDK and CLI.
 * https://docs.aws.amazon.com/lambda/latest/api/API_Operations.html
 */
export const createListener = (tools: Tools): RequestListener =>
  serveSigned({
    ...tools,
    name: 'Lambda',
    maxBodyBytes,
    contentType: 'application/json',
    run: ({ request, body, requestId, caller }) => {
      const principal = caller();
      const { action, run, name } = routeOf(request);
      authorise(principal, [{ action, resource: name === '' ? '*' : functionArn(name) }]);
      return run({ ...tools, name, body, headers: request.headers, requestId });
    },
    refuse: (error) => {
      if (error instanceof BodyTooLarge) return refusal(new RequestTooLarge(maxBodyBytes));
      if (error instanceof LambdaError) return refusal(error);
      if (error instanceof SignatureRefused || error instanceof AccessDenied) {
        return refusal(new LambdaError(error.name, error.message, 403));
      }
      return undefined;
    },
    fail: () => refusal(new LambdaError('ServiceException', 'Internal server error', 500, { Type: 'Service' })),
  });

const refusal = ({ name, message, statusCode, details }: LambdaError): Answer => ({
  status: statusCode,
  headers: { 'x-amzn-errortype': name },
  body: JSON.stringify({ ...details, Message: message, message }), // botocore reads one spelling, the SDKs the other
});
