import type { Row, Source } from './row';

type Groups = readonly (readonly [string, string, unknown])[][];

const row = (args: string, groups: Groups, source: Source): Row => [
  `util.transform.toSubscriptionFilter(${args})`,
  {
    filterGroup: groups.map((group) => ({
      filters: group.map(([fieldName, operator, value]) => ({ fieldName, operator, value })),
    })),
  },
  source,
];
const filter = (args: string, ...groups: Groups): Row => row(args, groups, 'recorded');

/** The page's example, in which two fields are ignored. */
const ignoring =
  '{ p: { lte: 50, gte: 20 }, and: [{ t: { ne: "B" } }, { d: { gt: 20 } }], or: [{ u: { eq: "A" } }, { i: { eq: false } }] }, ["p", "u"]';

/** `util.transform.toSubscriptionFilter` and `toElasticsearchQueryDSL`. */
export const subscriptions: readonly Row[] = [
  filter('{ a: { eq: 1 } }', [['a', 'eq', 1]]),
  filter('{ a: { eq: 1 }, b: { eq: 2 } }', [
    ['a', 'eq', 1],
    ['b', 'eq', 2],
  ]),
  filter('{ and: [{ a: { eq: 1 } }, { b: { eq: 2 } }] }', [
    ['a', 'eq', 1],
    ['b', 'eq', 2],
  ]),
  filter('{ z: { eq: 0 }, and: [{ a: { eq: 1 } }] }', [
    ['z', 'eq', 0],
    ['a', 'eq', 1],
  ]),
  filter('{ "loc.addr.country": { eq: "USA" } }', [['loc.addr.country', 'eq', 'USA']]),
  filter('{ a: { eq: 1, ne: 2 } }', [['a', 'eq', 1]], [['a', 'ne', 2]]),
  filter('{ or: [{ a: { eq: 1 } }, { b: { eq: 2 } }] }', [['a', 'eq', 1]], [['b', 'eq', 2]]),
  filter(
    '{ and: [{ a: { eq: 1 } }, { or: [{ b: { eq: 2 } }, { c: { eq: 3 } }] }] }',
    [
      ['a', 'eq', 1],
      ['b', 'eq', 2],
    ],
    [
      ['a', 'eq', 1],
      ['c', 'eq', 3],
    ],
  ),
  filter(
    '{ p: { lte: 50, gte: 20 }, and: [{ t: { ne: "B" } }, { d: { gt: 2000 } }], or: [{ u: { eq: "A" } }, { i: { eq: false } }] }',
    [
      ['p', 'lte', 50],
      ['t', 'ne', 'B'],
      ['d', 'gt', 2000],
      ['u', 'eq', 'A'],
    ],
    [
      ['p', 'lte', 50],
      ['t', 'ne', 'B'],
      ['d', 'gt', 2000],
      ['i', 'eq', false],
    ],
    [
      ['p', 'gte', 20],
      ['t', 'ne', 'B'],
      ['d', 'gt', 2000],
      ['u', 'eq', 'A'],
    ],
    [
      ['p', 'gte', 20],
      ['t', 'ne', 'B'],
      ['d', 'gt', 2000],
      ['i', 'eq', false],
    ],
  ),
  filter('{ a: { bogus: 1 } }', [['a', 'bogus', 1]]),
  filter('{ not: { a: { eq: 1 } } }', [['not', 'a', { eq: 1 }]]),
  filter('{ a: { in: [1, 2] }, b: { notIn: ["x"] } }', [
    ['a', 'in', [1, 2]],
    ['b', 'notIn', ['x']],
  ]),
  filter('{ a: { eq: 1 }, b: { eq: 2 } }, ["a"]', [['b', 'eq', 2]]),
  filter('{ a: { eq: 1 }, and: [{ b: { eq: 2 } }] }, ["b"]', [['a', 'eq', 1]]),
  filter(
    '{ a: { eq: 1 } }, [], { r1: { gte: 250 }, r2: { eq: "p" } }',
    [
      ['a', 'eq', 1],
      ['r1', 'gte', 250],
    ],
    [
      ['a', 'eq', 1],
      ['r2', 'eq', 'p'],
    ],
  ),
  filter('{}, [], { r1: { eq: 1 } }', [['r1', 'eq', 1]]),
  row(
    ignoring,
    [
      [
        ['t', 'ne', 'B'],
        ['d', 'gt', 20],
        ['i', 'eq', false],
      ],
    ],
    'documented',
  ),
  row(
    `${ignoring}, { r: { gte: 250 }, u: { eq: "P" } }`,
    [
      [
        ['t', 'ne', 'B'],
        ['d', 'gt', 20],
        ['i', 'eq', false],
        ['r', 'gte', 250],
      ],
      [
        ['t', 'ne', 'B'],
        ['d', 'gt', 20],
        ['i', 'eq', false],
        ['u', 'eq', 'P'],
      ],
    ],
    'documented',
  ),
  filter('{}'),
  filter('{ a: {} }'),
  filter('{ and: [] }'),
  ...['null', '', '[]', `'{"a":{"eq":1}}'`].map((text): Row => [
    `util.transform.toSubscriptionFilter(${text})`,
    null,
    'recorded',
  ]),
  [
    'JSON.parse(util.transform.toElasticsearchQueryDSL({ upvotes: { ne: 15, range: [10, 20] }, title: { eq: "hihihi", wildcard: "h*i" } }))',
    {
      bool: {
        must: [
          {
            bool: {
              must: [{ bool: { must_not: { term: { upvotes: 15 } } } }, { range: { upvotes: { gte: 10, lte: 20 } } }],
            },
          },
          { bool: { must: [{ term: { title: 'hihihi' } }, { wildcard: { title: 'h*i' } }] } },
        ],
      },
    },
    'documented',
  ],
  [
    'JSON.parse(util.transform.toElasticsearchQueryDSL({ a: { exists: false } }))',
    { bool: { must_not: { exists: { field: 'a' } } } },
    'inferred',
  ],
  ['util.transform.toElasticsearchQueryDSL({ a: { bogus: 1 } })', null, 'inferred'],
];
