import { isDate, isDateTime, isTime } from './calendar';
import { isEmail, isIpAddress, isPhone, isUrl } from './contact';
import { jsonScalar } from './jsonScalar';
import type { Scalar } from './scalar';
import { textScalar } from './textScalar';
import { timestampScalar } from './timestampScalar';

/** AppSync's scalars by name: https://docs.aws.amazon.com/appsync/latest/devguide/scalars.html */
export const awsScalars: ReadonlyMap<string, Scalar> = new Map([
  ['AWSDate', textScalar('a valid date', isDate)],
  ['AWSTime', textScalar('a valid time', isTime)],
  ['AWSDateTime', textScalar('a valid DateTime Object', isDateTime)],
  ['AWSTimestamp', timestampScalar],
  ['AWSEmail', textScalar('a valid email address', isEmail)],
  ['AWSJSON', jsonScalar],
  ['AWSPhone', textScalar('a valid phone number', isPhone)],
  ['AWSURL', textScalar('a valid URL', isUrl)],
  ['AWSIPAddress', textScalar('a valid IP address', isIpAddress)],
]);
