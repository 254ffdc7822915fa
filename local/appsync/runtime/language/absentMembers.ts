const { prototype: anyFunction } = Function;

type Absent = readonly (readonly [owner: object, names: readonly string[]])[];

/** Methods that JavaScript's values have and APPSYNC_JS's lack, by owner. */
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
 * What JavaScript has and APPSYNC_JS lacks, by owner; calling one is "Invalid function: …", in the service's words.
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
