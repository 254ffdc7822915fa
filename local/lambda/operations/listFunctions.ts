import { describeFunction } from './describeFunction';
import type { Operation } from './operation';

/** https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctions.html, all on one page. */
export const listFunctions: Operation = ({ functions }) => ({
  status: 200,
  body: JSON.stringify({ Functions: functions.list().map(describeFunction), NextMarker: null }),
});
