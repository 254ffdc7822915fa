/** The names of the twin's resources; on AWS, deployment chooses them. */
export const place = {
  region: 'us-east-1',
  /** In the form that token verifiers require: `<region>_<letters and digits>`. */
  userPoolId: 'us-east-1_LocalPool1',
  userPoolClientId: 'myapplocalclient0000000000',
  bucketName: 'myfiles-bytes-local',
  apiId: 'local',
  accountId: '000000000000',
} as const;
