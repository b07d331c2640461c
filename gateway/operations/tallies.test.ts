import { Counter, Histogram, Registry } from 'prom-client';
import { TalliedCounter, TalliedHistogram } from './tallies';

const configuration = { name: 'some', help: 'Some', labelNames: ['way', 'end'] as const };

/** What a registry says once `fill` has made a metric in it and observed something. */
async function textOf(fill: (registers: Registry[]) => void | Promise<void>): Promise<string> {
  const registry = new Registry();
  await fill([registry]);
  return registry.metrics();
}

it('a histogram says what a histogram of prom-client says of the same observations', async () => {
  const buckets = [0.1, 0.5, 1];
  const observations = [0, 0.1, 0.1000001, 0.5, 0.75, 1, 1.5, 1e9];
  const tallied = await textOf((registers) => {
    const histogram = new TalliedHistogram({ ...configuration, buckets, registers });
    for (const value of observations) histogram.note(value, 'up', 'well');
    histogram.note(0.2, 'down', '"so"');
  });
  const plain = await textOf((registers) => {
    const histogram = new Histogram({ ...configuration, buckets, registers });
    for (const value of observations) histogram.observe({ way: 'up', end: 'well' }, value);
    histogram.observe({ way: 'down', end: '"so"' }, 0.2);
  });
  expect(tallied.split('\n').map(sortLabels)).toEqual(plain.split('\n').map(sortLabels));
});

/** In which order the labels of a line stand says nothing. */
const sortLabels = (line: string): string =>
  line.replace(/\{(.*)\}/, (_all, labels: string) => `{${labels.split(',').sort().join()}}`);

it('a counter says what a counter of prom-client says, also when it is read in between', async () => {
  const tallied = await textOf(async (registers) => {
    const counter = new TalliedCounter({ ...configuration, registers });
    counter.count('up', 'well');
    await registers[0]?.metrics();
    counter.count('up', 'well');
    counter.count('down', 'well');
  });
  const plain = await textOf((registers) => {
    const counter = new Counter({ ...configuration, registers });
    counter.inc({ way: 'up', end: 'well' }, 2);
    counter.inc({ way: 'down', end: 'well' });
  });
  expect(tallied).toBe(plain);
});
