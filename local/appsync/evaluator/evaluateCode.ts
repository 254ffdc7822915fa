import { randomUUID } from 'node:crypto';
import { BadRequest } from '../errors';
import type { PlainAnswer } from '../options';
import type { CompiledModule, Evaluation, Evaluator } from '../ports';
import { openChecker, type Checker } from './check/openChecker';
import { CodeRejected, UnparsableCode, Untranslatable } from './errors';
import { readEvaluateCodeRequest, type EvaluateCodeRequest } from './evaluateCodeRequest';

/**
 * AppSync's EvaluateCode over HTTP: takes the body of `POST /v1/dataplane-evaluatecode`, resolves to the response.
 * https://docs.aws.amazon.com/appsync/latest/APIReference/API_EvaluateCode.html
 */
export const evaluateCode = (evaluator: Evaluator) => {
  const check = openChecker();
  return async (body: Buffer): Promise<PlainAnswer> => {
    try {
      const request = readEvaluateCodeRequest(body);
      return answer(200, toWire(await evaluate(evaluator, check, request)));
    } catch (error) {
      if (!(error instanceof BadRequest)) throw error;
      const { statusCode, message, errorType } = error;
      return answer(statusCode, { message }, { 'x-amzn-errortype': errorType });
    }
  };
};

const evaluate = async (evaluator: Evaluator, check: Checker, request: EvaluateCodeRequest): Promise<Evaluation> => {
  try {
    const module = await loadChecked(evaluator, check, request.code);
    return await module.run(request.handler, request.context);
  } catch (error) {
    if (!(error instanceof CodeRejected)) throw error;
    const { message, codeErrors } = error;
    return { error: { message, codeErrors }, logs: [], stash: '{}', outErrors: '[]' };
  }
};

/** Loads a module after the service's checks: syntax (in TypeScript's words), lint rules and types, translation. */
const loadChecked = async (evaluator: Evaluator, check: Checker, code: string): Promise<CompiledModule> => {
  try {
    const module = await evaluator.load(code);
    await demandNoErrors(check, code);
    return module;
  } catch (error) {
    if (error instanceof UnparsableCode || error instanceof Untranslatable) await demandNoErrors(check, code);
    throw error;
  }
};

const demandNoErrors = async (check: Checker, code: string): Promise<void> => {
  const errors = await check(code);
  if (errors.length > 0) throw new CodeRejected(errors);
};

/** EvaluateCode returns only an error's message and code errors; its type, data and info are for GraphQL. */
const toWire = ({ result, error, logs, stash, outErrors }: Evaluation) => ({
  evaluationResult: result,
  error: error && { message: error.message, codeErrors: error.codeErrors },
  logs,
  stash,
  outErrors,
});

const answer = (status: number, content: object, headers: Readonly<Record<string, string>> = {}): PlainAnswer => ({
  status,
  headers: { 'content-type': 'application/json', 'x-amzn-requestid': randomUUID(), ...headers },
  body: JSON.stringify(content),
});
