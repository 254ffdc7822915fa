import { createHash } from 'node:crypto';

/**
 * The last line of each resolver's code: a comment that changes with the contract. AppSync was seen to detach resolvers
 * from their fields when a schema changes. CloudFormation does not notice, and attaches them again only if it finds
 * something to update. https://github.com/aws/aws-appsync-community/issues/146
 */
export const schemaMark = (schema: string): string =>
  `// Schema ${createHash('sha256').update(schema).digest('hex').slice(0, 16)}\n`;
