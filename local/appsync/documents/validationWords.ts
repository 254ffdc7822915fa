/** AppSync's words for a validation error: its type and description. */
export interface Words {
  readonly type: string;
  readonly description: string;
}

type Rule = readonly [message: RegExp, type: string, description: string];

/**
 * What graphql-js says, and what AppSync says instead; `$1` is the first group of the pattern. The types are those of
 * graphql-java, which AppSync uses. An empty description marks an error in an argument's value: see `valueWords`.
 */
const rules: readonly Rule[] = [
  [/^Cannot query field "(\w+)" on type "(\w+)"/, 'FieldUndefined', "Field '$1' in type '$2' is undefined"],
  [/^Unknown argument "(\w+)" on field/, 'UnknownArgument', 'Unknown field argument $1'],
  [/^Unknown argument "(\w+)" on directive/, 'UnknownDirective', 'Unknown directive argument $1'],
  [/^Argument "[^"]*" of required type/, 'WrongType', ''],
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
  [/^Variable "\$\w+" of type "[^"]+" used in position/, 'VariableTypeMismatch', "Variable type doesn't match"],
  [/^Variable "\$\w+" cannot be non-input type/, 'NonInputTypeOnVariable', 'Wrong type for a variable'],
  [
    /^There can be only one variable named "\$(\w+)"/,
    'DuplicateVariableName',
    "There can be only one variable named '$1'",
  ],
  [/^Unknown type "(\w+)"/, 'UnknownType', 'Unknown type $1'],
  [/^Unknown fragment "(\w+)"/, 'UndefinedFragment', 'Undefined fragment $1'],
  [/^Fragment "(\w+)" is never used/, 'UnusedFragment', 'Unused fragment $1'],
  [/^Cannot spread fragment "/, 'FragmentCycle', 'Fragment cycles not allowed'],
  [
    /^There can be only one fragment named "(\w+)"/,
    'DuplicateFragmentName',
    "There can be only one fragment named '$1'",
  ],
  [
    /^Fragment (?:"\w+" )?cannot (?:be spread here|condition on)/,
    'InvalidFragmentType',
    'Fragment cannot be spread here: its type is not possible',
  ],
  [/^Fields "(\w+)" conflict because (.+?)\. Use different/s, 'FieldsConflict', '$1: $2'],
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
  [/^The directive "@(\w+)" can only be used once/, 'DuplicateDirectiveName', "Directive '$1' must be uniquely named"],
  [
    /^There can be only one argument named "(\w+)"/,
    'DuplicateArgumentNames',
    "There can be only one argument named '$1'",
  ],
  [/^This anonymous operation/, 'LoneAnonymousOperationViolation', 'Anonymous operation with other operations'],
  [
    /^There can be only one operation named "(\w+)"/,
    'DuplicateOperationName',
    "There can be only one operation named '$1'",
  ],
  [/definition is not executable/, 'NonExecutableDefinition', 'Only operations and fragments can be run'],
  [
    /^There can be only one input field named "(\w+)"/,
    'UniqueObjectFieldName',
    "There can be only one field named '$1'",
  ],
  [/^Too many validation errors/, 'InvalidSyntax', 'Too many validation errors'],
  // Documents that graphql-js gives up on because of their cost.
  [/^Validation aborted|^Maximum introspection depth/, 'InvalidSyntax', 'The query is too complex'],
];

/** Translates a message of graphql-js; undefined if no rule matches, or if it is about an argument's value. */
export const wordsFor = (message: string): Words | undefined => {
  for (const [pattern, type, description] of rules) {
    const match = pattern.exec(message);
    if (match) {
      if (description === '') return undefined;
      return { type, description: description.replace(/\$(\d)/g, (_, group) => match[Number(group)] ?? '') };
    }
  }
  return undefined;
};
