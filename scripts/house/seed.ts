/**
 * Demo data. The tenant and its people are made inside Account; everything else goes through the graph as a user
 * would do it, so that it obeys every rule and leaves its activity.
 */
import type { FastifyInstance } from 'fastify';
import type { Context as AccountContext } from '../../subgraphs/account/context';
import { provisionTenant } from '../../subgraphs/account/provision';
import { DEMO_COMPANY, DEMO_GOALS, type DemoGoal, type DemoStep } from './demo-company';
import { DEMO_USER } from '../../gateway/pages/demo-user';
import type { House } from './house';
import { type Company, type Graph, seedAction, seedMeasure } from './seed-work';

/** Told after each goal. */
export type Progress = (done: number, of: number) => void;

async function accountContext({ subgraphs }: House): Promise<AccountContext> {
  const context = await subgraphs.get('account')?.context({ authorization: undefined });
  return context as unknown as AccountContext;
}

/** Whether nobody has registered yet. */
export async function isEmpty(house: House): Promise<boolean> {
  const platform = (await accountContext(house)).asPlatform('looks whether anybody has registered');
  return (await platform.data.users.count({})) === 0;
}

/**
 * Creates the demo tenant.
 * @param size how many goals; those of the demo company come first, again and again
 */
export async function seedDemo(house: House, size = DEMO_GOALS.length, progress?: Progress): Promise<void> {
  const { owner, members, ...about } = DEMO_COMPANY;
  const tenant = await provisionTenant(await accountContext(house), {
    ...about,
    foundation: { ...about.foundation, coreValues: [...about.foundation.coreValues] },
    owner,
    members: members.map((member) => ({ ...member, password: DEMO_USER.password })),
  });
  const company: Company = {
    graph: await signIn(house.app),
    people: [tenant.owner, ...tenant.members].map(({ id }) => id),
    today: (await accountContext(house)).clock.now(),
  };
  for (let index = 0; index < size; index += 1) {
    const round = Math.floor(index / DEMO_GOALS.length);
    const goal = DEMO_GOALS[index % DEMO_GOALS.length] as DemoGoal;
    const named = round === 0 ? goal : { ...goal, title: `${goal.title} (${round + 1})` };
    await seedGoal(company, named);
    progress?.(index + 1, size);
  }
}

async function signIn(app: FastifyInstance): Promise<Graph> {
  const { signIn: payload } = await run<{ signIn: { session: { accessToken: string } } }>(
    app,
    'mutation ($input: SignInInput!) { signIn(input: $input) { session { accessToken } } }',
    { input: DEMO_USER },
  );
  return (query, variables) => run(app, query, variables, payload.session.accessToken);
}

async function run<T>(
  app: FastifyInstance,
  query: string,
  variables: Record<string, unknown>,
  token?: string,
): Promise<T> {
  const response = await app.inject({
    method: 'POST',
    url: '/graphql',
    payload: { query, variables },
    headers: token ? { authorization: `Bearer ${token}` } : {},
  });
  const { data, errors } = response.json<{ data: T; errors?: { message: string }[] }>();
  if (errors?.[0]) throw new Error(`Seeding failed: ${errors[0].message}`);
  return data;
}

const VERBS: Readonly<Record<DemoStep['verb'], string>> = {
  activate: 'mutation ($input: ChangeGoalStatusInput!) { activateGoal(input: $input) { goal { id } } }',
  pause: 'mutation ($input: ChangeGoalStatusInput!) { pauseGoal(input: $input) { goal { id } } }',
  close: 'mutation ($input: CloseGoalInput!) { closeGoal(input: $input) { goal { id } } }',
};

async function seedGoal(company: Company, demo: DemoGoal): Promise<void> {
  const { graph, people } = company;
  const { strategies, measures, actions, story, person, ...texts } = demo;
  const ownerId = people[person];
  const { createGoal } = await graph<{ createGoal: { goal: { id: string } } }>(
    'mutation ($input: CreateGoalInput!) { createGoal(input: $input) { goal { id } } }',
    { input: { ...texts, ownerId } },
  );
  const goalId = createGoal.goal.id;
  for (const description of strategies) {
    await graph(
      'mutation ($input: CreateStrategyInput!) { createStrategy(input: $input) { strategy { id } } }',
      { input: { goalId, description } },
    );
  }
  for (const measure of measures) await seedMeasure(company, { ...measure, ownerId, goalId });
  for (const action of actions) await seedAction(company, { ...action, goalId });
  for (const { verb, ...step } of story) await graph(VERBS[verb], { input: { id: goalId, ...step } });
  await graph(
    'mutation ($input: CheckGoalAlignmentInput!) { checkGoalAlignment(input: $input) { alignment { score } } }',
    { input: { goalId } },
  );
}
