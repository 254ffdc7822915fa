/** AWS's price for one unit of something. */
export interface Price {
  /** US dollars for `per` units. */
  readonly usd: number;
  readonly per: number;
  /** The unit's name, as the tables print it. */
  readonly unit: string;
  /** The pricing page. */
  readonly source: string;
}

/** Region and date of the prices below. Nothing updates them: check a figure's page before relying on it. */
export const noted = { region: 'us-east-1', at: '2026-11-25' } as const;

const million = 1_000_000;
const page = (service: string) => `https://aws.amazon.com/${service}/pricing/`;

/** THE prices: list prices of the first tier in US dollars, without the free tiers and without taxes. */
export const prices = {
  appsyncRequest: { usd: 4, per: million, unit: 'AppSync request', source: page('appsync') },
  appsyncMessage: { usd: 2, per: million, unit: 'AppSync message to a subscriber', source: page('appsync') },
  appsyncMinute: { usd: 0.08, per: million, unit: 'AppSync minute of a connection', source: page('appsync') },
  lambdaCall: { usd: 0.2, per: million, unit: 'Lambda call', source: page('lambda') },
  /** For arm64, on which every function runs. */
  lambdaGbSecond: { usd: 13.3334, per: million, unit: 'Lambda GB-second (arm64)', source: page('lambda') },
  dynamoWrite: { usd: 0.625, per: million, unit: 'DynamoDB write unit', source: `${page('dynamodb')}on-demand/` },
  dynamoRead: { usd: 0.125, per: million, unit: 'DynamoDB read unit', source: `${page('dynamodb')}on-demand/` },
  dynamoGbMonth: { usd: 0.25, per: 1, unit: 'DynamoDB GB-month', source: `${page('dynamodb')}on-demand/` },
  recoveryGbMonth: {
    usd: 0.2,
    per: 1,
    unit: 'DynamoDB point-in-time recovery, GB-month',
    source: `${page('dynamodb')}on-demand/`,
  },
  s3Put: { usd: 5, per: million, unit: 'S3 PUT', source: page('s3') },
  s3Get: { usd: 0.4, per: million, unit: 'S3 GET or HEAD', source: page('s3') },
  s3GbMonth: { usd: 0.023, per: 1, unit: 'S3 GB-month', source: page('s3') },
  s3GbOut: { usd: 0.09, per: 1, unit: 'GB out of S3 to the internet', source: page('s3') },
  cognitoEssentials: { usd: 0.015, per: 1, unit: 'Cognito user (ESSENTIALS)', source: page('cognito') },
  cognitoPlus: { usd: 0.02, per: 1, unit: 'Cognito user (PLUS)', source: page('cognito') },
  wafAcl: { usd: 5, per: 1, unit: 'WAF web ACL', source: page('waf') },
  wafRule: { usd: 1, per: 1, unit: 'WAF rule', source: page('waf') },
  wafRequest: { usd: 0.6, per: million, unit: 'WAF request', source: page('waf') },
  logGb: { usd: 0.5, per: 1, unit: 'GB of logs ingested', source: page('cloudwatch') },
  alarmMetric: { usd: 0.1, per: 1, unit: 'CloudWatch metric of an alarm', source: page('cloudwatch') },
  dashboard: { usd: 3, per: 1, unit: 'CloudWatch dashboard', source: page('cloudwatch') },
  metricMonth: { usd: 0.3, per: 1, unit: 'CloudWatch metric, whole month', source: page('cloudwatch') },
  trace: { usd: 5, per: million, unit: 'X-Ray trace', source: page('xray') },
  malwareGb: { usd: 0.09, per: 1, unit: 'GuardDuty GB scanned', source: page('guardduty') },
  malwareObject: { usd: 0.215, per: 1000, unit: 'GuardDuty object scanned', source: page('guardduty') },
} as const satisfies Record<string, Price>;

export type PriceId = keyof typeof prices;

/** Amounts used, by price id. */
export type Amounts = Partial<Record<PriceId, number>>;
