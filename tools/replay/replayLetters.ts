import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import { DeleteMessageCommand, ReceiveMessageCommand, type Message } from '@aws-sdk/client-sqs';
import { memberOf } from '../memberOf';
import type { Services } from './connect';
import { fetchRecords } from './fetchRecords';
import { readLetter, type Letter } from './readLetter';

/**
 * How long to wait for a letter: short polling asks only some of SQS's servers, and may miss it.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-short-and-long-polling.html
 */
const patienceSeconds = 1;

/** Replays every letter in the queue and reports the outcome of each; resolves with whether none is left. */
export const replayLetters = async (services: Services, say: (line: string) => void): Promise<boolean> => {
  const { queue, queueUrl: QueueUrl } = services;
  const next = new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: patienceSeconds });
  const seen = new Set<string | undefined>();
  let left = 0;
  for (;;) {
    const { Messages = [] } = await queue.send(next);
    if (Messages.length === 0) break;
    // A letter that stays is received again after its visibility timeout.
    for (const message of Messages.filter(({ MessageId }) => !seen.has(MessageId))) {
      seen.add(message.MessageId);
      const { isDone, line } = await replay(services, message);
      say(line);
      if (isDone) await queue.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message.ReceiptHandle }));
      else left += 1;
    }
  }
  say(seen.size === 0 ? 'Nothing to replay.' : `${seen.size - left} of ${seen.size} handled.`);
  return left === 0;
};

interface Outcome {
  /** Whether the letter can be deleted. */
  readonly isDone: boolean;
  readonly line: string;
}

const replay = async ({ streams, functions }: Services, { Body = '', MessageId }: Message): Promise<Outcome> => {
  const letter = readLetter(Body);
  if (letter === undefined) return { isDone: false, line: `${MessageId}: not a stream failure; left in the queue.` };
  const name = letter.functionArn.split(':').at(6) ?? letter.functionArn;
  const what = `${letter.batchSize} record(s), ${letter.startSequenceNumber} to ${letter.endSequenceNumber}`;
  const records = await fetchRecords(streams, letter);
  if (records === undefined || records.length === 0) {
    return { isDone: true, line: `${what}: gone from the stream after 24 hours; reconcile takes over.` };
  }
  const failure = await invoke(functions, letter, records);
  return failure === undefined
    ? { isDone: true, line: `${what}: handled by ${name}.` }
    : { isDone: false, line: `${what}: ${name} failed again (${failure}). Left in the queue.` };
};

/** Invokes the function; resolves with why it did not process every record, or undefined. */
const invoke = async (
  functions: LambdaClient,
  { functionArn }: Letter,
  Records: readonly object[],
): Promise<string | undefined> => {
  const command = new InvokeCommand({ FunctionName: functionArn, Payload: JSON.stringify({ Records }) });
  const { FunctionError, Payload } = await functions.send(command);
  const text = Buffer.from(Payload ?? []).toString();
  if (FunctionError !== undefined) return text;
  const failures = memberOf(JSON.parse(text || 'null'), 'batchItemFailures');
  return Array.isArray(failures) && failures.length > 0 ? `${failures.length} reported as failed` : undefined;
};
