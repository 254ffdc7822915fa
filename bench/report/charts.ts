import { init, type EChartsOption } from 'echarts';
import type { Result } from '../row';

/** The colours of docs/images: legible in GitHub's light and dark modes, since the picture has its own background. */
const ink = '#1f2937';
const bar = '#2563eb';
const mark = '#d97706';

const draw = (option: EChartsOption, height: number): string => {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: 860, height });
  chart.setOption({ animation: false, backgroundColor: '#ffffff', textStyle: { color: ink }, ...option });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
};

/** How many times its floor each row costs, on a logarithmic scale, with a line at the floor. */
export const ratioChart = (results: readonly Result[]): string => {
  const rows = results.filter(({ ratio }) => ratio !== undefined).reverse();
  return draw(
    {
      title: { text: 'Figure / floor', subtext: 'Both measured in the same run. 1 is the floor.', left: 'center' },
      grid: { left: 290, right: 60, top: 70, bottom: 40 },
      xAxis: { type: 'log', min: 0.5 },
      yAxis: { type: 'category', data: rows.map(({ name }) => name), axisLabel: { fontSize: 12 } },
      series: [
        {
          type: 'bar',
          data: rows.map(({ ratio = 1 }) => Number(ratio.toFixed(2))),
          itemStyle: { color: bar },
          label: { show: true, position: 'right', color: ink },
          markLine: {
            silent: true,
            symbol: 'none',
            label: { show: false },
            lineStyle: { color: mark },
            data: [{ xAxis: 1 }],
          },
        },
      ],
    },
    110 + 26 * rows.length,
  );
};

/** How the ratio to the floor changes with the number of files, subscriptions or clients. */
export const growthChart = (results: readonly Result[]): string => {
  const names = new Set(results.flatMap(({ growth }) => growth?.of ?? []));
  return draw(
    {
      title: { text: 'Cost / floor as numbers grow', left: 'center' },
      legend: { top: 44 },
      grid: { left: 60, right: 40, top: 90, bottom: 50 },
      xAxis: { type: 'log', min: 1, name: 'how many', nameLocation: 'middle', nameGap: 30 },
      yAxis: { type: 'value', min: 0 },
      series: [...names].map((name) => ({
        name,
        type: 'line' as const,
        symbolSize: 8,
        data: results.flatMap(({ growth, ratio = 1 }) =>
          growth?.of === name ? [[growth.at, Number(ratio.toFixed(2))]] : [],
        ),
      })),
    },
    420,
  );
};
