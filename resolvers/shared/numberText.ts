/**
 * A number as a string. In a template literal, numbers from DynamoDB were seen to become "null" unless something was
 * added to them first.
 * https://github.com/aws/aws-appsync-community/issues/308
 */
export const numberText = (value: number): string => `${value + 0}`;
