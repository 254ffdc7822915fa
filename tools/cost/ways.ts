import { sumOf, timesOf } from './amounts';
import { amountsOf } from './amountsOf';
import { assumptions } from './assumptions';
import { cycle, following, type Step } from './cycle';
import type { Amounts } from './prices';

const { minutesPerUpload, pollSeconds } = assumptions.watching;

const [ticket, put, save, list] = [cycle.ticket, cycle.put, cycle.save, cycle.list].map((step) => amountsOf(step));
const [batch, file] = [amountsOf(following.batch), amountsOf(following.file)];
const followed = sumOf([batch, file]);

const mainJob = sumOf([ticket ?? {}, put ?? {}, save ?? {}, list ?? {}]);
const connected: Amounts = { appsyncMinute: minutesPerUpload };

/** What follows an upload, without publishing to subscribers. */
const unpublished = sumOf([batch ?? {}, { ...file, appsyncRequest: 0, appsyncMessage: 0 }]);

/** What `getFile` adds for a client that rereads what it has just saved. */
const readAgain: Step = {
  requests: 1,
  calls: [{ by: 'source files', action: 'dynamodb:GetItem', on: 'MyAppFiles', units: 1 }],
};

const polled = timesOf(list ?? {}, (minutesPerUpload * 60) / pollSeconds);

/** Ten tickets in one request, ten saves in another, and one list. */
const tenAtOnce = sumOf([
  ...[ticket, save].map((step) => ({ ...step, appsyncRequest: 1 / 10 })),
  put ?? {},
  timesOf(list ?? {}, 1 / 10),
]);

/** Upload, save and list of one file in several ways, from the one to avoid to the best that the contract allows. */
export const ways = {
  polling: sumOf([mainJob, amountsOf(readAgain), unpublished, polled]),
  readingAgain: sumOf([mainJob, amountsOf(readAgain), followed, connected]),
  asBuilt: sumOf([mainJob, followed, connected]),
  tenAtOnce: sumOf([tenAtOnce, timesOf(batch, assumptions.batchesOfTen / 10), file, timesOf(connected, 1 / 10)]),
} as const satisfies Record<string, Amounts>;
