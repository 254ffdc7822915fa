import type { Row } from './row';

const names = (...fields: string[]) => Object.fromEntries(fields.map((field) => [`#${field}`, field]));
const filter = (text: string, expression: string, expressionNames: object, expressionValues: object): Row => [
  `JSON.parse(util.transform.toDynamoDBFilterExpression(${text}))`,
  { expression, expressionNames, expressionValues },
  'recorded',
];
const single = (operators: string, expression: string, values: object): Row =>
  filter(`{ v: ${operators} }`, expression, names('v'), values);
const unrenderable = (text: string): Row => [`util.transform.toDynamoDBFilterExpression(${text})`, null, 'recorded'];
const [one, two, three] = [{ N: 1 }, { N: 2 }, { N: 3 }];

/** `util.transform.toDynamoDBFilterExpression`, in AppSync's spelling. */
export const filters: readonly Row[] = [
  ...Object.entries({ eq: '=', ne: '<>', lt: '<', le: '<=', gt: '>', ge: '>=' }).map(([operator, sign]) =>
    single(`{ ${operator}: "x" }`, `(#v ${sign} :v_${operator})`, { [`:v_${operator}`]: { S: 'x' } }),
  ),
  single('{ eq: 1.5 }', '(#v = :v_eq)', { ':v_eq': { N: 1.5 } }),
  single('{ eq: true }', '(#v = :v_eq)', { ':v_eq': { BOOL: true } }),
  single('{ eq: null }', '(#v = :v_eq)', { ':v_eq': { NULL: null } }),
  single('{ eq: { a: 1 } }', '(#v = :v_eq)', { ':v_eq': { M: { a: one } } }),
  single('{ eq: [1, 2] }', '(#v = :v_eq)', { ':v_eq': { L: [one, two] } }),
  single('{ contains: "x" }', '(contains(#v,:v_contains))', { ':v_contains': { S: 'x' } }),
  single('{ notContains: "x" }', '(NOT contains(#v,:v_notContains))', { ':v_notContains': { S: 'x' } }),
  single('{ beginsWith: "x" }', '(begins_with(#v,:v_beginsWith))', { ':v_beginsWith': { S: 'x' } }),
  single('{ between: [1, 3, 9] }', '(#v BETWEEN :v_between_start AND :v_between_end)', {
    ':v_between_start': one,
    ':v_between_end': three,
  }),
  single('{ in: ["a", "b"] }', '(#v IN (:v_in_0, :v_in_1))', { ':v_in_0': { S: 'a' }, ':v_in_1': { S: 'b' } }),
  single('{ in: [] }', '(null)', {}),
  single('{ attributeExists: true }', '(attribute_exists(#v))', {}),
  single('{ attributeExists: false }', '(attribute_not_exists(#v))', {}),
  ...Object.entries({
    _null: 'NULL',
    string: 'S',
    stringSet: 'SS',
    number: 'N',
    numberSet: 'NS',
    binary: 'B',
    binarySet: 'BS',
    boolean: 'BOOL',
    list: 'L',
    map: 'M',
  }).map(([name, code]) =>
    single(`{ attributeType: "${name}" }`, '(attribute_type(#v,:v_attributeType))', {
      ':v_attributeType': { S: code },
    }),
  ),
  single('{ size: { gt: 2 } }', '(size(#v) > :v_size_gt)', { ':v_size_gt': two }),
  single('{ size: { between: [1, 3] } }', '(size(#v) BETWEEN :v_size_between_start AND :v_size_between_end)', {
    ':v_size_between_start': one,
    ':v_size_between_end': three,
  }),
  single('{ size: { attributeExists: true } }', '(attribute_exists(size(#v)))', {}),
  single('{ size: { gt: 2, lt: 3 } }', '((size(#v) > :v_size_gt) AND (size(#v) < :v_size_lt))', {
    ':v_size_gt': two,
    ':v_size_lt': three,
  }),
  single('{ size: { size: { gt: 1 } } }', '(size(#v) > :v_size_size_gt)', { ':v_size_size_gt': one }),
  single('{ size: {} }', '', {}),
  single('{}', '', {}),
  single('{ ge: 1, le: 3 }', '((#v >= :v_ge) AND (#v <= :v_le))', { ':v_ge': one, ':v_le': three }),
  filter('{}', '', {}, {}),
  filter('{ a: { eq: 1 }, b: { eq: 2 } }', '(#a = :a_eq) AND (#b = :b_eq)', names('a', 'b'), {
    ':a_eq': one,
    ':b_eq': two,
  }),
  filter('{ a: { eq: 1 }, b: {} }', '(#a = :a_eq) AND ', names('a', 'b'), { ':a_eq': one }),
  filter('{ and: [] }', '', {}, {}),
  filter('{ and: [{ a: { eq: 1 } }] }', '(#a = :and_0_a_eq)', names('a'), { ':and_0_a_eq': one }),
  filter('{ and: [{ a: { eq: 1 } }, {}] }', '((#a = :and_0_a_eq) AND )', names('a'), { ':and_0_a_eq': one }),
  filter(
    '{ and: [{ a: { eq: 1 } }, { b: { eq: 2 } }] }',
    '((#a = :and_0_a_eq) AND (#b = :and_1_b_eq))',
    names('a', 'b'),
    { ':and_0_a_eq': one, ':and_1_b_eq': two },
  ),
  filter('{ or: [{ a: { eq: 1 } }, { b: { eq: 2 } }] }', '((#a = :or_0_a_eq) OR (#b = :or_1_b_eq))', names('a', 'b'), {
    ':or_0_a_eq': one,
    ':or_1_b_eq': two,
  }),
  filter('{ not: { a: { eq: 1 } } }', '(NOT (#a = :not_a_eq))', names('a'), { ':not_a_eq': one }),
  filter('{ not: { not: { a: { eq: 1 } } } }', '(NOT (NOT (#a = :not_not_a_eq)))', names('a'), {
    ':not_not_a_eq': one,
  }),
  filter('{ not: {} }', '(NOT )', {}, {}),
  filter(
    '{ not: { and: [{ a: { eq: 1 } }, { b: { eq: 2 } }] } }',
    '(NOT ((#a = :not_and_0_a_eq) AND (#b = :not_and_1_b_eq)))',
    names('a', 'b'),
    { ':not_and_0_a_eq': one, ':not_and_1_b_eq': two },
  ),
  filter(
    '{ or: [{ and: [{ a: { eq: 1 } }, { b: { eq: 2 } }] }, { c: { eq: 3 } }] }',
    '(((#a = :or_0_and_0_a_eq) AND (#b = :or_0_and_1_b_eq)) OR (#c = :or_1_c_eq))',
    names('a', 'b', 'c'),
    { ':or_0_and_0_a_eq': one, ':or_0_and_1_b_eq': two, ':or_1_c_eq': three },
  ),
  filter('{ a: { eq: 1 }, and: [{ b: { eq: 2 } }] }', '(#a = :a_eq) AND (#b = :and_0_b_eq)', names('a', 'b'), {
    ':a_eq': one,
    ':and_0_b_eq': two,
  }),
  filter('{ "a.b": { eq: 1 } }', '(#a.b = :a.b_eq)', names('a.b'), { ':a.b_eq': one }),
  ...[
    'null',
    '[]',
    '"string"',
    '{ v: { foo: 1 } }',
    '{ v: "x" }',
    '{ a: { b: { eq: 1 } } }',
    '{ and: { a: { eq: 1 } } }',
  ].map(unrenderable),
  ...[
    '{ and: null }',
    '{ and: [{ a: { eq: 1 } }, null] }',
    '{ not: [{ a: { eq: 1 } }] }',
    '{ v: { between: [1] } }',
  ].map(unrenderable),
  ...[
    '{ v: { between: "x" } }',
    '{ v: { in: "x" } }',
    '{ v: { attributeExists: "yes" } }',
    '{ v: { attributeType: "S" } }',
  ].map(unrenderable),
  ...['{ v: { attributeType: "constructor" } }', '{ v: { size: 3 } }', '{ v: { constructor: 1 } }', ''].map(
    unrenderable,
  ),
  [
    'util.transform.toDynamoDBConditionExpression({ and: [{ id: { attributeExists: false } }] })',
    '{"expression":"(attribute_not_exists(#id))","expressionNames":{"#id":"id"},"expressionValues":{}}',
    'recorded',
  ],
];
