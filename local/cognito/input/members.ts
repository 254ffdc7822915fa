import { list, optional } from './check';
import { structure } from './structure';
import { text } from './text';

/** The members that many operations share, with the limits of Cognito's API reference. */
export const clientId = text({ least: 1, most: 128, pattern: /^[\w+]+$/ });
export const secretHash = text({ least: 1, most: 128, pattern: /^[\w+=/]+$/ });
export const poolId = text({ least: 1, most: 55, pattern: /^[\w-]+_[0-9a-zA-Z]+$/ });
export const username = text({ least: 1, most: 128, pattern: /^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u });
export const password = text({ least: 1, most: 256, pattern: /^\S(.*\S)?$/su });
export const confirmationCode = text({ least: 1, most: 2048, pattern: /^\S+$/ });
export const token = text({ least: 1, most: 16_384, pattern: /^[A-Za-z0-9\-_=.]+$/ });
export const session = text({ least: 20, most: 2048 });
export const groupName = text({ least: 1, most: 128, pattern: /^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u });
export const attributeName = text({ least: 1, most: 32, pattern: /^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u });
const attribute = structure({ Name: attributeName, Value: optional(text({ most: 2048 })) });
export const attributes = list(attribute);

/** The map's own value for a name, never an inherited property. */
export const parameter = (map: Readonly<Record<string, string>> | undefined, name: string): string | undefined =>
  map !== undefined && Object.hasOwn(map, name) ? map[name] : undefined;
