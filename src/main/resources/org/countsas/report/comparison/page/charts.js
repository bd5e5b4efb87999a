// Draws the charts of the report as pictures (SVG) that scale with the page, take its colours and print as they are.
(() => {
  'use strict';
  const data = JSON.parse(document.getElementById('charts').textContent);
  const WIDTH = 960;
  const INK = 'var(--text)', QUIET = 'var(--quiet)', LINE = 'var(--line)';
  const SERIES = [...Array(14).keys()].map(i => `var(--series-${i + 1})`);
  const FONT = getComputedStyle(document.body).fontFamily;
  const inUnit = yen => yen / data.unit.size;
  const text = (size = 13, color = INK) => ({fontSize: size, color, fontFamily: FONT});

  const amounts = extra => ({
    type: 'value', name: data.unit.name, nameLocation: 'end', nameTextStyle: text(12, QUIET),
    axisLabel: {...text(12, QUIET), formatter: value => inUnit(value).toLocaleString('en-US', {maximumFractionDigits: 2}), hideOverlap: true},
    axisLine: {show: false}, axisTick: {show: false}, splitLine: {lineStyle: {color: LINE}}, ...extra,
  });
  const names = (list, extra) => ({
    type: 'category', data: list, axisLabel: {...text(), interval: 0, width: 230, overflow: 'break', lineHeight: 16},
    axisLine: {lineStyle: {color: LINE}}, axisTick: {show: false}, inverse: true, ...extra,
  });
  // The next round number: 1, 2 or 5 and a power of ten, a few of which make the whole.
  const roof = amount => {
    const rough = inUnit(amount) / 5;
    const power = 10 ** Math.floor(Math.log10(rough || 1));
    const step = [1, 2, 5, 10].map(n => n * power).find(n => n >= rough);
    return {max: Math.ceil(inUnit(amount) / step - 1e-9) * step * data.unit.size, interval: step * data.unit.size};
  };
  const base = {animation: false, textStyle: text()};
  const unseen = {color: 'transparent'};

  // Where totals stand and what each step adds or takes; behind a total, its range. If the steps are small beside the totals, the
  // axis begins further up, and says so.
  const waterfall = chart => {
    const bars = chart.bars;
    const ends = bars.flatMap(bar => bar.total ? [bar.low, bar.to, bar.high] : [bar.from, bar.to]);
    const lowest = Math.min(...ends), highest = Math.max(...ends);
    const cut = lowest > 0 && highest - lowest < 0.4 * highest;
    const {interval} = roof(cut ? (highest - lowest) * 1.2 : highest);
    const min = cut ? Math.max(0, Math.floor(lowest / interval - 0.5) * interval) : Math.min(0, Math.floor(lowest / interval) * interval);
    const max = Math.ceil(highest / interval - 1e-9) * interval;
    const start = bar => bar.total ? Math.max(min, Math.min(0, bar.to)) : Math.min(bar.from, bar.to);
    const size = bar => bar.total ? Math.abs(bar.to - start(bar)) : Math.abs(bar.to - bar.from);
    return {
      ...base,
      grid: {left: 250, right: 120, top: 36, bottom: 30},
      xAxis: amounts({position: 'top', min, max, interval}),
      yAxis: names(bars.map(bar => bar.name)),
      series: [
        {type: 'bar', stack: 'band', silent: true, itemStyle: unseen, barWidth: 32, data: bars.map(bar => bar.total ? bar.low : 0)},
        {type: 'bar', stack: 'band', silent: true, itemStyle: {color: 'var(--band)'}, barWidth: 32, data: bars.map(bar => bar.total ? bar.high - bar.low : 0)},
        {type: 'bar', stack: 'all', barGap: '-81%', silent: true, itemStyle: unseen, barWidth: 20, data: bars.map(start), z: 3},
        {
          type: 'bar', stack: 'all', barWidth: 20, z: 3,
          data: bars.map(bar => ({value: size(bar), itemStyle: {color: bar.total ? 'var(--total)' : bar.to >= bar.from ? 'var(--more)' : 'var(--less)'}})),
        },
        {
          type: 'scatter', symbolSize: 0, z: 4, data: bars.map((bar, i) => [bar.total ? bar.high : Math.max(bar.from, bar.to), i]),
          label: {show: true, position: 'right', ...text(12), formatter: p => bars[p.dataIndex].said},
        },
      ],
      graphic: min === 0 ? [] : [{
        type: 'text', x: 250, y: chart.height - 20,
        style: {text: data.words.cut, fill: QUIET, font: `12px ${FONT}`, verticalAlign: 'top'},
      }],
    };
  };

  // Totals with their range against the targets, whose names stand below, one in a line.
  const targets = chart => {
    const most = Math.max(...chart.marks.map(mark => mark.value), ...chart.rows.map(row => row.high));
    const {max, interval} = roof(most);
    return {
      ...base,
      grid: {left: 250, right: 90, top: 36, bottom: 12 + 20 * chart.marks.length},
      xAxis: amounts({position: 'top', max, interval}),
      yAxis: names(chart.rows.map(row => row.name)),
      series: [
        {type: 'bar', stack: 'band', silent: true, itemStyle: unseen, barWidth: 32, data: chart.rows.map(row => row.low)},
        {type: 'bar', stack: 'band', silent: true, itemStyle: {color: 'var(--band)'}, barWidth: 32, data: chart.rows.map(row => row.high - row.low)},
        {
          type: 'bar', barGap: '-72%', barWidth: 14, itemStyle: {color: 'var(--total)'}, data: chart.rows.map(row => row.central), z: 3,
          markLine: {
            symbol: 'none', silent: true, lineStyle: {color: INK, type: 'solid', width: 1.5},
            data: chart.marks.map(mark => ({xAxis: mark.value})),
            label: {show: false},
          },
        },
      ],
      graphic: chart.marks.map((mark, i) => {
        const x = 250 + (WIDTH - 340) * mark.value / max;
        const right = mark.value > max * 0.55;
        return {
          type: 'text', x: right ? x - 4 : x + 4, y: chart.height - 20 * (chart.marks.length - i) - 8,
          style: {text: right ? `${mark.name} ▲` : `▲ ${mark.name}`, fill: INK, font: `12px ${FONT}`, align: right ? 'right' : 'left', verticalAlign: 'top'},
        };
      }),
    };
  };

  // Areas by ministry, stacked.
  const areas = chart => ({
    ...base,
    legend: {bottom: 0, left: 0, right: 0, textStyle: text(12), itemWidth: 14, itemHeight: 10},
    grid: {left: 250, right: 90, top: 36, bottom: 22 * Math.ceil(chart.series.length / 4) + 16},
    xAxis: amounts({position: 'top'}),
    yAxis: names(chart.names),
    series: chart.series.map((series, i) => ({name: series.name, type: 'bar', stack: 'all', barWidth: 20, itemStyle: {color: SERIES[i % SERIES.length], borderColor: 'var(--paper)', borderWidth: 1}, data: series.values})),
  });

  // Every number of policies: the least and the most they come to, and the targets that are near.
  const frontier = chart => {
    const lowest = Math.min(...chart.low), highest = Math.max(...chart.high);
    const marks = chart.marks.filter(mark => mark.value >= lowest * 0.9 && mark.value <= highest * 1.1);
    const bottom = Math.min(lowest, ...marks.map(mark => mark.value)), top = Math.max(highest, ...marks.map(mark => mark.value));
    const cut = bottom > 0 && top - bottom < 0.6 * top;
    const {interval} = roof(cut ? (top - bottom) * 1.2 : top);
    const min = cut ? Math.max(0, Math.floor(bottom / interval - 0.2) * interval) : Math.min(0, Math.floor(bottom / interval) * interval);
    const line = (name, values, color, type, symbol) => ({name, type: 'line', symbol, symbolSize: 7, data: values, lineStyle: {color, type}, itemStyle: {color}});
    return {
      ...base,
      legend: {bottom: 0, textStyle: text(12)},
      grid: {left: 90, right: 220, top: 36, bottom: 90},
      xAxis: {
        type: 'category', data: chart.counts, name: chart.axis, nameLocation: 'middle', nameGap: 26, nameTextStyle: text(12, QUIET),
        axisLabel: text(12, QUIET), axisLine: {lineStyle: {color: LINE}}, axisTick: {show: false},
      },
      yAxis: amounts({min, max: Math.ceil(top / interval - 1e-9) * interval, interval}),
      series: [
        {
          ...line(chart.most, chart.high, 'var(--series-1)', 'solid', 'circle'),
          markLine: {
            symbol: 'none', silent: true, lineStyle: {color: INK, type: 'solid', width: 1},
            label: {position: 'end', ...text(12), formatter: p => p.name, width: 200, overflow: 'break'},
            data: marks.map(mark => ({name: mark.name, yAxis: mark.value})),
          },
        },
        line(chart.least, chart.low, 'var(--series-2)', 'dashed', 'rect'),
      ],
      graphic: min === 0 ? [] : [{type: 'text', x: 90, y: chart.height - 46, style: {text: data.words.cut, fill: QUIET, font: `12px ${FONT}`, verticalAlign: 'top'}}],
    };
  };

  // Published figures above ours.
  const published = chart => {
    const {max, interval} = roof(Math.max(...chart.rows.flatMap(row => [row.published, row.ours])));
    const bar = (name, color, values) => ({name, type: 'bar', barWidth: 12, barGap: '15%', itemStyle: {color}, data: values});
    return {
      ...base,
      legend: {bottom: 0, left: 0, textStyle: text(12), itemWidth: 14, itemHeight: 10},
      grid: {left: 380, right: 60, top: 36, bottom: 36},
      xAxis: amounts({position: 'top', max, interval}),
      yAxis: names(chart.rows.map(row => row.name), {axisLabel: {...text(12), interval: 0, width: 360, overflow: 'break', lineHeight: 15}}),
      series: [
        bar(chart.published, 'var(--total)', chart.rows.map(row => row.published)),
        bar(chart.ours, 'var(--more)', chart.rows.map(row => row.ours)),
      ],
    };
  };

  const kinds = {waterfall, targets, areas, frontier, published};
  for (const place of document.querySelectorAll('[data-chart]')) {
    const chart = data.charts[place.dataset.chart];
    const drawing = echarts.init(null, null, {renderer: 'svg', ssr: true, width: WIDTH, height: chart.height});
    drawing.setOption(kinds[chart.kind](chart));
    place.innerHTML = drawing.renderToSVGString();
    drawing.dispose();
    const svg = place.firstElementChild;
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', chart.title);
    svg.removeAttribute('width');
    svg.removeAttribute('height');
  }
  document.documentElement.dataset.drawn = 'yes';
})();
