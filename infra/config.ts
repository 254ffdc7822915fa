import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { bucket } from '../config/bucket';

export type StageName = 'dev' | 'prod';

/** All that may differ between two deployments. One stage lives in one account and region: names are the same in each. */
export interface StageConfig {
  readonly name: StageName;
  /** Where pages are served that may sign people in and reach the bytes: CORS origins and callback URLs. */
  readonly webOrigins: readonly string[];
  /**
   * Whether tables, buckets, logs and the pool stay when they leave the template or the stack is deleted, and tables and
   * pool are protected from deletion.
   */
  readonly keepsData: boolean;
  /** The page's own host name. Without it CloudFront gives one, whose TLS policy is CloudFront's own. */
  readonly page?: PageAddress;
  /** From which of CloudFront's places the page is served. */
  readonly priceClass: 'PRICE_CLASS_100' | 'PRICE_CLASS_ALL';
  readonly introspection: boolean;
  readonly fieldLogLevel: 'ALL' | 'ERROR';
  readonly logRetention: RetentionDays;
  readonly accessLogDays: number;
  /** What no function can pass, so that one of them cannot starve the account. */
  readonly reservedConcurrency: number;
  readonly threatProtection: boolean;
  readonly firewall: boolean;
  /** Whether GuardDuty scans what is uploaded, and what it finds to be harmful is rejected. */
  readonly malwareScan: boolean;
  /**
   * The sender of the pool's mails, an address of a domain that is verified in SES. Without it Cognito sends them itself, 50
   * a day at the most: enough for developers. https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html
   */
  readonly mailFrom?: string;
  /** US dollars a month; above 80 of 100, and when the forecast passes it, `alarmEmail` is told. Absent: no budget. */
  readonly monthlyBudget?: number;
  /** Who is told of an alarm. Without it the topic is there, but nobody listens. */
  readonly alarmEmail?: string;
}

/** A host name, and the certificate of AWS Certificate Manager in us-east-1 that stands for it. */
export interface PageAddress {
  readonly domain: string;
  readonly certificateArn: string;
}

/** The stages. Prices are list prices of us-east-1 in US dollars, to show the order of magnitude. */
export const stages = {
  dev: {
    name: 'dev',
    // A page on the developer's own machine.
    webOrigins: bucket.cors.localOrigins,
    // The stack can be thrown away, a failed one by CloudFormation; only objects left in a bucket stand in between.
    keepsData: false,
    // North America and Europe only: the cheapest places. A developer's traffic is within the free terabyte.
    priceClass: 'PRICE_CLASS_100',
    // Tools may read the schema from the API, though not its descriptions.
    introspection: true,
    // Every field's timing, at 0.50 a GB of logs: a developer makes little of it.
    fieldLogLevel: 'ALL',
    logRetention: RetentionDays.ONE_WEEK,
    accessLogDays: 14,
    // As many as the contract tests have at work at once, with room. Costs nothing, but an account keeps 100 unreserved: a
    // new account (quota 10) must have its quota raised first.
    reservedConcurrency: 25,
    // ESSENTIALS, 0.015 an active user after 10,000, has all sign-in flows.
    threatProtection: false,
    // A web ACL costs 5 a month, each rule 1, and 0.60 a million requests: too much for a sandbox.
    firewall: false,
    malwareScan: false,
  },
  prod: {
    name: 'prod',
    // No page of a developer's machine. `--domain` or `--origin` names the real one; nobody's page is at example.com.
    webOrigins: ['https://myfiles.example.com'],
    // A mistaken deletion of the stack leaves all data standing; what is left behind goes on costing storage.
    keepsData: true,
    // From every place: 0.085 to 0.12 a GB after the first terabyte; the page is small, so that speed is cheap.
    priceClass: 'PRICE_CLASS_ALL',
    // Clients have the schema from the repository; strangers need not.
    introspection: false,
    // Only fields that failed: ALL would cost more than the requests themselves.
    fieldLogLevel: 'ERROR',
    // Half a year covers most inquiries; storage is 0.03 a GB-month.
    logRetention: RetentionDays.SIX_MONTHS,
    // A year of who fetched what; 0.023 a GB-month.
    accessLogDays: 365,
    // 50 calls of 100 ms serve about 500 requests a second. Raise it together with the account's quota.
    reservedConcurrency: 50,
    // PLUS, 0.02 an active user from the first one: odd sign-ins are stopped, and passwords known to be stolen where
    // they are chosen, or sent. SRP, Amplify's default, sends none:
    // https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-compromised-credentials.html
    threatProtection: true,
    // About 9 a month and 0.60 a million requests: floods and known attacks end before they cost more.
    firewall: true,
    // 0.09 a GB and 0.215 a thousand objects scanned: ten thousand uploads of 10 MB are about 11. `--malware-scan` turns
    // it on, since only who knows what is uploaded can say whether that is worth it. Files can be downloaded before their
    // scan has ended (mostly seconds): whoever wanted them to wait would lock out what GuardDuty cannot scan, for ever.
    malwareScan: false,
    // A budget and its mails cost nothing. `--budget` sets it, since only the owner of the bill knows the figure.
  },
} as const satisfies Record<StageName, StageConfig>;
