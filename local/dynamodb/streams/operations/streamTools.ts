import type { Clock } from '../../../clock';
import type { Storage } from '../../storage/storage';
import type { Catalog } from '../../tables/catalog';

/** What the stream operations need. */
export interface StreamTools {
  readonly storage: Storage;
  readonly catalog: Catalog;
  readonly clock: Clock;
  readonly hasStream: (table: string) => boolean;
}
