import { place } from '../place';

/**
 * The ARN by which IAM policies name a root field, `Mutation.publish`.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsappsync.html
 */
export const fieldArn = (coordinate: string): string =>
  `arn:aws:appsync:${place.region}:${place.accountId}:apis/${place.apiId}/types/${coordinate.replace('.', '/fields/')}`;
