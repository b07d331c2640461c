import { DomainError } from '../../../common/errors';
import { CANDIDATE_TRANSITIONS, PURSUIT_TRANSITIONS, type TransitionTable } from '../registry/defaults';
import { ensureTransition, type StateMachine } from './transitions';

/** Every legal step of the contract; whatever is not here is illegal. */
const LEGAL: Readonly<Record<StateMachine, string>> = {
  candidate: `new>triaged new>archived triaged>nurture triaged>on_hold triaged>promoted triaged>archived
    nurture>on_hold nurture>promoted nurture>archived on_hold>nurture on_hold>promoted on_hold>archived
    promoted>archived`,
  pursuit: 'qual>pink qual>lost pink>red pink>lost red>submit red>lost submit>won submit>lost',
};

const TABLES: Readonly<Record<StateMachine, TransitionTable>> = {
  candidate: CANDIDATE_TRANSITIONS,
  pursuit: PURSUIT_TRANSITIONS,
};

describe.each(['candidate', 'pursuit'] as const)('the machine of a %s', (machine) => {
  const states = Object.keys(TABLES[machine]);
  const legal = LEGAL[machine].split(/\s+/);

  it.each(states.flatMap((from) => states.map((to) => [from, to] as const)))(
    'goes from %s to %s only where the contract says so',
    (from, to) => {
      const step = (): void =>
        ensureTransition(machine, TABLES[machine], from.toUpperCase(), to.toUpperCase());
      if (legal.includes(`${from}>${to}`)) expect(step).not.toThrow();
      else expect(step).toThrow(DomainError);
    },
  );
});

describe('a refused step', () => {
  const refusal = (table: TransitionTable): unknown => {
    try {
      ensureTransition('pursuit', table, 'QUAL', 'SUBMIT');
    } catch (error) {
      return error;
    }
    return undefined;
  };

  it('tells both states and everything that is allowed, in the order of the table', () => {
    expect(refusal(PURSUIT_TRANSITIONS)).toMatchObject({
      code: 'INVALID_STATE_TRANSITION',
      message: 'Invalid pursuit transition qual→submit',
      extensions: {
        details: {
          currentState: 'qual',
          attemptedState: 'submit',
          allowedTransitions: ['pink', 'lost'],
          stateMachine: 'pursuit',
        },
      },
    });
  });

  it('has no way out where the table does not know the state', () => {
    expect(refusal({ pink: ['qual'] })).toMatchObject({
      extensions: { details: { allowedTransitions: [] } },
    });
  });
});
