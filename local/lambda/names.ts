import { place } from '../place';

/** A function's ARN. */
export const functionArn = (name: string): string =>
  `arn:aws:lambda:${place.region}:${place.accountId}:function:${name}`;

/**
 * The function's plain name from any form that callers may use: a name, a full or a partial ARN, each with or
 * without `:$LATEST`. Undefined for another account, region or version.
 * https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html#lambda-Invoke-request-FunctionName
 */
export const functionNameOf = (text: string): string | undefined => {
  const bare = text
    .replace(`arn:aws:lambda:${place.region}:${place.accountId}:`, '')
    .replace(`${place.accountId}:function:`, '')
    .replace(/^function:/, '')
    .replace(/:\$LATEST$/, '');
  return /^[\w-]{1,64}$/.test(bare) ? bare : undefined;
};
