import type { DynamoDbSource, Source } from '../../../resolvers/wiringTypes';
import type { ApiOptions } from '../options';
import type { Functions } from '../ports';
import { createDynamodbSource } from './dynamodb/createDynamodbSource';
import type { PageTokens } from './dynamodb/createPageTokens';
import { createLambdaSource } from './createLambdaSource';
import { noneSource } from './noneSource';
import type { DataSource } from './source';

export interface SourceServices extends Pick<ApiOptions, 'tables' | 'functions' | 'tableNames' | 'onCall'> {
  readonly pageTokens: PageTokens;
  readonly log: (line: string) => void;
}

/** Creates one source of the manifest. */
export const createSource = (name: string, source: Source, services: SourceServices): DataSource => {
  switch (source.kind) {
    case 'none':
      return noneSource;
    case 'lambda':
      return createLambdaSource(name, watched(name, services), services.log);
    case 'dynamodb':
      return createDynamodbSource({
        name,
        table: services.tableNames[source.table] ?? source.table,
        may: grantsByName(source, services.tableNames),
        tables: services.tables,
        onCall: services.onCall,
        pageTokens: services.pageTokens,
      });
  }
};

/** The actions granted to a source, by a table's real name. */
const grantsByName = ({ may }: DynamoDbSource, tableNames: SourceServices['tableNames']) =>
  Object.fromEntries(Object.entries(may).map(([table, actions]) => [tableNames[table] ?? table, actions]));

const watched = (name: string, { functions, onCall }: SourceServices): Functions => ({
  invoke: (callee, payload) => {
    onCall?.({ by: name, action: 'lambda:InvokeFunction', resource: `function/${callee}` });
    return functions.invoke(callee, payload);
  },
});
