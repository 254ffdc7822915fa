import type { Source } from '../../../resolvers/manifest';
import type { ApiOptions } from '../options';
import { dynamodbSource } from './dynamodb/dynamodbSource';
import type { PageTokens } from './dynamodb/pageTokens';
import { lambdaSource } from './lambdaSource';
import { noneSource } from './noneSource';
import type { DataSource } from './source';

export interface SourceServices extends Pick<ApiOptions, 'tables' | 'functions' | 'tableNames'> {
  readonly pageTokens: PageTokens;
  readonly log: (line: string) => void;
}

/** Opens one source of the manifest. */
export const createSource = (name: string, source: Source, services: SourceServices): DataSource => {
  switch (source.kind) {
    case 'none':
      return noneSource;
    case 'lambda':
      return lambdaSource(name, services.functions, services.log);
    case 'dynamodb':
      return dynamodbSource({
        name,
        table: services.tableNames[source.table] ?? source.table,
        may: source.may,
        tables: services.tables,
        pageTokens: services.pageTokens,
      });
  }
};
