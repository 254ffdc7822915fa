import { byteForm, type Catalog } from './catalog';
import type { Version } from './version';

/** One entry of a listing, with names in byte form; the listing continues at `resume`. */
export type Step =
  | { readonly kind: 'prefix'; readonly prefix: string; readonly resume: string }
  | { readonly kind: 'key'; readonly key: string; readonly versions: readonly Version[]; readonly resume: string };

interface Walk {
  readonly prefix: string;
  readonly delimiter: string;
  /** In byte form. */
  readonly from: string;
  /** Which keys are listed; a group appears only if it contains one. */
  readonly isShown: (versions: readonly Version[]) => boolean;
}

/** Lists keys in S3's order; those with a common prefix up to the delimiter form one group, and are then skipped. */
export function* walk(catalog: Catalog, { prefix, delimiter, from, isShown }: Walk): Generator<Step> {
  const start = byteForm(prefix);
  const separator = byteForm(delimiter);
  let next: string | undefined = from > start ? from : start;
  while (next !== undefined) {
    const seek: string = next;
    next = undefined;
    for (const { order, versions } of catalog.from(seek)) {
      if (!order.startsWith(start)) return;
      if (!isShown(versions)) continue;
      const cut = separator === '' ? -1 : order.indexOf(separator, start.length);
      if (cut < 0) {
        yield { kind: 'key', key: order, versions, resume: `${order}\0` };
        continue;
      }
      const group = order.slice(0, cut + separator.length);
      next = `${group}\u00ff`; // ff is no byte of UTF-8, so this sorts after every key of the group
      yield { kind: 'prefix', prefix: group, resume: next };
      break;
    }
  }
}
