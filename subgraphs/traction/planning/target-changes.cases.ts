import { DomainError } from '../../../common/errors';
import { changeOf, changesTo, refuseSameDay } from './target-changes';
import { at } from './testing/points';
import { targetRow } from './testing/rows';

const march = targetRow('march', at('2025-03-31T12:00:00Z', 10), { label: 'Q1' });
const june = targetRow('june', at('2025-06-30', 20));

describe('targets that are wanted', () => {
  it('change the one of their day, are added elsewhere, and leave the others', () => {
    const may = at('2025-05-31', 15);
    expect(changesTo([march, june], [at('2025-03-31', 11), may], false)).toEqual({
      added: [may],
      changed: [{ before: march, members: { value: 11 } }],
      removed: [],
    });
  });

  it('take the place of all others where they shall', () => {
    expect(changesTo([march, june], [at('2025-03-31', 10)], true)).toEqual({
      added: [],
      changed: [],
      removed: [june],
    });
    expect(changesTo([march, june], [], true).removed).toEqual([march, june]);
  });

  it('change the last one of a day that has several', () => {
    const later = targetRow('later', at('2025-03-31T18:00:00Z', 12));
    const { changed, removed } = changesTo([march, later], [at('2025-03-31', 13)], true);
    expect(changed).toEqual([{ before: later, members: { value: 13 } }]);
    expect(removed).toEqual([march]);
  });

  it('must not be two of one day, in UTC', () => {
    const wanted = [at('2025-03-31', 1), at('2025-04-01', 2), at('2025-04-01T23:59:59Z', 3)];
    expect(() => refuseSameDay(wanted.slice(0, 2))).not.toThrow();
    expect(() => refuseSameDay(wanted)).toThrow(DomainError);
    expect(() => refuseSameDay(wanted)).toThrow(/day of another target/);
  });
});

describe('a changed target', () => {
  it('takes what is better and worse along by the same amount', () => {
    const target = targetRow('wide', at('2025-03-31', 0.3), { optimalValue: 0.4, minimalValue: 0.1 });
    expect(changeOf(target, { value: 0.5 })).toEqual([
      { before: target, members: { value: 0.5, optimalValue: 0.6, minimalValue: 0.3 } },
    ]);
  });

  it('keeps what is absent or null, and is none where all stays', () => {
    expect(changeOf(march, { label: null, confidence: null, rationale: 'why' })).toEqual([
      { before: march, members: { rationale: 'why' } },
    ]);
    expect(changeOf(march, { value: 10, label: 'Q1', confidence: null })).toEqual([]);
  });
});
