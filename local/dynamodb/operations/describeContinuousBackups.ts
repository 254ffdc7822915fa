import { checkInput } from '../dynalite/checkInput';
import { inputs } from '../dynalite/inputs';
import { BackupsTableNotFound } from '../errors';
import type { Catalog } from '../tables/catalog';
import type { Operation } from './operation';
import { describedTable } from './rowOf';

/**
 * The twin keeps no backups, so it describes every table as one without point-in-time recovery.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeContinuousBackups.html
 */
export const describeContinuousBackups =
  (catalog: Catalog): Operation =>
  async (input) => {
    describedTable(catalog, checkInput(input, inputs.DescribeTable), (name) => new BackupsTableNotFound(name));
    return {
      ContinuousBackupsDescription: {
        ContinuousBackupsStatus: 'ENABLED',
        PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: 'DISABLED' },
      },
    };
  };
