/** What APPSYNC_JS may import here. The realm supplies an object for each. */
export const importableModules: readonly string[] = [
  '@aws-appsync/utils',
  '@aws-appsync/utils/dynamodb',
  '@aws-appsync/utils/rds',
];

/** What the service has besides, for a data source that the twin has not. */
export const unsupportedModules: readonly string[] = ['@aws-appsync/utils/ai'];

/** The globals of APPSYNC_JS, besides NaN, Infinity and undefined. The realm supplies a value for each. */
export const moduleGlobals: readonly string[] = [
  'Array',
  'Boolean',
  'Date',
  'JSON',
  'Math',
  'Number',
  'Object',
  'String',
  'console',
  'extensions',
  'isFinite',
  'isNaN',
  'parseFloat',
  'parseInt',
  'runtime',
  'util',
];
