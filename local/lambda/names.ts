import { place } from '../place';

/** A function's ARN. */
export const functionArn = (name: string, accountId: string = place.accountId): string =>
  `arn:aws:lambda:${place.region}:${accountId}:function:${name}`;

/** What a caller wrote to name a function: a name, or a full or partial ARN, each with or without a version. */
export interface FunctionName {
  readonly name: string;
  readonly region: string;
  readonly accountId: string;
  readonly version: string | undefined;
}

/** The form of a FunctionName, as Lambda writes it in its refusals. */
export const functionNamePattern = String.raw`(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:)?(\d{12}:)?(function:)?([a-zA-Z0-9-_\.]+)(:(\$LATEST(\.PUBLISHED)?|[a-zA-Z0-9-_]+))?`;

/**
 * Parses a FunctionName; undefined if it has not the form of one.
 * https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html#lambda-Invoke-request-FunctionName
 */
export const readFunctionName = (text: string): FunctionName | undefined => {
  const match = new RegExp(`^${functionNamePattern}$`).exec(text);
  if (match === null) return undefined;
  const { 3: region, 9: accountId, 11: name = '', 13: version } = match;
  return {
    name,
    region: region?.slice(0, -1) ?? place.region,
    accountId: accountId?.slice(0, -1) ?? place.accountId,
    version,
  };
};
