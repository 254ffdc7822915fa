import { deadLetterQueue, streamMapping } from '../../config/background';
import { tables as tableDescriptions } from '../../config/table';
import type { Clock } from '../clock';
import type { OpenTables } from '../dynamodb/openTables';
import type { LocalFunctions } from '../lambda/openFunctions';
import { startMapping } from '../lambda/triggers/startMapping';
import { startSchedule } from '../lambda/triggers/startSchedule';
import type { Project } from '../project';
import type { OpenQueues } from '../queues/openQueues';

interface TriggerOptions {
  readonly tables: OpenTables;
  readonly functions: LocalFunctions;
  readonly queues: OpenQueues;
  readonly clock: Clock;
  readonly log: (line: string) => void;
}

interface Trigger {
  readonly close: () => Promise<void>;
}

/** Starts the functions that run in the background, as the manifest says. */
export const openTriggers = async (project: Project, options: TriggerOptions) => {
  const state = { triggers: await startAll(project, options) };
  const close = async (): Promise<void> => {
    await Promise.all(state.triggers.splice(0).map((trigger) => trigger.close()));
  };
  return {
    reload: async (next: Project): Promise<void> => {
      await close();
      state.triggers = await startAll(next, options);
    },
    close,
  };
};

const startAll = ({ wiring }: Project, options: TriggerOptions): Promise<Trigger[]> =>
  Promise.all(
    Object.entries(wiring.background).map(async ([functionName, { trigger }]) => {
      if ('everyHours' in trigger) return startSchedule({ functionName, everyHours: trigger.everyHours }, options);
      const { batchingWindowSeconds, ...mapping } = streamMapping;
      const { name } = tableDescriptions[trigger.stream];
      return startMapping(
        { ...mapping, functionName, batchingWindowMilliseconds: batchingWindowSeconds * 1000 },
        {
          ...options,
          source: await options.tables.openReader(name, functionName),
          onFailure: (message) => options.queues.send(deadLetterQueue.name, message),
        },
      );
    }),
  );
