import { fails, type Row, type Source } from './row';

type Variables = Readonly<Record<string, unknown>>;

const made =
  (dialect: 'Pg' | 'MySQL') =>
  (expression: string, statement: string, values: readonly unknown[] = [], hints: Variables = {}): Row => [
    `rds.create${dialect}Statement(${expression})`,
    {
      statements: [statement],
      variableMap: Object.fromEntries(values.map((value, index) => [`:P${index}`, value])),
      variableTypeHintMap: hints,
    },
    'recorded',
  ];
const pg = made('Pg');
const mysql = made('MySQL');
const inferred = ([expression, expected]: Row): Row => [expression, expected, 'inferred'];
const where = (condition: string, body: string, values: readonly unknown[] = []): Row =>
  pg(`rds.select({ table: "persons", where: ${condition} })`, `SELECT * FROM "persons"${body}`, values);
const refused = (expression: string, message: string, source: Source = 'recorded'): Row => [
  `rds.createPgStatement(${expression})`,
  fails(message),
  source,
];
const refusedWhere = (condition: string, message: string): Row =>
  refused(`rds.select({ table: "persons", where: ${condition} })`, message);

/** `@aws-appsync/utils/rds`, with its oddities as recorded. */
export const statements: readonly Row[] = [
  pg('rds.select({ table: "domain.item" })', 'SELECT * FROM "domain"."item"'),
  mysql('rds.select({ table: "domain.item" })', 'SELECT * FROM `domain`.`item`'),
  pg('rds.select({ from: "persons" })', 'SELECT * FROM "persons"'),
  pg('rds.select({ table: { "public.persons": "p" } })', 'SELECT * FROM "p" as "public"."persons"'),
  pg(
    'rds.select({ table: "private.persons", columns: ["id", "persons.*"] })',
    'SELECT "id", "persons"."*" FROM "private"."persons"',
  ),
  pg('rds.select({ table: "persons", columns: [] })', 'SELECT FROM "persons"'),
  pg(
    'rds.select({ table: "UserGroup", where: { or: [{ name: { eq: "Stephane" } }, { id: { gt: 10 } }] }, limit: 10, offset: 1, columns: ["id", "name"], orderBy: [{ column: "name" }, { column: "id", dir: "DESC" }] })',
    'SELECT "id", "name" FROM "UserGroup" WHERE ("name" = :P0) OR ("id" > :P1) ORDER BY "name" ASC, "id" DESC LIMIT :P2 OFFSET :P3',
    ['Stephane', 10, 10, 1],
  ),
  pg('rds.select({ table: "a", limit: 0, offset: 0, orderBy: [] })', 'SELECT * FROM "a" LIMIT :P0 OFFSET :P1', [0, 0]),
  where('{}', ''),
  where('{ and: [{ or: [] }] }', ''),
  where('{ id: {} }', ''),
  where('{ name: { eq: "test" }, id: {} }', ' WHERE "name" = :P0 AND', ['test']),
  where('{ or: [{}, {}] }', ' WHERE  OR'),
  where('{ and: [{ name: { size: {} } }, { id: { eq: 1 } }] }', ' WHERE  AND ("id" = :P0)', [1]),
  where('{ id: { ge: 1, le: 9, ne: 5 } }', ' WHERE "id" >= :P0 AND "id" <= :P1 AND "id" != :P2', [1, 9, 5]),
  where(
    '{ and: [{ id: { eq: 1, gt: 0 } }, { name: { eq: "t" } }] }',
    ' WHERE ("id" = :P0 AND "id" > :P1) AND ("name" = :P2)',
    [1, 0, 't'],
  ),
  where(
    '{ and: [{ id: { eq: "1" } }], or: [{ id: { eq: "2" } }, { id: { eq: "3" } }], id: { eq: "4" } }',
    ' WHERE ("id" = :P0) AND ("id" = :P1) OR ("id" = :P2) AND "id" = :P3',
    ['1', '2', '3', '4'],
  ),
  where(
    '{ id: { eq: 1 }, and: [{ or: [{ d: { eq: false } }, { d: { attributeExists: false } }] }] }',
    ' WHERE "id" = :P0 AND (("d" = :P1) OR ("d" IS NULL))',
    [1, false],
  ),
  ...[
    where(
      '{ not: [{ name: { eq: "Stephane" } }, { id: { gt: 10 } }], age: { lt: 9 } }',
      ' WHERE NOT (("name" = :P0) AND ("id" > :P1)) AND "age" < :P2',
      ['Stephane', 10, 9],
    ),
    where('{ not: [{}] }', ''),
    where('{ not: [{ id: { eq: 1 } }] }', ' WHERE NOT (("id" = :P0))', [1]),
  ].map(inferred),
  where('{ name: { contains: "test" } }', ' WHERE "name" LIKE :P0', ['%test%']),
  where('{ name: { notContains: "test" } }', ' WHERE "name" NOT LIKE :P0', ['test']),
  where('{ name: { beginsWith: "a%b" } }', ' WHERE "name" LIKE :P0', ['a%b%']),
  where('{ age: { between: [null, 65] } }', ' WHERE "age" BETWEEN NULL AND :P0', [65]),
  where('{ name: { size: { eq: 3, gt: 1 } } }', ' WHERE LENGTH ("name") = :P0 AND LENGTH ("name") > :P1', [3, 1]),
  where('{ name: { size: { between: [2, 8] } } }', ' WHERE LENGTH ("name") BETWEEN :P0 AND :P1', [2, 8]),
  where('{ name: { size: { eq: null } } }', ' WHERE LENGTH ("name") = NULL'),
  where('rds.sql`id = ${1}`', ' WHERE id = :P0', [1]),
  mysql('rds.insert({ table: "persons", values: { name: "test" } })', 'INSERT INTO `persons` (`name`) VALUES (:P0)', [
    'test',
  ]),
  pg(
    'rds.insert({ table: "p", values: { name: "t", country: null }, returning: "*" })',
    'INSERT INTO "p" ("name", "country") VALUES (:P0, NULL) RETURNING *',
    ['t'],
  ),
  pg(
    'rds.insert({ table: "p", values: { active: false, score: 0 } })',
    'INSERT INTO "p" ("active", "score") VALUES (:P0, :P1)',
    [false, 0],
  ),
  pg(
    'rds.insert({ table: "p", values: { id: rds.typeHint.UUID("0e0d") } })',
    'INSERT INTO "p" ("id") VALUES (:P0)',
    ['0e0d'],
    { ':P0': 'UUID' },
  ),
  ...[
    pg(
      'rds.insert({ table: "p", values: { v: rds.typeHint.DECIMAL("1.5") } })',
      'INSERT INTO "p" ("v") VALUES (:P0)',
      ['1.5'],
      { ':P0': 'DECIMAL' },
    ),
    pg(
      'rds.insert({ table: "p", values: { v: rds.typeHint.JSON("{}") } })',
      'INSERT INTO "p" ("v") VALUES (:P0)',
      ['{}'],
      { ':P0': 'JSON' },
    ),
    pg(
      'rds.insert({ table: "p", values: { v: rds.typeHint.TIMESTAMP("2026-01-02 12:00:00") } })',
      'INSERT INTO "p" ("v") VALUES (:P0)',
      ['2026-01-02 12:00:00'],
      { ':P0': 'TIMESTAMP' },
    ),
    pg(
      'rds.insert({ table: "p", values: { v: rds.typeHint.TIME("12:00:00") } })',
      'INSERT INTO "p" ("v") VALUES (:P0)',
      ['12:00:00'],
      { ':P0': 'TIME' },
    ),
    pg(
      'rds.insert({ table: "p", values: { v: rds.typeHint.DATE("2026-01-02") } })',
      'INSERT INTO "p" ("v") VALUES (:P0)',
      ['2026-01-02'],
      { ':P0': 'DATE' },
    ),
    pg('rds.select({ table: "p", columns: [rds.agg.max("a.b")] })', 'SELECT MAX("a"."b") FROM "p"', []),
    pg(
      'rds.select({ table: "p", columns: ["c", rds.agg.maxDistinct("a")] })',
      'SELECT "c", MAX(DISTINCT "a") FROM "p"',
      [],
    ),
    pg('rds.select({ table: "p", columns: [rds.agg.min("a.b")] })', 'SELECT MIN("a"."b") FROM "p"', []),
    pg(
      'rds.select({ table: "p", columns: ["c", rds.agg.minDistinct("a")] })',
      'SELECT "c", MIN(DISTINCT "a") FROM "p"',
      [],
    ),
    pg('rds.select({ table: "p", columns: [rds.agg.count("a.b")] })', 'SELECT COUNT("a"."b") FROM "p"', []),
    pg(
      'rds.select({ table: "p", columns: ["c", rds.agg.countDistinct("a")] })',
      'SELECT "c", COUNT(DISTINCT "a") FROM "p"',
      [],
    ),
    pg('rds.select({ table: "p", columns: [rds.agg.avg("a.b")] })', 'SELECT AVG("a"."b") FROM "p"', []),
    pg(
      'rds.select({ table: "p", columns: ["c", rds.agg.avgDistinct("a")] })',
      'SELECT "c", AVG(DISTINCT "a") FROM "p"',
      [],
    ),
    pg('rds.select({ table: "p", columns: [rds.agg.sum("a.b")] })', 'SELECT SUM("a"."b") FROM "p"', []),
    pg(
      'rds.select({ table: "p", columns: ["c", rds.agg.sumDistinct("a")] })',
      'SELECT "c", SUM(DISTINCT "a") FROM "p"',
      [],
    ),
    pg('rds.select({ table: "p", columns: [rds.agg.count("*")] })', 'SELECT COUNT(*) FROM "p"', []),
  ].map(inferred),
  pg(
    'rds.update({ table: "p", values: { name: "t" }, where: rds.sql`id = ${1}` })',
    'UPDATE "p" SET "name" = :P0 WHERE id = :P1',
    ['t', 1],
  ),
  pg('rds.update({ table: "p", values: {}, where: { id: { eq: 1 } } })', 'UPDATE "p" SET WHERE "id" = :P0', [1]),
  pg(
    'rds.remove({ table: "p", where: { id: { eq: 1 } }, returning: [] })',
    'DELETE FROM "p" WHERE "id" = :P0 RETURNING',
    [1],
  ),
  [
    'rds.createPgStatement(rds.sql`insert into Post(id, text) values(${rds.typeHint.UUID("u")}, ${"t"})`, rds.sql`select * from Post where id = ${"u"}`)',
    {
      statements: ['insert into Post(id, text) values(:P0, :P1)', 'select * from Post where id = :P2'],
      variableMap: { ':P0': 'u', ':P1': 't', ':P2': 'u' },
      variableTypeHintMap: { ':P0': 'UUID' },
    },
    'recorded',
  ],
  [
    'rds.createMySQLStatement("UPDATE x")',
    { statements: ['UPDATE x'], variableMap: {}, variableTypeHintMap: {} },
    'recorded',
  ],
  refused('', 'An argument is expected to be passed to createPgStatement'),
  refused('JSON.parse("123")', 'Unsupported type is passed as argument to createPgStatement'),
  refused('{ type: "BOGUS", properties: {} }', 'Unsupported type is passed as argument to createPgStatement'),
  refused('rds.select(null)', 'Expected payload to be an Object.'),
  refused('rds.select({ columns: ["id"] })', `'table' or 'from' key is required.`),
  refused('rds.select({ from: "a", table: "b" })', `'from' and 'table' keys cannot be used together`),
  refused('rds.select({ table: { a: "x", b: "y" } })', 'table alias is allowed only one key-value pair.'),
  refused('rds.select({ table: {} })', 'java.util.NoSuchElementException'),
  refused('rds.select({ table: ["persons"] })', 'table name is expected to be a string or alias.'),
  refused('rds.select({ table: "p", columns: "name" })', 'Expected column to be * or an array.'),
  refused('rds.select({ table: "p", columns: ["name", null] })', 'Invalid type in column array.'),
  refused(
    'rds.select({ table: "p", orderBy: [{ column: "id", dir: "; DROP TABLE p" }] })',
    'orderBy dir can have either ASC or DESC found ; DROP TABLE p.',
  ),
  refused('rds.select({ table: "p", orderBy: [{}] })', 'orderBy item expected to have property column.'),
  refused('rds.select({ table: "p", limit: "abc" })', 'limit expects a number.'),
  refused('rds.insert({ table: "p" })', 'values are expected to be passed to insert'),
  refused('rds.insert({ table: "p", values: [1] })', 'Expected values to an Object.'),
  refused('rds.select({ table: "p", join: [] })', 'join is not supported here.', 'inferred'),
  [
    'rds.createMySQLStatement(rds.remove({ table: "p", returning: "*" }))',
    fails('returning is not supported in MySQL.'),
    'recorded',
  ],
  refusedWhere('"id = 1"', 'WHERE values are expected to be SQL templates or a condition object.'),
  refusedWhere('{ name: null }', 'Expected condition to be an Object.'),
  refusedWhere('{ and: "nope" }', 'and expects conditions to be an array'),
  [
    'rds.createPgStatement(rds.select({ table: "p", where: { not: {} } }))',
    fails('not expects conditions to be an array'),
    'inferred',
  ],
  ...['undefined', 'null', '"{"', '"[]"', '{ sqlStatementResults: 1 }'].map((text): Row => [
    `rds.toJsonObject(${text})`,
    null,
    'documented',
  ]),
  refusedWhere('{ and: [rds.sql`id = ${1}`] }', 'Expected and to be an Object.'),
  refusedWhere('{ name: { bogus: 1 } }', 'Unsupported condition name.bogus.'),
  refusedWhere('{ id: { eq: null } }', `Value for id.eq can't be null.`),
  refusedWhere('{ name: { attributeExists: 0 } }', 'name.attributeExists expects a boolean value to be passed.'),
  refusedWhere('{ name: { contains: 5 } }', 'name.contains expects a string value to be passed.'),
  refusedWhere('{ age: { between: 5 } }', 'age.between condition expects an array with length of 2.'),
  refusedWhere(
    '{ name: { size: { between: [1] } } }',
    'name.size condition expects an array with 2 values but received an array with length 1.',
  ),
  refusedWhere('{ name: { size: { contains: "x" } } }', 'name.size has invalid size operator.'),
];
