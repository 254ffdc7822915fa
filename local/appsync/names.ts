import { place } from '../place';

/**
 * What IAM is asked about a field of a root type, `Mutation.publish`.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsappsync.html
 */
export const fieldArn = (coordinate: string): string =>
  `arn:aws:appsync:${place.region}:${place.accountId}:apis/${place.apiId}/types/${coordinate.replace('.', '/fields/')}`;
