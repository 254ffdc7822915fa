import { describe, expect, it } from 'vitest';
import { createPreparer } from '../../../../local/appsync/documents/createPreparer';
import { buildApiSchema } from '../../../../local/appsync/schema/buildApiSchema';

const schema = buildApiSchema(`
  scalar AWSEmail
  scalar AWSJSON
  enum Size { S M }
  input NoteInput { title: String! size: Size tags: [String!] nested: NoteInput mail: AWSEmail extra: AWSJSON }
  type Note { id: ID! title: String! author: Author notes: [Note!]! }
  type Author { name: String tags: [String!]! age: Int! }
  union Any = Note | Author
  type Query {
    note(id: ID!): Note
    any: Any
    notes(input: NoteInput, limit: Int, inputs: [NoteInput!], sizes: [Float!]): [Note!]!
  }
  type Subscription { onNote: Note }
`);
const prepare = createPreparer(schema, { introspection: true });
const prepareClosed = createPreparer(schema, { introspection: false });

/** Errors with AppSync's messages. Rows marked R were recorded from AppSync, the others are graphql-java's. */
const rows = [
  // R: graphql/graphql-over-http#81
  ['{badfield}', "FieldUndefined: Field 'badfield' in type 'Query' is undefined @ 'badfield'", 1, 2],
  [
    'query Named { note(id: 1) { nope } }',
    "FieldUndefined: Field 'nope' in type 'Note' is undefined @ 'note/nope'",
    1,
    29,
  ],
  ['{ x: note(id: 1) { y: nope } }', "FieldUndefined: Field 'nope' in type 'Note' is undefined @ 'note/nope'", 1, 20],
  [
    '{ note(id: 1) { ...F } } fragment F on Note { nope }',
    "FieldUndefined: Field 'nope' in type 'Note' is undefined @ 'F/nope'",
    1,
    47,
  ],
  // R
  ['{ note(id: 1, page: 2) { id } }', "UnknownArgument: Unknown field argument page @ 'note'", 1, 15],
  // R: amplify-js#7435
  ['{ note { id } }', "MissingFieldArgument: Missing field argument id @ 'note'", 1, 3],
  // R: amplify-android#702
  [
    '{ note(id: 1) { author } }',
    "SubSelectionRequired: Sub selection required for type Author of field author @ 'note/author'",
    1,
    17,
  ],
  // R: amplify-cli#1296
  [
    '{ note(id: 1) { id { x } } }',
    "SubSelectionNotAllowed: Sub selection not allowed on leaf type ID of field id @ 'note/id'",
    1,
    20,
  ],
  ['{ notes { id } note }', "SubSelectionRequired: Sub selection required for type Note of field note @ 'note'", 1, 16],
  // R, at the argument as in aws-mobile-appsync-sdk-js#554
  [
    '{ notes(limit: "a") { id } }',
    "WrongType: argument 'limit' with value 'StringValue{value='a'}' is not a valid 'Int' @ 'notes'",
    1,
    9,
  ],
  [
    '{ notes(limit: 1.5) { id } }',
    "WrongType: argument 'limit' with value 'FloatValue{value=1.5}' is not a valid 'Int' @ 'notes'",
    1,
    9,
  ],
  // R
  [
    '{ notes(input: {title: "t", mail: "x"}) { id } }',
    "WrongType: argument 'input.mail' with value 'StringValue{value='x'}' is not a valid 'AWSEmail' @ 'notes'",
    1,
    9,
  ],
  [
    '{ notes(input: {title: "t", size: XL}) { id } }',
    "WrongType: argument 'input.size' with value 'EnumValue{name='XL'}' is not a valid 'Size' @ 'notes'",
    1,
    9,
  ],
  [
    '{ notes(input: {title: "t", tags: ["a", 7]}) { id } }',
    "WrongType: argument 'input.tags[1]' with value 'IntValue{value=7}' is not a valid 'String' @ 'notes'",
    1,
    9,
  ],
  // R: aws-appsync-community#273
  [
    '{ notes(input: {tags: ["test"]}) { id } }',
    "WrongType: argument 'input' with value 'ObjectValue{objectFields=[ObjectField{name='tags', value=ArrayValue{values=[StringValue{value='test'}]}}]}' is missing required fields '[title]' @ 'notes'",
    1,
    9,
  ],
  // R
  [
    '{ notes(input: {title: "t", nope: 1}) { id } }',
    "WrongType: argument 'input' with value 'ObjectValue{objectFields=[ObjectField{name='title', value=StringValue{value='t'}}, ObjectField{name='nope', value=IntValue{value=1}}]}' contains a field not in 'NoteInput': 'nope' @ 'notes'",
    1,
    9,
  ],
  [
    '{ notes(input: {title: "t", nested: {nope: 1}}) { id } }',
    "WrongType: argument 'input.nested' with value 'ObjectValue{objectFields=[ObjectField{name='title', value=StringValue{value='t'}}, ObjectField{name='nested', value=ObjectValue{objectFields=[ObjectField{name='nope', value=IntValue{value=1}}]}}]}' is missing required fields '[title]' @ 'notes'",
    1,
    9,
  ],
  [
    '{ notes(inputs: [{title: "t"}, 7]) { id } }',
    "WrongType: argument 'inputs[1]' with value 'ArrayValue{values=[ObjectValue{objectFields=[ObjectField{name='title', value=StringValue{value='t'}}]}, IntValue{value=7}]}' must be an object type @ 'notes'",
    1,
    9,
  ],
  ['{ note(id: null) { id } }', "WrongType: argument 'id' with value 'NullValue{}' must not be null @ 'note'", 1, 8],
  [
    '{ notes @include(if: "yes") { id } }',
    "WrongType: argument 'if' with value 'StringValue{value='yes'}' is not a valid 'Boolean' @ 'notes'",
    1,
    18,
  ],
  [
    'query ($l: Int = {a: 1}) { note(id: "1") { id } notes(limit: $l) { id } }',
    "BadValueForDefaultArg: Bad default value ObjectValue{objectFields=[ObjectField{name='a', value=IntValue{value=1}}]} for type Int",
    1,
    8,
  ],
  [
    'query ($s: [Float!] = ["a"]) { notes(sizes: $s) { id } }',
    "BadValueForDefaultArg: Bad default value ArrayValue{values=[StringValue{value='a'}]} for type null",
    1,
    8,
  ],
  [
    'query ($l: Int! = 20) { notes(limit: $l) { id } }',
    'DefaultForNonNullArgument: Missing value for non null type',
    1,
    8,
  ],
  ['{ note(id: $id) { id } }', "UndefinedVariable: Undefined variable id @ 'note'", 1, 12],
  ['query ($id: ID!) { notes { id } }', 'UnusedVariable: Unused variable id', 1, 8],
  // R: amplify-swift, GraphQLLazyLoadProjectTeam1Tests.swift
  [
    'query ($id: String!) { note(id: $id) { id } }',
    "VariableTypeMismatch: Variable type 'String!' doesn't match expected type 'ID!' @ 'note'",
    1,
    33,
  ],
  ['query ($n: Note) { notes(limit: $n) { id } }', 'NonInputTypeOnVariable: Wrong type for a variable', 1, 12],
  ['query ($n: Nope) { notes(limit: $n) { id } }', 'UnknownType: Unknown type Nope', 1, 12],
  ['{ ...Nope }', 'UndefinedFragment: Undefined fragment Nope', 1, 6],
  ['{ notes { id } } fragment F on Note { id }', 'UnusedFragment: Unused fragment F', 1, 18],
  ['{ notes { ...F } } fragment F on Note { ...F }', "FragmentCycle: Fragment cycles not allowed @ 'F'", 1, 41],
  [
    '{ notes { ... on Query { __typename } } }',
    "InvalidFragmentType: Fragment cannot be spread here as objects of type Note can never be of type Query @ 'notes'",
    1,
    11,
  ],
  [
    '{ notes { ...F } } fragment F on Query { __typename }',
    "InvalidFragmentType: Fragment F cannot be spread here as objects of type Note can never be of type Query @ 'notes'",
    1,
    11,
  ],
  [
    '{ notes { ... on Size { id } } }',
    "InlineFragmentTypeConditionInvalid: Inline fragment type condition is invalid, must be on Object/Interface/Union @ 'notes'",
    1,
    18,
  ],
  [
    '{ notes { ...F } } fragment F on Size { id }',
    "FragmentTypeConditionInvalid: Fragment type condition is invalid, must be on Object/Interface/Union @ 'F'",
    1,
    34,
  ],
  ['{ notes @nope { id } }', "UnknownDirective: Unknown directive nope @ 'notes'", 1, 9],
  ['query @skip(if: true) { notes { id } }', 'MisplacedDirective: Directive skip not allowed here', 1, 7],
  ['{ notes @skip { id } }', "MissingDirectiveArgument: Missing directive argument if @ 'notes'", 1, 9],
  [
    '{ notes { id } } query A { notes { id } }',
    'LoneAnonymousOperationViolation: Operation A is following anonymous operation.',
    1,
    18,
  ],
  [
    'query A { notes { id } } { notes { id } }',
    'LoneAnonymousOperationViolation: Anonymous operation with other operations.',
    1,
    26,
  ],
  [
    '{ notes(input: {title: "a", title: "b"}) { id } }',
    "UniqueObjectFieldName: There can be only one field named 'title' @ 'notes'",
    1,
    29,
  ],
  [
    '{ notes(sizes: [1, 1e400]) { id } }',
    "WrongType: argument 'sizes[1]' with value 'FloatValue{value=1e400}' is not a valid 'Float' @ 'notes'",
    1,
    9,
  ],
  [
    `{ notes(sizes: 1${'0'.repeat(309)}) { id } }`,
    `WrongType: argument 'sizes' with value 'IntValue{value=1${'0'.repeat(309)}}' is not a valid 'Float' @ 'notes'`,
    1,
    9,
  ],
  [
    'query ($f: Float = -1e400) { notes(sizes: [$f]) { id } }',
    'BadValueForDefaultArg: Bad default value FloatValue{value=-1e400} for type Float',
    1,
    8,
  ],
  ['type X { id: ID } { notes { id } }', 'NonExecutableDefinition: The X definition is not executable.', 1, 1],
] as const;

describe('a document that breaks a rule', () => {
  it.each(rows)('is refused in AppSync’s words: %s', (query, words, line, column) => {
    const [error] = prepare(query).errors;

    expect(error).toEqual({
      path: null,
      locations: [{ line, column, sourceName: null }],
      message: `Validation error of type ${words}`,
    });
  });

  it.each([
    ['{ a: notes { id } a: note(id: 1) { id } }', 'a: notes and note are different fields', [3, 19]],
    [
      '{ any { ... on Note { a: title } ... on Author { a: name } } }',
      "a: fields have different nullability shapes @ 'any'",
      [23, 50],
    ],
    [
      '{ any { ... on Note { a: title } ... on Author { a: tags } } }',
      "a: fields have different list shapes @ 'any'",
      [23, 50],
    ],
    [
      '{ any { ... on Note { a: title } ... on Author { a: age } } }',
      "a: they return differing types String and Int @ 'any'",
      [23, 50],
    ],
    ['{ a: notes { id } a: notes(limit: 1) { id } }', 'a: they have differing arguments', [3, 19]],
    [
      '{ n: note(id: 1) { a: id } n: note(id: 1) { a: title } }',
      'n: (a: id and title are different fields)',
      [3, 20, 28, 45],
    ],
    [
      '{ n: note(id: 1) { a: id b: id } n: note(id: 1) { a: title b: title } }',
      'n: (a: id and title are different fields, b: id and title are different fields)',
      [3, 20, 26, 34, 51, 60],
    ],
  ])('is told of every field that conflicts: %s', (query, words, columns) => {
    expect(prepare(query).errors).toEqual([
      {
        path: null,
        locations: columns.map((column) => ({ line: 1, column, sourceName: null })),
        message: `Validation error of type FieldsConflict: ${words}`,
      },
    ]);
  });

  it('is told of only the first fault of an argument', () => {
    const { errors } = prepare('{ notes(input: {size: XL, tags: [1, 2]}, limit: "a") { id } }');

    expect(errors.map(({ message }) => /argument '\w+'/.exec(message)?.[0])).toEqual([
      "argument 'input'",
      "argument 'limit'",
    ]);
  });

  it('is told once of a number that fits no number type', () => {
    expect(prepare('{ notes(limit: 1e400) { id } }').errors).toHaveLength(1);
  });

  it.each(['"null"', '"{}"', '"[0]"', '"false"'])('is not one with any JSON for AWSJSON: %s', (extra) => {
    const query = `query Q($extra: AWSJSON = ${extra}) {
  notes(input: { title: "a", extra: ${extra} }) { id }
  more: notes(input: { title: "a", extra: $extra }) { id }
}`;

    expect(prepare(query).errors).toEqual([]);
  });

  it('never has its fields guessed', () => {
    const text = JSON.stringify(prepare('{ notess { id } note(idd: 1) { titel } }').errors);

    expect(text).not.toMatch(/did you mean|title|"notes"/i);
  });

  it('is given up when its check would cost too much', () => {
    const [error] = prepare(`{ ${'notes { id } '.repeat(700)} }`).errors;

    expect(error?.message).toBe('Validation error of type InvalidSyntax: The query is too complex');
  });

  it('is remembered like one that runs', () => {
    expect(prepare('{ again }')).toBe(prepare('{ again }'));
    expect(prepare('{ notes { id } }')).toBe(prepare('{ notes { id } }'));
  });
});

describe('a condition', () => {
  it.each([
    ['subscription { onNote @include(if: false) { id } }', 'onNote', 23],
    ['subscription S($a: Boolean!) { onNote @skip(if: $a) { id } }', 'onNote', 39],
    ['query Q { notes { id } } subscription S($a: Boolean!) { onNote @skip(if: $a) { id } }', 'onNote', 64],
    ['subscription { ... @include(if: true) { onNote { id } } }', undefined, 20],
    ['subscription { ...F } fragment F on Subscription { onNote @skip(if: true) { id } ...F }', 'F/onNote', 59],
  ])('may not be on the field of a subscription: %s', (query, place, column) => {
    const type = 'ForbidSkipAndIncludeOnSubscriptionRoot';
    const words = 'Subscription operation must not use @skip or @include directives in the top level selection';

    expect(prepare(query).errors).toEqual([
      {
        path: null,
        locations: [{ line: 1, column, sourceName: null }],
        message: `Validation error of type ${type}: ${words}${place ? ` @ '${place}'` : ''}`,
      },
    ]);
  });

  it('may be on what a subscription asks of its field', () => {
    const query = 'subscription ($a: Boolean!) { onNote { id @include(if: $a) ...F @skip(if: $a) } }';

    expect(prepare(`${query} fragment F on Note { title @include(if: false) }`).errors).toEqual([]);
  });
});

describe('introspection', () => {
  const queries = ['{ __schema { types { name } } }', '{ __type(name: "Note") { name } }'];

  it.each(queries)('answers when it is on: %s', (query) => {
    expect(prepare(query).errors).toEqual([]);
  });

  it.each(queries)('is a field that does not exist when it is off: %s', (query) => {
    const field = /__\w+/.exec(query)?.[0];

    expect(prepareClosed(query).errors).toEqual([
      {
        path: null,
        locations: [{ line: 1, column: 3, sourceName: null }],
        message: `Validation error of type FieldUndefined: Field '${field}' in type 'Query' is undefined @ '${field}'`,
      },
    ]);
  });

  it('leaves __typename alone', () => {
    expect(prepareClosed('{ __typename notes { __typename } }').errors).toEqual([]);
  });
});
