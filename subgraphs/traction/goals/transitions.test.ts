import { DomainError } from '../../../common/errors';
import type { GoalStatus } from './model';
import { changeByUpdate, changeByVerb } from './transitions';

const STATUSES: readonly GoalStatus[] = ['DRAFT', 'ACTIVE', 'PAUSED', 'COMPLETED', 'CANCELLED', 'ARCHIVED'];
const NOW = new Date('2026-01-15T10:00:00Z');

/** Every legal step of the contract, `from>to`; whatever is not here is illegal. */
const BY_VERB = [
  'DRAFT>ACTIVE',
  'PAUSED>ACTIVE',
  'ACTIVE>PAUSED',
  'DRAFT>COMPLETED',
  'ACTIVE>COMPLETED',
  'PAUSED>COMPLETED',
  'DRAFT>CANCELLED',
  'ACTIVE>CANCELLED',
  'PAUSED>CANCELLED',
  'ARCHIVED>CANCELLED',
];
const BY_UPDATE = [
  ...BY_VERB,
  'DRAFT>ARCHIVED',
  'ACTIVE>ARCHIVED',
  'PAUSED>ARCHIVED',
  'COMPLETED>ARCHIVED',
  'CANCELLED>ARCHIVED',
  'ARCHIVED>ACTIVE',
  'ARCHIVED>PAUSED',
];

const pairs = STATUSES.flatMap((from) => STATUSES.map((to) => [from, to] as const));

describe('a verb', () => {
  it.each(pairs)('takes a goal from %s to %s only where the contract says so', (from, to) => {
    const step = (): unknown => changeByVerb(from, to, NOW);
    if (BY_VERB.includes(`${from}>${to}`)) expect(step()).toMatchObject({ status: to });
    else expect(step).toThrow(DomainError);
  });
});

describe('an update', () => {
  it.each(pairs)('takes a goal from %s to %s only where the contract says so', (from, to) => {
    const step = (): unknown => changeByUpdate(from, to, NOW);
    if (from === to) expect(step()).toEqual({});
    else if (BY_UPDATE.includes(`${from}>${to}`)) expect(step()).toMatchObject({ status: to });
    else expect(step).toThrow(DomainError);
  });
});

it('sets the moment of completion, and clears it when the goal is active again', () => {
  expect(changeByVerb('ACTIVE', 'COMPLETED', NOW)).toEqual({ status: 'COMPLETED', completedAt: NOW });
  expect(changeByUpdate('ARCHIVED', 'ACTIVE', NOW)).toEqual({ status: 'ACTIVE', completedAt: null });
  expect(changeByUpdate('COMPLETED', 'ARCHIVED', NOW)).toEqual({ status: 'ARCHIVED' });
});

it('names the current status in the refusal', () => {
  expect(() => changeByVerb('COMPLETED', 'PAUSED', NOW)).toThrow(
    'A goal that is completed cannot become paused',
  );
});
