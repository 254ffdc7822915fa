import { isDate, isDateTime, isTime } from './calendar';
import { isEmail, isIpAddress, isPhone, isUrl } from './contact';
import { jsonScalar } from './jsonScalar';
import type { Scalar } from './scalar';
import { createTextScalar } from './createTextScalar';
import { timestampScalar } from './timestampScalar';

/** AppSync's scalars by name: https://docs.aws.amazon.com/appsync/latest/devguide/scalars.html */
export const awsScalars: ReadonlyMap<string, Scalar> = new Map([
  ['AWSDate', createTextScalar('a valid date', isDate)],
  ['AWSTime', createTextScalar('a valid time', isTime)],
  ['AWSDateTime', createTextScalar('a valid DateTime Object', isDateTime)],
  ['AWSTimestamp', timestampScalar],
  ['AWSEmail', createTextScalar('a valid email address', isEmail)],
  ['AWSJSON', jsonScalar],
  ['AWSPhone', createTextScalar('a valid phone number', isPhone)],
  ['AWSURL', createTextScalar('a valid URL', isUrl)],
  ['AWSIPAddress', createTextScalar('a valid IP address', isIpAddress)],
]);
