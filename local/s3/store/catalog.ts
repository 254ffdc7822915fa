import type { Version } from './version';

/** All versions in one bucket, in memory and in S3's order: keys by their UTF-8 bytes, newest versions first. */
export interface Catalog {
  /** Newest first; empty for a key that was never written. */
  readonly versions: (key: string) => readonly Version[];
  readonly add: (version: Version) => void;
  readonly remove: (key: string, versionId: string) => void;
  readonly replace: (version: Version) => void;
  /** The keys at or after `from`, in byte form, with their versions. */
  readonly from: (from: string) => Iterable<{ readonly order: string; readonly versions: readonly Version[] }>;
}

/** A key in byte form: one character per UTF-8 byte, so that comparing strings compares bytes. */
export const byteForm = (key: string): string => Buffer.from(key).toString('latin1');

/** The inverse of `byteForm`. */
export const fromByteForm = (bytes: string): string => Buffer.from(bytes, 'latin1').toString();

/** Creates an empty catalog. */
export const createCatalog = (): Catalog => {
  const byKey = new Map<string, Version[]>();
  const orders: string[] = [];

  const seek = (order: string): number => {
    let low = 0;
    let high = orders.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((orders[middle] ?? '') < order) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  const store = (order: string, versions: Version[]): void => {
    const index = seek(order);
    if (versions.length === 0) {
      byKey.delete(order);
      if (orders[index] === order) orders.splice(index, 1);
      return;
    }
    byKey.set(order, versions);
    if (orders[index] !== order) orders.splice(index, 0, order);
  };

  const versionsOf = (order: string): readonly Version[] => byKey.get(order) ?? [];

  return {
    versions: (key) => versionsOf(byteForm(key)),
    add: (version) => {
      const order = byteForm(version.key);
      const kept = versionsOf(order).filter(({ versionId }) => versionId !== version.versionId);
      store(
        order,
        [version, ...kept].sort((a, b) => b.sequence - a.sequence),
      );
    },
    remove: (key, versionId) => {
      const order = byteForm(key);
      store(
        order,
        versionsOf(order).filter((version) => version.versionId !== versionId),
      );
    },
    replace: (version) => {
      const order = byteForm(version.key);
      store(
        order,
        versionsOf(order).map((old) => (old.versionId === version.versionId ? version : old)),
      );
    },
    *from(from) {
      for (let index = seek(from); index < orders.length; index += 1) {
        const order = orders[index] ?? '';
        yield { order, versions: versionsOf(order) };
      }
    },
  };
};
