/** What APPSYNC_JS may import here. The realm supplies an object for each. */
export const importableModules: readonly string[] = ['@aws-appsync/utils', '@aws-appsync/utils/dynamodb'];

/** What the service has besides, for data sources that the twin has not. */
export const unsupportedModules: readonly string[] = ['@aws-appsync/utils/ai', '@aws-appsync/utils/rds'];

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
