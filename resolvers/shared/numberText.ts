/**
 * A number as text. Numbers of DynamoDB were seen to become "null" there, unless something was added to them first.
 * https://github.com/aws/aws-appsync-community/issues/308
 */
export const numberText = (value: number): string => `${value + 0}`;
