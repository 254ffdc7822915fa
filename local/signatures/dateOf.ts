import type { Clock } from '../clock';

/** The `date` header, by which AWS's SDKs correct their clock after a signature is refused as old or early. */
export const dateOf = (clock: Clock): string => new Date(clock()).toUTCString();
