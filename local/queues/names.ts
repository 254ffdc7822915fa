import { place } from '../place';

/** The ARN of a queue. */
export const queueArn = (name: string): string => `arn:aws:sqs:${place.region}:${place.accountId}:${name}`;
