import type { Wording } from './store';

/**
 * DynamoDB's present words for a refusal that dynalite words as DynamoDB did before 2026, and still does for scans,
 * batches of writes and transactions.
 * https://github.com/paritysuite/dynamodb-conformance/blob/main/tests/tier3/error-messages/valueLayers.test.ts,
 * …/putItem.test.ts
 */
export const reword = (message: string, wording: Wording): string => {
  const present = message
    .replace(/^ExpressionAttributeValues contains invalid value: (.*) for key :\w+$/s, '$1')
    .replace(/^(The parameter cannot be converted to a numeric value)$/, '$1: ')
    .replace(/^(Input collection contains duplicates)$/, 'One or more parameter values were invalid: $1.')
    .replace(/(?<=: Input collection )\[(.*)\](?= contains)/s, (_, list: string) => quoted(list, 'utf8', ', '))
    .replace(/(?<=: Input collection )\[(.*)\](?=of type BS)/s, (_, list: string) => quoted(list, 'base64', ','));
  if (wording === 'bare') return present;
  return `1 validation error detected: ${present.replace(/^(ExpressionAttributeValues can only .*): .*$/, '$1')}`;
};

/** The members of a set with duplicates: sorted by their bytes up to the first that is repeated, then as sent. */
const quoted = (list: string, encoding: BufferEncoding, separator: string): string => {
  const members = list.split(', ');
  const repeat = members.findIndex((member, index) => members.indexOf(member) < index);
  const sorted = members
    .slice(0, repeat)
    .sort((one, other) => Buffer.compare(Buffer.from(one, encoding), Buffer.from(other, encoding)));
  return `[${[...sorted, ...members.slice(repeat)].map((member) => JSON.stringify(member)).join(separator)}]`;
};
