import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { api } from '../config/api';
import { bucket } from '../config/bucket';

export type StageName = 'dev' | 'prod';

/**
 * Everything that may differ between deployments. Each stage has an account and region to itself: resource names are
 * the same in every stage.
 */
export interface StageConfig {
  readonly name: StageName;
  /** The origins of pages that may sign people in and reach the bytes, for CORS and callback URLs. */
  readonly webOrigins: readonly string[];
  /**
   * Whether tables, buckets, logs and the pool are retained when they leave the template or the stack is deleted, and
   * tables and pool are protected from deletion.
   */
  readonly keepsData: boolean;
  /** The page's own host name. Without it CloudFront assigns one, with CloudFront's own TLS policy. */
  readonly page?: PageAddress;
  /** Which of CloudFront's edge locations serve the page. */
  readonly priceClass: 'PRICE_CLASS_100' | 'PRICE_CLASS_ALL';
  readonly introspection: boolean;
  /** How deep a query may nest, 1 to 75. */
  readonly queryDepthLimit: number;
  readonly fieldLogLevel: 'ALL' | 'ERROR';
  readonly logRetention: RetentionDays;
  readonly accessLogDays: number;
  /** The most concurrent calls of each function, so that none can starve the account. */
  readonly reservedConcurrency: number;
  readonly threatProtection: boolean;
  readonly firewall: boolean;
  /** Whether GuardDuty scans uploads and harmful ones are rejected. */
  readonly malwareScan: boolean;
  /**
   * The sender of the pool's mails, an address of a domain that is verified in SES. Without it Cognito sends them
   * itself, at most 50 a day: enough for developers.
   * https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html
   */
  readonly mailFrom?: string;
  /** US dollars a month; `alarmEmail` is notified above 80 % and when the forecast exceeds it. Absent: no budget. */
  readonly monthlyBudget?: number;
  /** Who is notified of alarms. Without it the topic exists but has no subscriber. */
  readonly alarmEmail?: string;
}

/** A host name, and its certificate in AWS Certificate Manager in us-east-1. */
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
    // The stack is disposable, and CloudFormation removes a failed one; only objects left in a bucket prevent that.
    keepsData: false,
    // North America and Europe only: the cheapest locations. A developer's traffic is within the free terabyte.
    priceClass: 'PRICE_CLASS_100',
    // Tools may read the schema from the API, though not its descriptions.
    introspection: true,
    // The depth of the query with which most tools read it. AWS does not say whether the limit applies to that query:
    // https://docs.aws.amazon.com/appsync/latest/devguide/configuration-limits.html
    queryDepthLimit: 15,
    // Every field's timing, at 0.50 a GB of logs: a developer produces little.
    fieldLogLevel: 'ALL',
    logRetention: RetentionDays.ONE_WEEK,
    accessLogDays: 14,
    // What the contract tests use at once, with headroom. Costs nothing, but an account keeps 100 unreserved: a new
    // account (quota 10) must have its quota raised first.
    reservedConcurrency: 25,
    // ESSENTIALS, 0.015 an active user after 10,000, has all sign-in flows.
    threatProtection: false,
    // A web ACL costs 5 a month, each rule 1, and 0.60 a million requests: too much for a sandbox.
    firewall: false,
    malwareScan: false,
  },
  prod: {
    name: 'prod',
    // No page on a developer's machine. `--domain` or `--origin` names the real one; example.com is a placeholder.
    webOrigins: ['https://myfiles.example.com'],
    // Deleting the stack by mistake leaves all data in place; what is retained still costs storage.
    keepsData: true,
    // All locations: 0.085 to 0.12 a GB after the first terabyte; the page is small, so speed is cheap.
    priceClass: 'PRICE_CLASS_ALL',
    // Clients have the schema from the repository; strangers do not need it.
    introspection: false,
    queryDepthLimit: api.queryDepthLimit,
    // Only fields that failed: ALL would cost more than the requests themselves.
    fieldLogLevel: 'ERROR',
    // Half a year covers most inquiries; storage is 0.03 a GB-month.
    logRetention: RetentionDays.SIX_MONTHS,
    // A year of who fetched what; 0.023 a GB-month.
    accessLogDays: 365,
    // 50 calls of 100 ms serve about 500 requests a second. Raise it together with the account's quota.
    reservedConcurrency: 50,
    // PLUS, 0.02 an active user from the first one: blocks suspicious sign-ins, and passwords known to be compromised
    // when they are chosen or sent. SRP, Amplify's default, does not send them:
    // https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-compromised-credentials.html
    threatProtection: true,
    // About 9 a month and 0.60 a million requests: stops floods and known attacks before they cost more.
    firewall: true,
    // 0.09 a GB and 0.215 a thousand objects scanned: ten thousand uploads of 10 MB are about 11. `--malware-scan`
    // turns it on: whether it is worth that depends on what is uploaded. Files can be downloaded before their scan has
    // ended (mostly seconds): if they had to wait, what GuardDuty cannot scan would be locked out for ever.
    malwareScan: false,
    // A budget and its mails cost nothing. `--budget` sets it, since only the owner of the bill knows the figure.
  },
} as const satisfies Record<StageName, StageConfig>;
