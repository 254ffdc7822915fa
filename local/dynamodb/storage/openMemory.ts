import { MemoryLevel } from 'memory-level';
import { levelStorage } from './levelStorage';
import type { Storage } from './storage';

/** Opens a storage in memory. */
export const openMemory = async (): Promise<Storage> => {
  const level = new MemoryLevel<string, string>({ storeEncoding: 'utf8' });
  await level.open();
  return levelStorage(level, (operations) => level.batch(operations));
};
