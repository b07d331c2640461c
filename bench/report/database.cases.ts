import { type DatabaseFigures, judgeDatabase, reportDatabase } from './database';

const FIGURES: DatabaseFigures = {
  ping: [100, 200, 100],
  point: [150, 300, 900],
  page: [350, 700, 300],
  inserts: [4000, 6000, 5000],
  indexedInserts: [4000],
  ownMebibytes: 149,
  residentMebibytes: 300,
  startMilliseconds: 999,
};

const verdictOf = (figures: Partial<DatabaseFigures>, aim: string) =>
  judgeDatabase({ ...FIGURES, ...figures }).find((one) => one.aim.startsWith(aim));

it.each<[string, Partial<DatabaseFigures>, boolean]>([
  ['point read', {}, true],
  ['point read', { point: [201, 402, 201] }, false],
  ['page of 20', {}, true],
  ['page of 20', { page: [401, 802, 401] }, false],
  ['20 writers', {}, true],
  ['20 writers', { inserts: [4999] }, false],
  ['memory', {}, true],
  ['memory', { ownMebibytes: 150 }, false],
  ['start', {}, true],
  ['start', { startMilliseconds: 1000 }, false],
])('%s with %j is met: %s', (aim, figures, isMet) => {
  expect(verdictOf(figures, aim)).toMatchObject({ isMet });
});

it('compares reads with the pings of their own round', () => {
  expect(reportDatabase(FIGURES)).toMatch(/point read +300 +1\.50\n/);
});
