import type { Clock } from '../clock';

/** The `date` of an answer: by it AWS's SDKs set their own clock when a signature is refused as old or early. */
export const dateOf = (clock: Clock): string => new Date(clock()).toUTCString();
