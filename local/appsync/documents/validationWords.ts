import { conflictWords } from './conflictWords';

/** AppSync's words for a validation error: its type and description, and where it is. */
export interface Words {
  readonly type: string;
  readonly description: string;
  /** Which of graphql-js's nodes it is located at; the first if absent. */
  readonly at?: 'last' | 'all';
  /** Whether its path leaves out that node's own name, or is left out; absent: neither. */
  readonly path?: 'around' | 'none';
}

type Rule = readonly [message: RegExp, type: string, description: string, place?: Pick<Words, 'at' | 'path'>];

/**
 * What graphql-js says, and what AppSync says instead; `$1` is the first group of the pattern. The words are those of
 * graphql-java 9, whose messages AppSync was seen to send; of later versions for the rules that it has not:
 * https://github.com/graphql-java/graphql-java/tree/v9.6/src/main/java/graphql/validation/rules
 */
const rules: readonly Rule[] = [
  [/^Cannot query field "(\w+)" on type "(\w+)"/, 'FieldUndefined', "Field '$1' in type '$2' is undefined"],
  [/^Unknown argument "(\w+)" on field/, 'UnknownArgument', 'Unknown field argument $1'],
  [/^Unknown argument "(\w+)" on directive/, 'UnknownDirective', 'Unknown directive argument $1'],
  [/^Field "\w+" argument "(\w+)" of type "[^"]*" is required/, 'MissingFieldArgument', 'Missing field argument $1'],
  [/^(?:Directive )?"@\w+" argument "(\w+)" of type/, 'MissingDirectiveArgument', 'Missing directive argument $1'],
  [
    /^Field "(\w+)" of type "\W*(\w+)[^"]*" must have a selection/,
    'SubSelectionRequired',
    'Sub selection required for type $2 of field $1',
  ],
  [
    /^Field "(\w+)" must not have a selection since type "\W*(\w+)/,
    'SubSelectionNotAllowed',
    'Sub selection not allowed on leaf type $2 of field $1',
  ],
  [/^Variable "\$(\w+)" is not defined/, 'UndefinedVariable', 'Undefined variable $1'],
  [/^Variable "\$(\w+)" is never used/, 'UnusedVariable', 'Unused variable $1'],
  [
    /^Variable "\$\w+" of type "([^"]+)" used in position expecting type "([^"]+)"/,
    'VariableTypeMismatch',
    "Variable type '$1' doesn't match expected type '$2'",
    { at: 'last' },
  ],
  [/^Variable "\$\w+" cannot be non-input type/, 'NonInputTypeOnVariable', 'Wrong type for a variable'],
  [
    /^There can be only one variable named "\$(\w+)"/,
    'DuplicateVariableName',
    "There can be only one variable named '$1'",
    { at: 'last' },
  ],
  [/^Unknown type "(\w+)"/, 'UnknownType', 'Unknown type $1'],
  [/^Unknown fragment "(\w+)"/, 'UndefinedFragment', 'Undefined fragment $1'],
  [/^Fragment "(\w+)" is never used/, 'UnusedFragment', 'Unused fragment $1', { path: 'none' }],
  [/^Cannot spread fragment "/, 'FragmentCycle', 'Fragment cycles not allowed', { at: 'all' }],
  [
    /^There can be only one fragment named "(\w+)"/,
    'DuplicateFragmentName',
    "There can be only one fragment named '$1'",
    { at: 'last' },
  ],
  [
    /^Fragment cannot be spread here as objects of type "(\w+)" can never be of type "(\w+)"/,
    'InvalidFragmentType',
    'Fragment cannot be spread here as objects of type $1 can never be of type $2',
  ],
  [
    /^Fragment "(\w+)" cannot be spread here as objects of type "(\w+)" can never be of type "(\w+)"/,
    'InvalidFragmentType',
    'Fragment $1 cannot be spread here as objects of type $2 can never be of type $3',
  ],
  [
    /^Fragment cannot condition on/,
    'InlineFragmentTypeConditionInvalid',
    'Inline fragment type condition is invalid, must be on Object/Interface/Union',
  ],
  [
    /^Fragment "\w+" cannot condition on/,
    'FragmentTypeConditionInvalid',
    'Fragment type condition is invalid, must be on Object/Interface/Union',
  ],
  [
    /must select only one top level field/,
    'SubscriptionMultipleRootFields',
    'Subscription operation must have exactly one root field',
  ],
  [
    /must not select an introspection top level field/,
    'SubscriptionIntrospectionRootField',
    'Subscription operation root field cannot be an introspection field',
  ],
  [
    /^Subscription must not use @/,
    'ForbidSkipAndIncludeOnSubscriptionRoot',
    'Subscription operation must not use @skip or @include directives in the top level selection',
  ],
  [/^Unknown directive "@(\w+)"/, 'UnknownDirective', 'Unknown directive $1'],
  [/^Directive "@(\w+)" may not be used/, 'MisplacedDirective', 'Directive $1 not allowed here'],
  [
    /^The directive "@(\w+)" can only be used once/,
    'DuplicateDirectiveName',
    "Directive '$1' must be uniquely named",
    { at: 'last' },
  ],
  [
    /^There can be only one argument named "(\w+)"/,
    'DuplicateArgumentNames',
    "There can be only one argument named '$1'",
    { at: 'last' },
  ],
  [
    /^There can be only one operation named "(\w+)"/,
    'DuplicateOperationName',
    "There can be only one operation named '$1'",
    { at: 'last' },
  ],
  [/^The "?(\w+)"? definition is not executable/, 'NonExecutableDefinition', 'The $1 definition is not executable.'],
  [
    /^There can be only one input field named "(\w+)"/,
    'UniqueObjectFieldName',
    "There can be only one field named '$1'",
    { at: 'last' },
  ],
  [/^Too many validation errors/, 'InvalidSyntax', 'Too many validation errors'],
  // Documents that graphql-js gives up on because of their cost.
  [/^Validation aborted|^Maximum introspection depth/, 'InvalidSyntax', 'The query is too complex'],
];

/** Translates a message of graphql-js. */
export const wordsFor = (message: string): Words => {
  const [, name = '', reason = ''] = /^Fields "([^"]+)" conflict because (.+?)\. Use different/s.exec(message) ?? [];
  if (name !== '')
    return { type: 'FieldsConflict', description: conflictWords(name, reason), at: 'all', path: 'around' };
  for (const [pattern, type, description, place] of rules) {
    const match = pattern.exec(message);
    if (match)
      return { type, description: description.replace(/\$(\d)/g, (_, group) => match[Number(group)] ?? ''), ...place };
  }
  return { type: 'InvalidSyntax', description: 'The document is not valid' };
};
