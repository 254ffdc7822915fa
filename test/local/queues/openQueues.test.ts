import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  InvalidMessageContents,
  ListQueuesCommand,
  PurgeQueueCommand,
  QueueDoesNotExist,
  ReceiptHandleIsInvalid,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
  type ReceiveMessageCommandInput,
} from '@aws-sdk/client-sqs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listen } from '../../../local/http/listen';
import { openQueues } from '../../../local/queues/openQueues';

const name = 'DeadLetters';

/** A queue over HTTP with an AWS SDK client, and a clock that the test moves. */
const serveQueue = async (directory?: string) => {
  const time = { seconds: 1_700_000_000 };
  const reached = { origin: '' };
  const queues = await openQueues({
    ...(directory === undefined ? {} : { directory }),
    queues: [{ name, visibilityTimeoutSeconds: 30, retentionSeconds: 3_600 }],
    origin: () => reached.origin,
    clock: () => time.seconds * 1000,
    log: () => undefined,
  });
  const server = await listen(queues.listener, { port: 0, host: '127.0.0.1' });
  reached.origin = `http://127.0.0.1:${server.port}`;
  const client = new SQSClient({
    endpoint: reached.origin,
    region: 'us-east-1',
    credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
    maxAttempts: 1,
  });
  const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName: name }));
  const receive = async (input: Partial<ReceiveMessageCommandInput> = {}) =>
    (await client.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 1, ...input }))).Messages ?? [];
  const dispose = async () => {
    client.destroy();
    await queues.close();
    await server.close();
  };
  return { queues, client, time, QueueUrl, receive, origin: reached.origin, [Symbol.asyncDispose]: dispose };
};

describe('SQS, by the SDK', () => {
  it('takes a message and gives it out until it is deleted', async () => {
    await using sqs = await serveQueue();
    const { client, QueueUrl, receive, time } = sqs;
    const { MessageId } = await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'ä' }));

    const [message] = await receive({ MessageSystemAttributeNames: ['All'] });
    const hidden = await receive();
    time.seconds += 31;
    const [again] = await receive({ MessageSystemAttributeNames: ['ApproximateReceiveCount'] });
    await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: again?.ReceiptHandle }));
    time.seconds += 31;

    expect(message).toMatchObject({ MessageId, Body: 'ä', Attributes: { SentTimestamp: '1700000000000' } });
    expect(hidden).toEqual([]);
    expect(again).toMatchObject({ MessageId, Attributes: { ApproximateReceiveCount: '2' } });
    expect(await receive()).toEqual([]);
  });

  it('gives out ten at the most, the oldest first', async () => {
    await using sqs = await serveQueue();
    const { queues, receive } = sqs;
    for (let index = 0; index < 12; index += 1) await queues.send(name, `m${index}`);

    const bodies = (await receive({ MaxNumberOfMessages: 10 })).map(({ Body }) => Body);

    expect(bodies).toEqual(Array.from({ length: 10 }, (_, index) => `m${index}`));
  });

  it('leaves out one of three servers when a receiver does not wait, and says nothing of what lies there', async () => {
    await using sqs = await serveQueue();
    const { queues, receive } = sqs;
    for (const body of ['one', 'two', 'three']) await queues.send(name, body);
    const poll = async () => {
      const messages = await receive({ WaitTimeSeconds: 0, VisibilityTimeout: 0, MaxNumberOfMessages: 10 });
      return messages.map(({ Body }) => Body);
    };

    expect([await poll(), await poll(), await poll()]).toEqual([
      ['two', 'three'],
      ['one', 'three'],
      ['one', 'two'],
    ]);
  });

  it('lets a receiver wait for a message', async () => {
    await using sqs = await serveQueue();
    const { queues, receive } = sqs;
    const waiting = receive({ WaitTimeSeconds: 20 });

    await queues.send(name, 'soon');

    expect((await waiting).map(({ Body }) => Body)).toEqual(['soon']);
  });

  it('ends a wait that is in vain', async () => {
    await using sqs = await serveQueue();
    const { receive } = sqs;

    expect(await receive({ WaitTimeSeconds: 1 })).toEqual([]);
  });

  it('shows a message again as soon as its receiver says so', async () => {
    await using sqs = await serveQueue();
    const { queues, client, QueueUrl, receive } = sqs;
    await queues.send(name, 'body');
    const [{ ReceiptHandle } = {}] = await receive();

    await client.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }));

    expect(await receive()).toHaveLength(1);
  });

  it('counts, purges and forgets what is too old', async () => {
    await using sqs = await serveQueue();
    const { queues, client, QueueUrl, receive, time } = sqs;
    await queues.send(name, 'one');
    await queues.send(name, 'two');
    await receive();

    const counted = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
    await client.send(new PurgeQueueCommand({ QueueUrl }));
    await queues.send(name, 'three');
    time.seconds += 3_601;

    expect(counted.Attributes).toMatchObject({
      QueueArn: 'arn:aws:sqs:us-east-1:000000000000:DeadLetters',
      ApproximateNumberOfMessages: '1',
      ApproximateNumberOfMessagesNotVisible: '1',
      MaximumMessageSize: '1048576',
      MessageRetentionPeriod: '3600',
      SqsManagedSseEnabled: 'true',
    });
    expect(await receive()).toEqual([]);
  });

  it('keeps messages over a restart, and forgets deleted ones', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'myfiles-queue-'));
    {
      await using before = await serveQueue(directory);
      await before.queues.send(name, 'gone');
      const [{ ReceiptHandle } = {}] = await before.receive();
      await before.client.send(new DeleteMessageCommand({ QueueUrl: before.QueueUrl, ReceiptHandle }));
      await before.queues.send(name, 'kept');
    }

    await using after = await serveQueue(directory);

    expect((await after.receive({ MaxNumberOfMessages: 10 })).map(({ Body }) => Body)).toEqual(['kept']);
    await rm(directory, { recursive: true });
  });

  it('refuses what is not there, makes no sense or is not supported', async () => {
    await using sqs = await serveQueue();
    const { client, QueueUrl, receive, origin } = sqs;

    const finding = client.send(new GetQueueUrlCommand({ QueueName: 'other' }));
    await expect(finding).rejects.toThrow(QueueDoesNotExist);
    await expect(finding).rejects.toMatchObject({ message: 'The specified queue does not exist.' });
    await expect(receive({ MaxNumberOfMessages: 11 })).rejects.toMatchObject({
      name: 'InvalidParameterValue',
      message: 'Value 11 for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if provided.',
    });
    await expect(receive({ WaitTimeSeconds: 21 })).rejects.toMatchObject({
      message: 'Value 21 for parameter WaitTimeSeconds is invalid. Reason: Must be >= 0 and <= 20, if provided.',
    });
    await expect(client.send(new SendMessageCommand({ QueueUrl, MessageBody: '' }))).rejects.toMatchObject({
      name: 'MissingParameter',
    });
    const deleting = client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: 'nonsense' }));
    await expect(deleting).rejects.toThrow(ReceiptHandleIsInvalid);
    await expect(deleting).rejects.toMatchObject({
      message: 'The input receipt handle "nonsense" is not a valid receipt handle.',
      $metadata: { httpStatusCode: 404 },
    });
    for (const MessageBody of ['a\u0001b', '\ud800', '\uffff']) {
      await expect(client.send(new SendMessageCommand({ QueueUrl, MessageBody }))).rejects.toThrow(
        InvalidMessageContents,
      );
    }
    await expect(client.send(new ListQueuesCommand({}))).rejects.toMatchObject({
      message: 'The twin does not support ListQueues.',
    });
    const unsigned = await fetch(origin, { method: 'POST', headers: { 'x-amz-target': 'AmazonSQS.ReceiveMessage' } });
    expect(unsigned.status).toBe(403);
  });
});

/** The headers of a request that any queue without principals takes. */
const signature = {
  authorization:
    'AWS4-HMAC-SHA256 Credential=any/20231114/us-east-1/sqs/aws4_request, SignedHeaders=host, Signature=00',
  'x-amz-date': '20231114T221320Z',
};

it.each([
  ['ReceiveMessage', { MaxNumberOfMessages: 11 }, 'InvalidParameterValueException', 'InvalidParameterValue'],
  ['SendMessage', {}, 'MissingRequiredParameterException', 'MissingParameter'],
])('SQS calls an exception of %s by both of its names', async (operation, input, name, queryCode) => {
  await using sqs = await serveQueue();
  const { origin, QueueUrl } = sqs;

  const answer = await fetch(origin, {
    method: 'POST',
    headers: { ...signature, 'x-amz-target': `AmazonSQS.${operation}` },
    body: JSON.stringify({ QueueUrl, ...input }),
  });

  expect(answer.headers.get('x-amzn-query-error')).toBe(`${queryCode};Sender`);
  expect(await answer.json()).toMatchObject({ __type: expect.stringMatching(new RegExp(`#${name}$`)) });
});

/** A form as SDKs from before JSON send it. */
const sendForm = async (url: string, form: Record<string, string>) => {
  const answer = await fetch(url, {
    method: 'POST',
    headers: signature,
    body: new URLSearchParams({ Version: '2012-11-05', ...form }),
  });
  const text = (await answer.text()).replace(/(<RequestId>)[^<]*/, '$1');
  return { status: answer.status, contentType: answer.headers.get('content-type'), text };
};

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'xmlns="http://queue.amazonaws.com/doc/2012-11-05/"';
const metadata = '<ResponseMetadata><RequestId></RequestId></ResponseMetadata>';

describe('SQS, by a form', () => {
  it('gives out a message and takes it back in XML', async () => {
    await using sqs = await serveQueue();
    const { origin, QueueUrl = '' } = sqs;

    const named = await sendForm(origin, { Action: 'GetQueueUrl', QueueName: name });
    const sent = await sendForm(QueueUrl, { Action: 'SendMessage', MessageBody: '<ä>', DelaySeconds: '0' });
    const received = await sendForm(QueueUrl, {
      Action: 'ReceiveMessage',
      QueueUrl,
      MaxNumberOfMessages: '10',
      WaitTimeSeconds: '1',
      'AttributeName.1': 'SentTimestamp',
      'AttributeName.2': 'ApproximateReceiveCount',
    });
    const [, ReceiptHandle = ''] = /<ReceiptHandle>([^<]*)/.exec(received.text) ?? [];
    const deleted = await sendForm(QueueUrl, { Action: 'DeleteMessage', ReceiptHandle });
    const nothing = await sendForm(QueueUrl, { Action: 'ReceiveMessage', WaitTimeSeconds: '1' });

    expect(named).toEqual({
      status: 200,
      contentType: 'text/xml',
      text: `${head}<GetQueueUrlResponse ${namespace}><GetQueueUrlResult><QueueUrl>${QueueUrl}</QueueUrl></GetQueueUrlResult>${metadata}</GetQueueUrlResponse>`,
    });
    expect(sent.text).toContain('<MD5OfMessageBody>');
    expect(received.text).toContain('<Body>&lt;ä&gt;</Body>');
    expect(received.text).toContain(
      '<Attribute><Name>SentTimestamp</Name><Value>1700000000000</Value></Attribute><Attribute><Name>ApproximateReceiveCount</Name><Value>1</Value></Attribute></Message></ReceiveMessageResult>',
    );
    expect(deleted.text).toBe(`${head}<DeleteMessageResponse ${namespace}>${metadata}</DeleteMessageResponse>`);
    expect(nothing.text).toContain('<ReceiveMessageResult></ReceiveMessageResult>');
  });

  it.each([
    [{ Action: 'GetQueueUrl', QueueName: 'other' }, 'AWS.SimpleQueueService.NonExistentQueue'],
    [{ Action: 'ReceiveMessage', MaxNumberOfMessages: '11' }, 'InvalidParameterValue'],
    [{ Action: 'ReceiveMessage', WaitTimeSeconds: 'long' }, 'InvalidParameterValue'],
    [{ Action: 'GetQueueAttributes', 'AttributeName.1': 'Foobar' }, 'InvalidAttributeName'],
    [{ Action: 'ListQueues' }, 'AWS.SimpleQueueService.UnsupportedOperation'],
    [
      {
        Action: 'SendMessage',
        MessageBody: 'm',
        'MessageAttribute.1.Name': 'a',
        'MessageAttribute.1.Value.DataType': 'String',
      },
      'AWS.SimpleQueueService.UnsupportedOperation',
    ],
  ])('refuses %j in XML', async (form, code) => {
    await using sqs = await serveQueue();

    const { status, contentType, text } = await sendForm(sqs.QueueUrl ?? '', form);

    expect([status, contentType]).toEqual([400, 'text/xml']);
    expect(text).toContain(`<ErrorResponse ${namespace}><Error><Type>Sender</Type><Code>${code}</Code><Message>`);
  });
});
