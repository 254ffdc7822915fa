import type { LocalFunctions } from '../openFunctions';

export interface ScheduleDescription {
  readonly functionName: string;
  readonly everyHours: number;
}

interface Tools {
  readonly functions: Pick<LocalFunctions, 'invoke'>;
  readonly log: (line: string) => void;
}

export interface Schedule {
  readonly close: () => Promise<void>;
}

/** The longest delay of a Node timer, in milliseconds. */
const longestTimer = 2 ** 31 - 1;

/**
 * Invokes a function every `everyHours` with an empty event, as the deployed schedule does. The first invocation comes
 * after that time, whereas EventBridge Scheduler makes one when the schedule is created; to run it sooner, invoke the
 * function.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#rate-based
 */
export const startSchedule = ({ functionName, everyHours }: ScheduleDescription, tools: Tools): Schedule => {
  const { functions, log } = tools;
  const run = async (): Promise<void> => {
    const answer = await functions.invoke(functionName, {});
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
