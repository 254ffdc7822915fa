import { Aws, Stack } from 'aws-cdk-lib';
import { CfnDataSource, type CfnGraphQLApi } from 'aws-cdk-lib/aws-appsync';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyDocument, type PolicyStatement, type PrincipalBase, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { TableId } from '../config/table';
import type { Source } from '../resolvers/wiringTypes';
import { allow } from './allow';
import { MissingCode } from './errors';
import { tableStatements } from './grantStatements';
import { sourceEntries } from './wiring';

export interface SourcesProps {
  readonly api: CfnGraphQLApi;
  readonly tables: Readonly<Record<TableId, Table>>;
  readonly functions: ReadonlyMap<string, Lambda>;
}

/** The manifest's data sources by name, each with a role that may do what the manifest says and nothing else. */
export class Sources extends Construct {
  readonly byName: ReadonlyMap<string, CfnDataSource>;

  constructor(scope: Construct, id: string, props: SourcesProps) {
    super(scope, id);
    this.byName = new Map(sourceEntries.map(([name, source]) => [name, createSource(this, [name, source], props)]));
  }
}

const createSource = (
  scope: Construct,
  [name, source]: readonly [name: string, source: Source],
  props: SourcesProps,
): CfnDataSource => {
  const sourceScope = new Construct(scope, name);
  const common = { apiId: props.api.attrApiId, name };
  switch (source.kind) {
    case 'dynamodb': {
      const table = props.tables[source.table];
      return new CfnDataSource(sourceScope, 'Source', {
        ...common,
        type: 'AMAZON_DYNAMODB',
        dynamoDbConfig: { awsRegion: Stack.of(scope).region, tableName: table.tableName },
        serviceRoleArn: createRole(sourceScope, tableStatements(source.may, props.tables)).roleArn,
      });
    }
    case 'lambda': {
      const target = props.functions.get(name);
      if (!target) throw new MissingCode('function', name);
      const invoke = allow(['lambda:InvokeFunction'], [target.functionArn]);
      return new CfnDataSource(sourceScope, 'Source', {
        ...common,
        type: 'AWS_LAMBDA',
        lambdaConfig: { lambdaFunctionArn: target.functionArn },
        serviceRoleArn: createRole(sourceScope, invoke).roleArn,
      });
    }
    case 'none':
      return new CfnDataSource(sourceScope, 'Source', { ...common, type: 'NONE' });
  }
};

const createRole = (scope: Construct, statements: PolicyStatement[]): Role =>
  new Role(scope, 'Role', {
    assumedBy: appSync(),
    inlinePolicies: { Source: new PolicyDocument({ statements }) },
  });

/**
 * AppSync, reaching a source for an API of this account only: no other customer's API can borrow the role.
 * https://docs.aws.amazon.com/appsync/latest/devguide/attaching-a-data-source.html
 */
const appSync = (): PrincipalBase =>
  new ServicePrincipal('appsync.amazonaws.com').withConditions({
    StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
  });
