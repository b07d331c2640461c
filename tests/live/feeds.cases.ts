/** What each feed tells of what people do: every kind that can happen, once, with its fields. Source: the SDLs in schema/. */
import type { TestHouse, TestTenant } from '../support/house';
import { enterTestHouse } from '../support/houses';
import type { Reader } from './clients';
import { FEEDS, GOAL_FEED, next, person, type Person, several } from './house-feeds';

const ADA = 'Ada Lovelace';

describe.each(['local', 'http'] as const)('over %s', (transport) => {
  let house: TestHouse;
  let tenant: TestTenant;
  let ada: Person;
  const readers: Reader[] = [];

  beforeAll(async () => {
    house = await enterTestHouse({ transport });
  });

  beforeEach(async () => {
    tenant = await house.newTenant();
    ada = person(house, tenant, readers);
  });

  afterEach(() => {
    for (const reader of readers.splice(0)) reader.close();
  });

  const by = () => ({
    createdBy: tenant.userId,
    createdAt: house.clock.now().toISOString(),
    author: { name: ADA },
  });

  const GOAL = 'mutation ($input: CreateGoalInput!) { made: createGoal(input: $input) { goal { id } } }';

  async function newGoal(): Promise<string> {
    return (await ada.act<{ made: { goal: { id: string } } }>(GOAL, { title: 'Grow' })).made.goal.id;
  }

  it('Traction tells what happens to goals, their strategies and their activity', async () => {
    const feed = ada.follow(FEEDS.tenantActivity, { after: '0' });
    const goalId = await newGoal();
    const about = {
      ...by(),
      goalId,
      goal: { title: 'Grow', owner: { name: ADA } },
      entry: null,
      strategy: null,
    };
    expect(await next(feed)).toEqual({
      ...about,
      cursor: '1',
      kind: 'GOAL_CREATED',
      description: 'Goal created',
    });

    await ada.act('mutation ($input: UpdateGoalInput!) { updateGoal(input: $input) { goal { id } } }', {
      id: goalId,
      title: 'Bloom',
    });
    const now = { ...about, goal: { ...about.goal, title: 'Bloom' } };
    expect(await next(feed)).toEqual({
      ...now,
      cursor: '2',
      kind: 'GOAL_UPDATED',
      description: 'Goal updated',
    });

    const { made } = await ada.act<{ made: { strategy: { id: string } } }>(
      'mutation ($input: CreateStrategyInput!) { made: createStrategy(input: $input) { strategy { id } } }',
      { goalId, description: 'Roast' },
    );
    const strategy = { ...now, strategy: { description: 'Roast' } };
    expect(await next(feed)).toMatchObject({ ...strategy, cursor: '3', kind: 'STRATEGY_ADDED' });
    const id = made.strategy.id;
    await ada.act(
      'mutation ($input: UpdateStrategyInput!) { updateStrategy(input: $input) { strategy { id } } }',
      {
        goalId,
        id,
        description: 'Brew',
      },
    );
    expect(await next(feed)).toMatchObject({ kind: 'STRATEGY_UPDATED', strategy: { description: 'Brew' } });
    await ada.act('mutation ($input: DeleteStrategyInput!) { deleteStrategy(input: $input) { deletedId } }', {
      goalId,
      id,
    });
    expect(await next(feed)).toMatchObject({ ...now, cursor: '5', kind: 'STRATEGY_DELETED' });

    const add =
      'mutation ($input: AddGoalActivityInput!) { addGoalActivity(input: $input) { entry { id } } }';
    const entries = {
      NOTE: 'ACTIVITY',
      WEEKLY_REVIEW: 'ACTIVITY',
      DECISION: 'DECISION',
      ATTACHMENT: 'ATTACHMENT',
    };
    for (const [type, kind] of Object.entries(entries)) {
      await ada.act(add, { goalId, type, text: `A ${type}` });
      const entry = { type, text: `A ${type}` };
      expect(await next(feed)).toMatchObject({ ...now, kind: `${kind}_CREATED`, entry });
    }
    await ada.act(
      'mutation ($input: ChangeGoalStatusInput!) { activateGoal(input: $input) { goal { id } } }',
      {
        id: goalId,
        reason: 'budget',
      },
    );
    expect(await several(feed, 2)).toMatchObject([
      { kind: 'GOAL_UPDATED' },
      { kind: 'ACTIVITY_CREATED', entry: { type: 'SYSTEM', text: 'Goal started: budget' } },
    ]);
    await ada.act('mutation ($input: DeleteGoalInput!) { deleteGoal(input: $input) { deletedId } }', {
      id: goalId,
    });
    expect(await next(feed)).toEqual({
      ...about,
      cursor: '12',
      kind: 'GOAL_DELETED',
      description: 'Goal deleted',
      goal: null,
    });
  });

  it('Traction tells of one goal alone, until it is deleted', async () => {
    const [mine, other] = [await newGoal(), await newGoal()];
    const feed = ada.follow(GOAL_FEED, { goalId: mine, after: '0' });
    for (const id of [other, mine]) {
      await ada.act('mutation ($input: DeleteGoalInput!) { deleteGoal(input: $input) { deletedId } }', {
        id,
      });
    }
    expect(await several(feed, 2)).toEqual([
      { cursor: '1', kind: 'GOAL_CREATED', goalId: mine },
      { cursor: '4', kind: 'GOAL_DELETED', goalId: mine },
    ]);
    expect(await feed.results.next()).toEqual({ done: true, value: undefined });
  });

  it('Coaching tells of an alignment that was checked, with the goal of Traction', async () => {
    const feed = ada.follow(FEEDS.coachingActivity, { after: '0' });
    const goalId = await newGoal();
    await ada.act(
      'mutation ($input: CheckGoalAlignmentInput!) { checkGoalAlignment(input: $input) { alignment { score } } }',
      { goalId, businessContext: { vision: 'Growth' } },
    );
    expect(await next(feed)).toEqual({
      ...by(),
      cursor: '1',
      kind: 'ALIGNMENT_CHECKED',
      description: expect.any(String),
      goal: { title: 'Grow' },
    });
  });

  it('Workstream tells what happens to signals, candidates and pursuits', async () => {
    const feed = ada.follow(FEEDS.workstreamActivity, { after: '0' });
    const { signal, candidate } = { signal: { sourceRef: 'mail-1' }, candidate: { title: 'Roof' } };
    const event = {
      createdBy: tenant.userId,
      createdAt: by().createdAt,
      signal: null,
      candidate: null,
      pursuit: null,
    };
    await ada.act('mutation ($input: CreateSignalInput!) { createSignal(input: $input) { signal { id } } }', {
      signal: { sourceType: 'email', ...signal },
    });
    expect(await next(feed)).toEqual({
      ...event,
      cursor: '1',
      kind: 'SIGNAL_CREATED',
      description: expect.any(String),
      signal,
    });
    await ada.act('mutation ($input: UpdateSignalInput!) { updateSignal(input: $input) { signal { id } } }', {
      number: 1,
      changes: { snippet: 'Leaks' },
    });
    expect(await next(feed)).toMatchObject({ ...event, cursor: '2', kind: 'SIGNAL_UPDATED', signal });
    await ada.act(
      'mutation ($input: CreateCandidateInput!) { createCandidate(input: $input) { candidate { id } } }',
      {
        candidate: { ...candidate, signalNumber: 1 },
      },
    );
    expect(await next(feed)).toMatchObject({ ...event, cursor: '3', kind: 'CANDIDATE_CREATED', candidate });
    await ada.act(
      'mutation ($input: SetCandidateChecklistItemInput!) { setCandidateChecklistItem(input: $input) { item { id } } }',
      { number: 1, name: 'call_back' },
    );
    expect(await next(feed)).toMatchObject({ ...event, kind: 'CANDIDATE_CHECKLIST_UPDATED', candidate });
    await ada.act(
      'mutation ($input: UpdateCandidateInput!) { updateCandidate(input: $input) { candidate { id } } }',
      {
        number: 1,
        changes: { status: 'TRIAGED' },
      },
    );
    expect(await next(feed)).toMatchObject({ ...event, kind: 'CANDIDATE_UPDATED', candidate });
    await ada.act(
      'mutation ($input: PromoteCandidateInput!) { promoteCandidate(input: $input) { pursuit { id } } }',
      {
        number: 1,
      },
    );
    expect(await several(feed, 2)).toMatchObject([
      { ...event, kind: 'CANDIDATE_PROMOTED', candidate },
      { ...event, kind: 'PURSUIT_CREATED', pursuit: { stage: 'QUAL' } },
    ]);
    await ada.act('mutation ($input: DeleteSignalInput!) { deleteSignal(input: $input) { deletedId } }', {
      number: 1,
    });
    expect(await next(feed)).toMatchObject({ ...event, kind: 'SIGNAL_DELETED' });
    await ada.act(
      'mutation ($input: CreateCandidateInput!) { createCandidate(input: $input) { candidate { id } } }',
      {
        candidate: { title: 'Wall' },
      },
    );
    await ada.act(
      'mutation ($input: DeleteCandidateInput!) { deleteCandidate(input: $input) { deletedId } }',
      {
        number: 2,
      },
    );
    expect(await several(feed, 2)).toMatchObject([
      { kind: 'CANDIDATE_CREATED' },
      { ...event, kind: 'CANDIDATE_DELETED' },
    ]);
  });
});
