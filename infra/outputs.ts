/** The outputs of a deployed stack, each with its description. Tools know the stack by these names alone. */
export const outputs = {
  GraphqlUrl: 'Where clients send queries',
  RealtimeUrl: 'Where clients subscribe',
  Region: 'The region of all resources',
  UserPoolId: 'The pool that signs people in',
  UserPoolClientId: 'The public app client',
  HostedUiDomain: 'The host of the hosted sign-in page',
  WebOrigins: 'Where the hosted page sends people back to',
  BucketName: 'The bucket of the bytes',
  TableName: 'The table of the rows',
  PageUrl: 'Where the web page is',
  PageTarget: 'What a DNS record of the page has to point to',
  PageBucketName: 'The bucket of the web page',
  DeadLettersUrl: 'The queue of the changes that were given up',
  AlarmTopicArn: 'Subscribe here to be told of alarms',
} as const;

export type OutputName = keyof typeof outputs;
