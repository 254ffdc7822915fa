import { AppSyncClient, EvaluateCodeCommand } from '@aws-sdk/client-appsync';
import { afterAll, beforeAll } from 'vitest';
import { environment } from '../../config/environment';
import { evaluateCode } from '../../local/appsync/evaluator/evaluateCode';
import { openEvaluator } from '../../local/appsync/evaluator/openEvaluator';
import { systemClock } from '../../local/clock';
import { listen } from '../../local/http/listen';
import { readBody } from '../../local/http/readBody';
import { bundleProject } from '../../tools/bundle';

/** The context of a handler: the parts of AppSync's context that tests need. */
export interface TestContext {
  readonly arguments?: object;
  readonly identity?: object | null;
  readonly request?: { readonly headers: Readonly<Record<string, string>> };
  readonly info?: object;
  readonly stash?: object;
  readonly prev?: { readonly result: unknown };
  readonly result?: unknown;
  readonly error?: { readonly message: string; readonly type: string };
}

export interface Evaluated {
  readonly result: unknown;
  /** The message of the error that ended the handler. */
  readonly error: string | undefined;
  readonly stash: Record<string, unknown>;
}

export type Evaluate = (handler: 'request' | 'response', context: TestContext) => Promise<Evaluated>;

/** A signed-in user's identity, as AppSync passes it to resolvers. */
export const owner = {
  sub: '5a1b0c3d-0000-4000-8000-000000000001',
  issuer: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_LocalPool1',
  username: '5a1b0c3d-0000-4000-8000-000000000001',
  claims: {},
  sourceIp: ['127.0.0.1'],
  defaultAuthStrategy: 'ALLOW',
  groups: null,
};

/**
 * Runs one handler of a resolver (`Query.myFiles`) or a step (`loadFile`) through EvaluateCode: the twin's, or, with
 * APPSYNC_EVALUATE=aws, AWS's own, with the credentials and region of the environment.
 */
export const useEvaluateCode = (name: string): Evaluate => {
  const setup: { client?: AppSyncClient; code?: string; close: () => Promise<void> } = { close: async () => undefined };

  beforeAll(async () => {
    const { resolvers, steps } = await bundleProject();
    setup.code = { ...steps, ...resolvers }[name];
    if (process.env['APPSYNC_EVALUATE'] === 'aws') {
      setup.client = new AppSyncClient({});
      return;
    }
    const evaluator = await openEvaluator({ clock: systemClock });
    const evaluate = evaluateCode(evaluator);
    const server = await listen(
      (request, response) => {
        void readBody(request, 1_000_000).then(async (bytes) => {
          const { status, headers, body } = await evaluate(bytes);
          response.writeHead(status, headers).end(body);
        });
      },
      { host: '127.0.0.1', port: 0 },
    );
    setup.client = new AppSyncClient({
      endpoint: `http://127.0.0.1:${server.port}`,
      region: 'us-east-1',
      credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
    });
    setup.close = async () => {
      await server.close();
      await evaluator.close();
    };
  });
  afterAll(() => setup.close());

  return async (handler, context) => {
    const answer = await setup.client?.send(
      new EvaluateCodeCommand({
        runtime: { name: 'APPSYNC_JS', runtimeVersion: '1.0.0' },
        code: setup.code,
        function: handler,
        context: JSON.stringify({ identity: owner, arguments: {}, env: environment, ...context }),
      }),
    );
    return {
      result: answer?.evaluationResult === undefined ? undefined : JSON.parse(answer.evaluationResult),
      error: answer?.error?.message,
      stash: JSON.parse(answer?.stash ?? '{}'),
    };
  };
};
