/* The course of a group, drawn from the console's own memory. */
'use strict';

const section = document.getElementById('charts');
const dark = matchMedia('(prefers-color-scheme: dark)');
const REFRESH = { MINUTES: 2000, HOURS: 10000 };
let range = 'MINUTES';
let course = null;
let charts = [];
let timer = 0;

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function points(values) {
  return values.map((value, i) => [Date.parse(course.times[i]), value]);
}

/** Nothing where nobody could look. */
function sum(values) {
  return course.times.map((_, i) => values.map(list => list[i]).filter(value => value !== null)
    .reduce((total, value) => (total ?? 0) + value, null));
}

function line(name, values, filled) {
  return {
    name, type: 'line', data: points(values), showSymbol: false, lineStyle: { width: 1.75 },
    areaStyle: filled ? { opacity: 0.12 } : undefined, animation: false, emphasis: { disabled: true },
  };
}

/** Topics that were never behind say nothing, and would only fill the legend. */
function lines(measure) {
  if (measure === 'rates') {
    return [line('in', sum(course.topics.map(topic => topic.inPerSecond))), line('out', sum(course.topics.map(topic => topic.outPerSecond)))];
  }
  const busy = course.topics.filter(topic => topic[measure].some(value => value > 0));
  return (busy.length ? busy : course.topics.slice(0, 1)).map(topic => line(topic.topic, topic[measure], true));
}

function option(measure) {
  const text = colour('--text-soft');
  const rule = { lineStyle: { color: colour('--line') } };
  return {
    useUTC: true,
    color: ['--series-1', '--series-2', '--series-3', '--series-4', '--series-5', '--series-6'].map(colour),
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: text },
    grid: { left: 8, right: 12, top: 12, bottom: 30, containLabel: true },
    legend: { bottom: 0, left: 8, icon: 'roundRect', itemWidth: 12, itemHeight: 3, type: 'scroll', textStyle: { color: text } },
    tooltip: { trigger: 'axis', renderMode: 'richText', confine: true, backgroundColor: colour('--surface'), borderColor: colour('--line'), textStyle: { color: colour('--text') } },
    xAxis: { type: 'time', axisLabel: { color: text, hideOverlap: true }, axisLine: rule, axisTick: rule, splitLine: { show: false } },
    yAxis: { type: 'value', min: 0, minInterval: measure === 'lag' ? 1 : 0, axisLabel: { color: text }, splitLine: rule, splitNumber: 3 },
    series: lines(measure),
  };
}

function draw() {
  if (!course) return;
  for (const { chart, measure } of charts) chart.setOption(option(measure), { replaceMerge: ['series'] });
}

async function load() {
  clearTimeout(timer);
  const asked = range;
  try {
    const answer = await fetch(`${section.dataset.course}&range=${asked}`, { headers: { Accept: 'application/json' } });
    if (answer.ok && asked === range) {
      course = await answer.json();
      draw();
    }
  } catch (lost) {
    /* The page itself says that the console does not answer. */
  }
  timer = setTimeout(load, REFRESH[range]);
}

charts = [...section.querySelectorAll('.chart')].map(place => ({
  measure: place.dataset.measure,
  chart: echarts.init(place, null, { renderer: 'canvas' }),
}));
section.addEventListener('change', event => {
  range = event.target.value;
  load();
});
new ResizeObserver(() => charts.forEach(({ chart }) => chart.resize())).observe(section);
dark.addEventListener('change', draw);
load();
