import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock';
import { place } from '../../place';
import type { LocalFunctions } from '../openFunctions';

export interface ScheduleDescription {
  readonly functionName: string;
  readonly everyHours: number;
}

interface Tools {
  readonly functions: Pick<LocalFunctions, 'invoke'>;
  readonly clock: Clock;
  readonly log: (line: string) => void;
}

export interface Schedule {
  readonly close: () => Promise<void>;
}

/** The longest delay of a Node timer, in milliseconds. */
const longestTimer = 2 ** 31 - 1;

/**
 * Invokes a function every `everyHours`, first after that time has passed; to run it sooner, invoke it.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-rule-schedule.html
 */
export const startSchedule = ({ functionName, everyHours }: ScheduleDescription, tools: Tools): Schedule => {
  const { functions, clock, log } = tools;
  const run = async (): Promise<void> => {
    const answer = await functions.invoke(functionName, scheduledEvent(functionName, clock()));
    if (!answer.ok) log(`${functionName} failed on its schedule: ${answer.errorType}: ${answer.errorMessage}`);
  };
  const timer = setInterval(() => void run(), Math.min(everyHours * 3_600_000, longestTimer));
  timer.unref();
  return {
    close: async () => {
      clearInterval(timer);
    },
  };
};

const scheduledEvent = (functionName: string, now: number) => ({
  version: '0',
  id: randomUUID(),
  'detail-type': 'Scheduled Event',
  source: 'aws.events',
  account: place.accountId,
  time: new Date(now).toISOString().replace(/\.\d+/, ''),
  region: place.region,
  resources: [`arn:aws:events:${place.region}:${place.accountId}:rule/${functionName}`],
  detail: {},
});
