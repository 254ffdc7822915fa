import { dynamodb } from '../../runtime/dynamodbRequests/module';
import { rds } from '../../runtime/rds/module';

/** What APPSYNC_JS may import here: the names of each module. The realm supplies an object for each. */
export const importableModules: ReadonlyMap<string, readonly string[]> = new Map([
  ['@aws-appsync/utils', ['extensions', 'runtime', 'util']],
  ['@aws-appsync/utils/dynamodb', Object.keys(dynamodb)],
  ['@aws-appsync/utils/rds', Object.keys(rds)],
]);

/** What the service has besides, for a data source that the twin has not. */
export const unsupportedModules: readonly string[] = ['@aws-appsync/utils/ai'];

/** The globals of APPSYNC_JS, besides NaN, Infinity and undefined. The realm supplies a value for each. */
export const moduleGlobals: readonly string[] = [
  'JSON',
  'Math',
  'Number',
  'Object',
  'String',
  'console',
  'extensions',
  'runtime',
  'util',
];

/** What `serviceEdits` puts calls of into the code. */
export const serviceFunctions: readonly string[] = ['bounded$', 'coalesce$', 'turns$'];
