import { stages, type StageName } from '../../infra/config';
import { costOf, entriesOf, priceOf } from './amounts';
import { noted, prices, type Amounts } from './prices';
import { malwareScan, stageMonth, totalOf } from './stageMonth';
import { ways } from './ways';

const million = 1_000_000;

/** The tables of docs/cost.md as Markdown, by the names that mark their places. */
export const createTables = (): Readonly<Record<string, string>> => ({
  cycle: cycleTable(ways.asBuilt),
  ways: table(
    ['Way', 'Requests', 'USD per million files', 'Relative to the first'],
    [
      wayRow('Polling every 30 s, and a second read after the save', ways.polling),
      wayRow('Events instead of polling', ways.readingAgain),
      wayRow('And no second read: how clients send one file', ways.asBuilt),
      wayRow('And ten files in one request: how they send many', ways.tenAtOnce),
    ],
  ),
  month: monthTable(['dev', 'prod']),
  prices: table(
    ['What', 'USD', 'For', 'Page'],
    Object.values(prices).map(({ unit, usd, per, source }) => [unit, String(usd), per.toLocaleString('en'), source]),
  ),
  noted: `Noted on ${noted.at} for ${noted.region}.`,
});

const cycleTable = (amounts: Amounts): string => {
  const rows = entriesOf(amounts).map(([id, amount]) => [
    prices[id].unit,
    round(amount, 4),
    dollars(priceOf(id, amount) * million),
    share(priceOf(id, amount) / costOf(amounts)),
  ]);
  const sum = ['**Together**', '', `**${dollars(costOf(amounts) * million)}**`, ''];
  return table(['What', 'Per cycle', 'USD per million cycles', 'Share'], [...rows, sum]);
};

const wayRow = (name: string, amounts: Amounts): string[] => [
  name,
  round(amounts.appsyncRequest ?? 0, 1),
  dollars(costOf(amounts) * million),
  share(costOf(amounts) / costOf(ways.polling)),
];

const monthTable = (names: readonly StageName[]): string => {
  const months = names.map((name) => stageMonth(stages[name]));
  const lines = [...(months[0]?.keys() ?? [])].map((line) => [
    line,
    ...months.map((month) => dollars(costOf(month.get(line) ?? {}))),
  ]);
  return table(
    ['A month, USD', ...names.map((name) => `\`${name}\``)],
    [
      ...lines,
      ['**Together**', ...months.map((month) => `**${dollars(totalOf(month))}**`)],
      ['A malware scan of every upload would add', ...names.map((name) => dollars(costOf(malwareScan(stages[name]))))],
    ],
  );
};

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, index) => (index === 0 ? '---' : '--:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

const dollars = (usd: number): string => usd.toFixed(2);
const share = (part: number): string => `${Math.round(part * 100)} %`;
const round = (amount: number, digits: number): string => String(Number(amount.toFixed(digits)));
