import { expect } from 'vitest';
import type { FileRow } from '../../resolvers/shared/fileRow';
import type { FileStatus } from '../../schema/generated/types';

/** The API's response to a requested change; `lost` means that there was none. */
export interface Claim {
  readonly fileId: string;
  readonly outcome: 'done' | 'refused' | 'lost';
  /** The status after the change; undefined when the change ends the file. */
  readonly leaves: FileStatus | undefined;
}

interface Sight {
  readonly before: FileRow | undefined;
  readonly after: FileRow | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Acknowledged changes took effect, and all else stayed as it was. Of concurrent changes any may have been last. */
export const expectKept = (claims: readonly Claim[], { before, after, now }: Sight): void => {
  const [claim, ...others] = claims;
  if (others.length > 0) return;
  const begun = { Status: 'PENDING', Version: 1 }; // begun by these very deeds
  const asBefore = describe(before ?? begun);
  if (claim?.outcome === 'done') return expect(after?.Status).toBe(claim.leaves);
  if (before !== undefined && after === undefined && hasEnded(before, now)) return;
  if (claim?.outcome === 'lost' && after?.Status === claim.leaves) return;
  expect(after && describe(after)).toBe(asBefore);
};

const describe = ({ Status, Version }: Pick<FileRow, 'Version'> & { readonly Status: string }): string =>
  `${Status} at version ${Version}`;

const hasEnded = ({ ExpiresAt }: FileRow, now: number): boolean => ExpiresAt !== undefined && ExpiresAt * 1000 <= now;
