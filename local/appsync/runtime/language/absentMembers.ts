const { prototype: anyFunction } = Function;

/**
 * What JavaScript has and APPSYNC_JS lacks, by owner; calling one is "Invalid function: …", in the service's words.
 * https://docs.aws.amazon.com/appsync/latest/devguide/supported-features.html and @aws-appsync/eslint-plugin's list.
 */
export const absentMembers: readonly (readonly [owner: object, names: readonly string[]])[] = [
  [anyFunction, ['apply', 'bind', 'call', 'toString']],
  [Array, ['from', 'fromAsync', 'of']],
  [
    Array.prototype,
    [
      'copyWithin',
      'entries',
      'group',
      'groupToMap',
      'keys',
      'toLocaleString',
      'toSorted',
      'toSpliced',
      'values',
      'with',
    ],
  ],
  [
    Object,
    [
      ...[
        'create',
        'defineProperties',
        'defineProperty',
        'freeze',
        'getOwnPropertyDescriptor',
        'getOwnPropertyDescriptors',
      ],
      ...[
        'getOwnPropertyNames',
        'getOwnPropertySymbols',
        'getPrototypeOf',
        'groupBy',
        'is',
        'isExtensible',
        'isFrozen',
      ],
      ...['isSealed', 'preventExtensions', 'seal', 'setPrototypeOf'],
    ],
  ],
  [String, ['fromCharCode', 'fromCodePoint']],
  [
    String.prototype,
    [
      ...['charCodeAt', 'codePointAt', 'localeCompare', 'matchAll', 'padEnd', 'padStart', 'repeat', 'search'],
      ...['toLocaleLowerCase', 'toLocaleUpperCase'],
    ],
  ],
  [
    Date.prototype,
    [
      ...['setDate', 'setFullYear', 'setHours', 'setMilliseconds', 'setMinutes', 'setMonth', 'setSeconds', 'setTime'],
      ...['setUTCDate', 'setUTCFullYear', 'setUTCHours', 'setUTCMilliseconds', 'setUTCMinutes', 'setUTCMonth'],
      ...['setUTCSeconds', 'setYear', 'toGMTString', 'toLocaleDateString', 'toLocaleString', 'toLocaleTimeString'],
    ],
  ],
];
