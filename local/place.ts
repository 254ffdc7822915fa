/** The names that the twin's resources have; on AWS they are given at deployment. */
export const place = {
  region: 'us-east-1',
  /** Of the form that token verifiers check: `<region>_<letters and digits>`. */
  userPoolId: 'us-east-1_LocalPool1',
  userPoolClientId: 'myapplocalclient0000000000',
  bucketName: 'myfiles-bytes-local',
  apiId: 'local',
  accountId: '000000000000',
} as const;
