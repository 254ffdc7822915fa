import { deadLetterQueue, streamMapping } from '../../config/background';
import type { OnCall } from '../calls';
import { tables as tableDescriptions, type TableId } from '../../config/table';
import type { Clock } from '../clock';
import type { OpenTables } from '../dynamodb/openTables';
import type { LocalFunctions } from '../lambda/openFunctions';
import { functionArn } from '../lambda/names';
import { startMapping } from '../lambda/triggers/startMapping';
import { startSchedule } from '../lambda/triggers/startSchedule';
import type { Project } from '../project';
import { queueArn } from '../queues/names';
import type { OpenQueues } from '../queues/openQueues';

interface TriggerOptions {
  readonly tables: Pick<OpenTables, 'openReader'>;
  readonly functions: Pick<LocalFunctions, 'invoke' | 'has'>;
  readonly queues: Pick<OpenQueues, 'send'>;
  readonly clock: Clock;
  readonly log: (line: string) => void;
  readonly onCall?: OnCall;
  /** How long a stream's follower first pauses after a failure, doubling with each further one; default: 200. */
  readonly pauseMilliseconds?: number;
}

interface Trigger {
  readonly close: () => Promise<void>;
}

/**
 * Starts the triggers of the background functions in the manifest. Reloads and the final close run one at a time; each
 * closes the triggers that its predecessor started.
 */
export const openTriggers = async (project: Pick<Project, 'wiring'>, options: TriggerOptions) => {
  const state = { triggers: await startAll(project, options), last: Promise.resolve() };
  const inTurn = (work: () => Promise<void>): Promise<void> => (state.last = state.last.then(work, work));
  const closeAll = async (): Promise<void> => {
    await Promise.all(state.triggers.splice(0).map((trigger) => trigger.close()));
  };
  return {
    reload: (next: Pick<Project, 'wiring'>) =>
      inTurn(async () => {
        await closeAll();
        state.triggers = await startAll(next, options);
      }),
    close: () => inTurn(closeAll),
  };
};

const startAll = ({ wiring }: Pick<Project, 'wiring'>, options: TriggerOptions): Promise<Trigger[]> =>
  Promise.all(
    Object.entries(wiring.background).flatMap(([functionName, { trigger }]): (Trigger | Promise<Trigger>)[] => {
      if ('everyHours' in trigger) return [startClock(functionName, trigger.everyHours, options)];
      // The twin has no malware scanner: to deliver a scan result, invoke the function with one.
      return 'scan' in trigger ? [] : [startFollower(functionName, trigger.stream, options)];
    }),
  );

const startClock = (functionName: string, everyHours: number, options: TriggerOptions): Trigger => {
  const { functions, onCall } = options;
  const action = 'lambda:InvokeFunction';
  return startSchedule(
    { functionName, everyHours },
    {
      ...options,
      functions: {
        invoke: (name, event) => {
          onCall?.({ by: `schedule of ${functionName}`, action, resource: functionArn(name) });
          return functions.invoke(name, event);
        },
      },
    },
  );
};

/**
 * On AWS the mapping uses the function's own role to read the stream and to report the batches it gave up on.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-eventsourcemapping.html
 */
const startFollower = async (
  functionName: string,
  stream: TableId,
  { onCall, ...options }: TriggerOptions,
): Promise<Trigger> => {
  const { batchingWindowSeconds, ...mapping } = streamMapping;
  const source = await options.tables.openReader(tableDescriptions[stream].name, functionName);
  const tell = (action: string, resource: string): void =>
    onCall?.({ by: `function ${functionName}`, action, resource });
  tell('dynamodb:ListStreams', '*');
  tell('dynamodb:DescribeStream', source.streamArn);
  tell('dynamodb:GetShardIterator', source.streamArn);
  return startMapping(
    { ...mapping, functionName, batchingWindowMilliseconds: batchingWindowSeconds * 1000 },
    {
      ...options,
      source: {
        ...source,
        read: (limit) => {
          tell('dynamodb:GetRecords', source.streamArn);
          return source.read(limit);
        },
      },
      onFailure: (message) => {
        tell('sqs:SendMessage', queueArn(deadLetterQueue.name));
        return options.queues.send(deadLetterQueue.name, message);
      },
    },
  );
};
