import { functions } from '../../config/functions';
import { sumOf } from './amounts';
import { assumptions } from './assumptions';
import type { BilledCall, Step } from './cycle';
import { UnknownCost } from './errors';
import type { Amounts } from './prices';

/** The billed amounts that a step uses; throws UnknownCost for a call without a known price. */
export const amountsOf = ({ requests, calls, more = {} }: Step): Amounts =>
  sumOf([{ appsyncRequest: requests }, more, ...calls.map(amountsOfCall)]);

const amountsOfCall = ({ action, on, units = 0 }: BilledCall): Amounts => {
  switch (action) {
    case 'lambda:InvokeFunction':
      return { lambdaCall: 1, lambdaGbSecond: gbSecondsOf(on) };
    case 'dynamodb:GetItem':
    case 'dynamodb:Query':
      return { dynamoRead: units };
    case 'dynamodb:PutItem':
    case 'dynamodb:UpdateItem':
      return { dynamoWrite: units };
    case 's3:PutObject':
      return { s3Put: 1 };
    case 's3:GetObject':
    case 's3:GetObjectVersion':
      return { s3Get: 1 };
    default:
      throw new UnknownCost(`The price of ${action} is unknown.`);
  }
};

const durations: Readonly<Record<string, number>> = assumptions.milliseconds;

const gbSecondsOf = (name: string): number => {
  const milliseconds = durations[name];
  if (milliseconds === undefined) throw new UnknownCost(`No duration is assumed for ${name}.`);
  return (milliseconds / 1000) * (functions.memoryMiB / 1024);
};
