import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Coverage } from './coverage';
import { endpointIds, isEndpoint, suite } from './data';
import { rowsOf, rowsOfEndpoint, rowsOfText } from './rows';
import { locate } from './data';

const folder = join(__dirname, '..');
const files = Object.keys(suite.files);
const imported = readdirSync(folder)
  .filter((name) => name.endsWith('.test.ts'))
  .flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/import '\.\/(.+)\.cases'/g)])
  .map(([, name]) => name);
const allRows = files.flatMap(rowsOf).map(({ id }) => id);

describe('the rows of the contract', () => {
  it('name every endpoint in exactly one file', () => {
    const claimed = Object.values(suite.files).flat().filter(isEndpoint);
    expect([...claimed].sort()).toEqual([...endpointIds()].sort());
  });

  it.each(files)('of %s have a file of cases that a test file runs', (file) => {
    expect(existsSync(join(folder, `${file}.cases.ts`))).toBe(true);
    expect(imported.filter((name) => name === file)).toEqual([file]);
  });

  it('have an id each', () => {
    expect(allRows.filter((id, index) => allRows.indexOf(id) !== index)).toEqual([]);
  });

  it('are known where they are listed as not observable', () => {
    expect(Object.keys(suite.notObservable).filter((id) => !allRows.includes(id))).toEqual([]);
  });

  it('hold one for each form of an answer, each error, each rule, and what all endpoints of a kind have', () => {
    const ids = rowsOfEndpoint(locate('register')).map(({ id }) => id);
    expect(ids).toEqual([
      'register.200.1',
      'register.200.2',
      'register.409.EMAIL_ALREADY_EXISTS',
      'register.422.VALIDATION_ERROR',
      ...[1, 2, 3, 4, 5].map((number) => `register.rules.${number}`),
      'register.staleHeaders',
      'register.twin.firstName',
      'register.twin.lastName',
    ]);
    expect(rowsOfEndpoint(locate('closeGoal')).map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'closeGoal.401.expired',
        'closeGoal.403.tenantHeader',
        'closeGoal.404.otherTenant',
        'closeGoal.colon',
        'closeGoal.twin.finalStatus',
      ]),
    );
  });

  it('split a text of several sentences and keep a transition whole', () => {
    expect(rowsOfText('account.tokens.rotation')).toHaveLength(5);
    expect(rowsOfText('traction.stateMachines.goal.transitions')).toHaveLength(10);
    expect(rowsOfText('workstream.conventions.orgScope.2')).toHaveLength(1);
    expect(() => rowsOfText('traction.conventions.nothing')).toThrow('no text');
  });
});

describe('the coverage of a test file', () => {
  const rows = [
    { id: 'a.200', words: 'fine' },
    { id: 'a.404', words: 'not there' },
    { id: 'a.rules.1', words: 'behaviour of the client' },
  ];

  it('names every row that no test has touched', () => {
    const coverage = new Coverage(rows, { 'a.rules.1': 'behaviour of the client' });
    coverage.row('a.200');
    expect(coverage.unhit()).toEqual(['a.404: not there']);
    coverage.row('a.404');
    expect(coverage.unhit()).toEqual([]);
  });

  it('refuses rows that there are not, and rows that nothing can observe', () => {
    const coverage = new Coverage(rows, { 'a.rules.1': 'behaviour of the client' });
    expect(() => coverage.row('a.500')).toThrow('no row "a.500"');
    expect(() => coverage.row('a.rules.1')).toThrow('not observable');
  });
});
