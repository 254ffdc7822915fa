import { dynamodb } from '../../runtime/dynamodbRequests/module';
import { rds } from '../../runtime/rds/module';

/** The modules that APPSYNC_JS may import here, with the names each exports. The realm supplies an object for each. */
export const importableModules: ReadonlyMap<string, readonly string[]> = new Map([
  ['@aws-appsync/utils', ['extensions', 'runtime', 'util']],
  ['@aws-appsync/utils/dynamodb', Object.keys(dynamodb)],
  ['@aws-appsync/utils/rds', Object.keys(rds)],
]);

/** Modules that the service also has, for data sources that the twin lacks. */
export const unsupportedModules: readonly string[] = ['@aws-appsync/utils/ai'];

/** The globals of APPSYNC_JS, besides NaN, Infinity and undefined. The realm supplies a value for each. */
export const moduleGlobals: readonly string[] = [
  'Array',
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

/**
 * The name of what holds the functions that `serviceEdits` and `unreadEdits` insert calls to. A module can have no such
 * name, so its own code neither reaches nor replaces them; in the script that runs, it is a name like any other.
 */
export const insertions = 'await';
