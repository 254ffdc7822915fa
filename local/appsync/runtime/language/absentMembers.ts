const { prototype: anyFunction } = Function;

type Absent = readonly (readonly [owner: object, names: readonly string[]])[];

/** Methods of values that JavaScript has and APPSYNC_JS lacks, by owner. */
export const absentMethods: Absent = [
  [anyFunction, ['apply', 'bind', 'call', 'toString']],
  [
    Array.prototype,
    [
      ...['copyWithin', 'entries', 'group', 'groupToMap', 'keys', 'toLocaleString', 'toSorted', 'toSpliced'],
      ...['values', 'with'],
    ],
  ],
  [
    String.prototype,
    [
      ...['charCodeAt', 'codePointAt', 'localeCompare', 'matchAll', 'padEnd', 'padStart', 'repeat', 'search'],
      ...['toLocaleLowerCase', 'toLocaleUpperCase'],
    ],
  ],
];

/**
 * Functions that JavaScript has and APPSYNC_JS lacks, by owner; calling one gives the service's "Invalid function: …".
 * https://docs.aws.amazon.com/appsync/latest/devguide/supported-features.html and @aws-appsync/eslint-plugin's list.
 */
export const absentMembers: Absent = [
  ...absentMethods,
  [Array, ['from', 'fromAsync', 'of']],
  [
    Object,
    [
      ...['create', 'defineProperties', 'defineProperty', 'freeze', 'getOwnPropertyDescriptor'],
      ...['getOwnPropertyDescriptors', 'getOwnPropertyNames', 'getOwnPropertySymbols', 'getPrototypeOf', 'groupBy'],
      ...['is', 'isExtensible', 'isFrozen', 'isSealed', 'preventExtensions', 'seal', 'setPrototypeOf'],
    ],
  ],
  [String, ['fromCharCode', 'fromCodePoint']],
];
