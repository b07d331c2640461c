import { judgeLive, type LiveFigures } from './live';

const FIGURES: LiveFigures = {
  p99: [249, 900, 100],
  burstSeconds: [5, 9, 2],
  steadyCore: [0.5],
  burstProcessor: [3],
  faults: 0,
  idleMebibytes: 1023,
  kibibytesEach: 25,
};

it.each<[string, Partial<LiveFigures>, boolean]>([
  ['every event', {}, true],
  ['every event', { faults: 1 }, false],
  ['10 events/s', {}, true],
  ['10 events/s', { p99: [250] }, false],
  ['500 events', {}, true],
  ['500 events', { burstSeconds: [5.1] }, false],
  ['10000 idle', {}, true],
  ['10000 idle', { idleMebibytes: 1024 }, false],
])('%s with %j is met: %s', (aim, figures, isMet) => {
  const found = judgeLive({ ...FIGURES, ...figures }).find((one) => one.aim.startsWith(aim));
  expect(found).toMatchObject({ isMet });
});
