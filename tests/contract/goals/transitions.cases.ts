import type { Answer } from '../harness/call';
import { isMap, type Json, texts } from '../harness/data';
import { expectError, expectSuccess } from '../harness/expect';
import {
  feedOf,
  GOAL_STATUSES,
  goalIn,
  type GoalJson,
  type GoalStatus,
  newGoal,
  readGoal,
} from '../harness/goals';
import { contract, type Tenant } from '../harness/kit';

const MACHINE = 'traction.stateMachines.goal';

interface Transition {
  readonly from: GoalStatus;
  readonly to: GoalStatus;
  readonly by: string;
}

const member = (value: Json | undefined, name: string): Json | undefined =>
  isMap(value) ? value[name] : undefined;

/** The table of the contract. */
const TABLE = member(
  member(member(texts['traction'], 'stateMachines'), 'goal'),
  'transitions',
) as unknown as Transition[];

const rowOf = (from: GoalStatus, to: GoalStatus): string | undefined => {
  const index = TABLE.findIndex((transition) => transition.from === from && transition.to === to);
  return index < 0 ? undefined : `${MACHINE}.transitions.${index + 1}`;
};

const rule = (number: number): string => `${MACHINE}.viaUpdateGoal.rules.${number}`;

/** What only an update can do: archive, and bring back; and to stay as it is. */
function ruleOfUpdate(from: GoalStatus, to: GoalStatus): string | undefined {
  if (from === to) return rule(2);
  if (to === 'archived') return rule(3);
  if (from === 'archived' && (to === 'active' || to === 'paused')) return rule(4);
  return rowOf(from, to) && rule(1);
}

const VERBS: readonly { readonly name: string; readonly to: GoalStatus; readonly body: object }[] = [
  { name: 'activateGoal', to: 'active', body: {} },
  { name: 'pauseGoal', to: 'paused', body: {} },
  { name: 'closeGoal', to: 'completed', body: { finalStatus: 'completed' } },
  { name: 'closeGoal', to: 'cancelled', body: { finalStatus: 'cancelled' } },
];

contract('goals/transitions', (kit) => {
  const expectIllegal = (answer: Answer, from: GoalStatus): void => {
    expect(expectError(answer, 400, 'INVALID_STATUS_TRANSITION').error).toContain(from);
  };

  describe.each(GOAL_STATUSES)('a goal that is %s', (from) => {
    for (const { name, to, body } of VERBS) {
      const row = rowOf(from, to);
      const run = async (): Promise<{ tenant: Tenant; id: string; answer: Answer }> => {
        const tenant = await kit.tenant();
        const { id } = await goalIn(kit, tenant, from);
        return { tenant, id, answer: await kit.as(tenant, name, { params: { id }, body }) };
      };
      if (row) {
        kit.it(row, `becomes ${to} by ${name}`, async () => {
          const { tenant, id, answer } = await run();
          expect(expectSuccess<GoalJson>(answer, name).status).toBe(to);
          expect((await readGoal(kit, tenant, id)).status).toBe(to);
        });
      } else {
        kit.it(`${MACHINE}.illegal`, `does not become ${to} by ${name}, and is told its status`, async () => {
          const { tenant, id, answer } = await run();
          expectIllegal(answer, from);
          expect((await readGoal(kit, tenant, id)).status).toBe(from);
        });
      }
    }

    for (const to of GOAL_STATUSES) {
      const row = ruleOfUpdate(from, to);
      const run = async (): Promise<{ tenant: Tenant; id: string; answer: Answer }> => {
        const tenant = await kit.tenant();
        const { id } = await goalIn(kit, tenant, from);
        const answer = await kit.as(tenant, 'updateGoal', { params: { id }, body: { status: to } });
        return { tenant, id, answer };
      };
      if (row) {
        kit.it(row, `${from === to ? 'stays' : 'becomes'} ${to} by an update, without an entry`, async () => {
          const { tenant, id, answer } = await run();
          expect(expectSuccess<GoalJson>(answer, 'updateGoal').status).toBe(to);
          expect(await feedOf(kit, tenant, id)).toEqual([]);
        });
      } else {
        kit.it([`${MACHINE}.illegal`, rule(5)], `does not become ${to} by an update`, async () => {
          const { tenant, id, answer } = await run();
          expectIllegal(answer, from);
          expect((await readGoal(kit, tenant, id)).status).toBe(from);
        });
      }
    }
  });

  kit.it(`${MACHINE}.initial`, 'a goal begins as a draft', async () => {
    expect((await newGoal(kit, await kit.tenant())).status).toBe('draft');
  });

  kit.it(`${MACHINE}.terminal`, 'nothing leaves completed or cancelled but into the archive', async () => {
    const terminal = ['completed', 'cancelled'] as const;
    for (const from of terminal) {
      const ways = GOAL_STATUSES.filter((to) => to !== from && ruleOfUpdate(from, to));
      expect(ways).toEqual(['archived']);
      const tenant = await kit.tenant();
      const { id } = await goalIn(kit, tenant, from);
      for (const { name, body } of VERBS) {
        expectIllegal(await kit.as(tenant, name, { params: { id }, body }), from);
      }
    }
  });

  describe('the moment of completion', () => {
    const update = async (tenant: Tenant, id: string, status: GoalStatus): Promise<GoalJson> =>
      expectSuccess(await kit.as(tenant, 'updateGoal', { params: { id }, body: { status } }), 'updateGoal');

    kit.it(rule(1), 'is set by an update too', async () => {
      const tenant = await kit.tenant();
      const { id } = await newGoal(kit, tenant);
      kit.clock.advance(60);
      const goal = await update(tenant, id, 'completed');
      expect(goal.completed_at).toBe(goal.updated_at);
    });

    it('stays in the archive and is cleared when the goal becomes active again', async () => {
      const tenant = await kit.tenant();
      const { id, completed_at } = await goalIn(kit, tenant, 'completed');
      kit.clock.advance(60);
      expect(await update(tenant, id, 'archived')).toMatchObject({ completed_at });
      expect(await update(tenant, id, 'active')).toMatchObject({ completed_at: null, progress: 0 });
    });

    it('is not set anew by what changes nothing', async () => {
      const tenant = await kit.tenant();
      const { id, completed_at } = await goalIn(kit, tenant, 'completed');
      kit.clock.advance(60);
      expect(await update(tenant, id, 'completed')).toMatchObject({ completed_at });
    });
  });
});
