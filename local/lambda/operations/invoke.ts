import { setTimeout } from 'node:timers/promises';
import type { Answer } from '../../signatures/serveSigned';
import { EventTooLarge, FunctionNotFound, InvalidParameter, TooManyRequests, UnreadablePayload } from '../errors';
import { functionArn } from '../names';
import type { WorkerAnswer } from '../worker';
import { findFunction } from './describeFunction';
import { formatReport } from './formatReport';
import type { Call, Operation } from './operation';

const invocationTypes = ['RequestResponse', 'Event', 'DryRun'];

/** https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const maxEventBytes = 1024 * 1024;

/**
 * A synchronous call above the function's reserved concurrency is refused; an event waits.
 * https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
 */
export const invoke: Operation = async (call) => {
  const type = String(call.headers['x-amz-invocation-type'] ?? 'RequestResponse');
  if (!invocationTypes.includes(type)) throw new InvalidParameter(`Unknown invocation type: ${type}`);
  findFunction(call);
  if (type === 'Event' && call.body.length > maxEventBytes) throw new EventTooLarge(call.body.length, maxEventBytes);
  if (type === 'DryRun') return { status: 204 };
  const event = readEvent(call.body);
  if (type === 'RequestResponse') {
    if (call.functions.isThrottled(call.name)) throw new TooManyRequests();
    return answerOf(call, event);
  }
  void invokeLater(call, event);
  return { status: 202 };
};

/** The event as JSON text, `{}` for an empty body; UnreadablePayload if it is not JSON. */
const readEvent = (body: Buffer): string => {
  const text = body.toString();
  if (text === '') return '{}';
  try {
    JSON.parse(text);
    return text;
  } catch (error) {
    throw new UnreadablePayload(error instanceof Error ? error.message : String(error));
  }
};

const run = ({ functions, name, requestId }: Call, event: string): Promise<WorkerAnswer> => {
  const running = functions.run(name, event, requestId);
  if (running === undefined) throw new FunctionNotFound(functionArn(name));
  return running;
};

const answerOf = async (call: Call, event: string): Promise<Answer> => {
  const began = call.clock();
  const answer = await run(call, event);
  const { memoryMiB } = findFunction(call);
  const report = { ...call, log: answer.log, milliseconds: call.clock() - began, memoryMiB };
  const headers = {
    'x-amz-executed-version': '$LATEST',
    ...(answer.ok ? {} : { 'x-amz-function-error': 'Unhandled' }),
    ...(call.headers['x-amz-log-type'] === 'Tail' ? { 'x-amz-log-result': formatReport(report) } : {}),
  };
  if (answer.ok) return { status: 200, headers, body: answer.payload };
  const { errorType, errorMessage, trace } = answer;
  return { status: 200, headers, body: JSON.stringify({ errorType, errorMessage, trace }) };
};

/** The pauses between attempts at an asynchronous event; Lambda waits one minute, then two. */
const pausesMilliseconds = [1_000, 2_000];

/** https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html */
const invokeLater = async (call: Call, event: string): Promise<void> => {
  try {
    for (const pause of [...pausesMilliseconds, undefined]) {
      const answer = await run(call, event);
      if (answer.ok) return;
      call.log(`${call.name} failed on an event: ${answer.errorType}: ${answer.errorMessage}`);
      if (pause !== undefined) await setTimeout(pause, undefined, { ref: false });
    }
  } catch (error) {
    call.log(`${call.name} was not called with an event: ${String(error)}`);
  }
};
