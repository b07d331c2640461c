import { bookOf } from './books';
import { faultsOf, type ShapeBook } from './shape';

const book: ShapeBook = {
  shapes: {
    Person: { id: 'id', firstName: 'string', bornAt: 'datetime?' },
    Team: { name: 'string', members: '[Person]', leader: 'Person?' },
  },
  enums: { Size: ['small', 'large'] },
  spelling: 'asWritten',
  twins: { Person: { firstName: ['first_name', 'given'] } },
  additive: { Person: { nickName: 'string' } },
};

const ada = { id: 'p1', firstName: 'Ada', bornAt: '1815-12-10T00:00:00Z' };

describe('a value that fits its type', () => {
  it.each([
    ['id', 'x'],
    ['string', ''],
    ['string?', null],
    ['number', 1.5],
    ['float', 0.5],
    ['int', -3],
    ['bool', false],
    ['datetime', '2026-01-15T10:00:00Z'],
    ['json', { free: ['form'] }],
    ['[string]', ['a', 'b']],
    ['[string]', []],
    ['Size', 'small'],
    ['user|admin', 'admin'],
    ['Person', ada],
    ['Team', { name: 'T', members: [ada], leader: null }],
  ])('has no fault: %s', (type, value) => {
    expect(faultsOf(book, type, value)).toEqual([]);
  });

  it('may be described by a map, a list or a literal', () => {
    const body = { success: true, data: [ada] };
    expect(faultsOf(book, { success: true, data: ['Person'] }, body)).toEqual([]);
  });
});

describe('a value that does not fit its type', () => {
  it.each([
    ['id', ''],
    ['id', 7],
    ['string', null],
    ['string?', 7],
    ['number', '1'],
    ['float', '0.5'],
    ['number', Number.NaN],
    ['int', 1.5],
    ['bool', 0],
    ['datetime', '2026-01-15T10:00:00.000Z'],
    ['datetime', '2026-01-15T10:00:00+00:00'],
    ['datetime', '2026-13-15T10:00:00Z'],
    ['datetime', '2026-01-15'],
    ['json', ['no', 'object']],
    ['[string]', 'a'],
    ['[string]', ['a', null]],
    ['Size', 'SMALL'],
    ['user|admin', 'root'],
    ['Person', null],
    ['Person', []],
  ])('has a fault: %s', (type, value) => {
    expect(faultsOf(book, type, value)).toHaveLength(1);
  });

  it('names the place of a missing member', () => {
    const { firstName: _, ...rest } = ada;
    expect(faultsOf(book, 'Person', rest)).toEqual(['body.firstName: is missing']);
  });

  it('names the place of a member that nobody has documented', () => {
    expect(faultsOf(book, 'Person', { ...ada, secret: 1 })).toEqual(['body.secret: is not documented']);
  });

  it('names the place of a fault deep inside', () => {
    const team = { name: 'T', members: [ada, { ...ada, id: 3 }], leader: { ...ada, bornAt: 'long ago' } };
    expect(faultsOf(book, 'Team', team)).toEqual([
      'body.members[1].id: 3 is not id',
      'body.leader.bornAt: "long ago" is not datetime',
    ]);
  });

  it('names a literal that is another one', () => {
    expect(faultsOf(book, { success: true }, { success: false })).toEqual([
      'body.success: false is not true',
    ]);
  });

  it('is a fault of the data when nobody has documented the type', () => {
    expect(() => faultsOf(book, 'Persn', ada)).toThrow('no type "Persn"');
  });
});

describe('an additive member', () => {
  it('may be there or not', () => {
    expect(faultsOf(book, 'Person', { ...ada, nickName: 'Countess' })).toEqual([]);
  });

  it('must have its type', () => {
    expect(faultsOf(book, 'Person', { ...ada, nickName: 1 })).toHaveLength(1);
  });
});

describe('a service that sends both spellings', () => {
  const both: ShapeBook = { ...book, spelling: 'both' };
  const twice = { ...ada, first_name: 'Ada', born_at: ada.bornAt };

  it('has no fault when every name of several words stands twice', () => {
    expect(faultsOf(both, 'Person', twice)).toEqual([]);
  });

  it('has a fault where a twin is missing, whichever it is', () => {
    const { first_name: _snake, ...camelOnly } = twice;
    const { firstName: _camel, ...snakeOnly } = twice;
    expect(faultsOf(both, 'Person', camelOnly)).toEqual(['body.first_name: is missing']);
    expect(faultsOf(both, 'Person', snakeOnly)).toEqual(['body.firstName: is missing']);
  });

  it('has a fault where the twins differ', () => {
    expect(faultsOf(both, 'Person', { ...twice, first_name: 'Eve' })).toEqual([
      'body.first_name: differs from firstName',
    ]);
  });

  it('has a fault where a twin is missing at depth', () => {
    const { bornAt: _, ...snakeOnly } = twice;
    const team = { name: 'T', members: [snakeOnly], leader: null };
    expect(faultsOf(both, 'Team', team)).toEqual(['body.members[0].bornAt: is missing']);
  });
});

describe('a service that lists its twins', () => {
  const listed: ShapeBook = { ...book, spelling: 'twins' };

  it('sends all of them with the same value, and no others', () => {
    const person = { ...ada, first_name: 'Ada', given: 'Ada' };
    expect(faultsOf(listed, 'Person', person)).toEqual([]);
    expect(faultsOf(listed, 'Person', { ...person, given: 'A.' })).toEqual([
      'body.given: differs from firstName',
    ]);
    expect(faultsOf(listed, 'Person', { ...person, born_at: ada.bornAt })).toHaveLength(1);
    expect(faultsOf(listed, 'Person', ada)).toHaveLength(2);
  });
});

describe('the shapes of the contract', () => {
  it('put the members of GoalExtra into Goal', () => {
    const faults = faultsOf(bookOf('traction'), 'Goal', {});
    expect(faults).toContain('body.alignment_score: is missing');
    expect(faults).toContain('body.completedAt: is missing');
  });

  it('double the members of a profile as listed', () => {
    const faults = faultsOf(bookOf('account'), 'UserProfile', {});
    expect(faults).toEqual(
      expect.arrayContaining(['body.user_id: is missing', 'body.isEmailVerified: is missing']),
    );
    expect(faults).not.toContain('body.user_number: is missing');
  });
});
