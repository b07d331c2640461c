/** Who is not told: without a valid identity, without the feature, and of another tenant. */
import { decodeJwt } from 'jose';
import type { Claims } from '../../common/viewer';
import { createAccessTokenIssuer } from '../../subgraphs/account/tokens/access';
import { createSigningKey, readSigningKeys } from '../../subgraphs/account/tokens/keys';
import { eventsOf } from '../support/events';
import { startTestHouse, type TestHouse, type TestTenant } from '../support/house';
import type { Reader } from './clients';
import { FEEDS, GOAL_FEED, next, person } from './house-feeds';

const ACCESS_TOKEN_SECONDS = 900;
const GOAL = 'mutation ($input: CreateGoalInput!) { made: createGoal(input: $input) { goal { id } } }';

let house: TestHouse;
let tenant: TestTenant;
let other: TestTenant;
let signingKey: string;
const readers: Reader[] = [];

beforeAll(async () => {
  signingKey = await createSigningKey();
  const env = { SIGNING_KEY: signingKey, ACCESS_TOKEN_SECONDS: String(ACCESS_TOKEN_SECONDS) };
  house = await startTestHouse({ transport: 'http', env });
});

afterAll(() => house.stop());

beforeEach(async () => {
  [tenant, other] = [await house.newTenant(), await house.newTenant()];
});

afterEach(() => {
  for (const reader of readers.splice(0)) reader.close();
});

const create = async (owner: TestTenant, title: string): Promise<string> => {
  const { act } = person(house, owner, readers);
  return (await act<{ made: { goal: { id: string } } }>(GOAL, { title })).made.goal.id;
};

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

/** How the door answers: its status, and the code of what it says first. */
async function refusal(
  query: string,
  headers: Readonly<Record<string, string>>,
  variables: object = {},
): Promise<readonly [status: number, code: string | undefined]> {
  const response = await fetch(`${house.url}/graphql/stream`, {
    method: 'POST',
    headers: { accept: 'text/event-stream', 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
  const answer = (isStream ? await onlyEvent(response) : await response.json()) as Answer;
  expect(answer.data ?? null).toBeNull();
  return [response.status, answer.errors?.[0]?.extensions.code];
}

/** What the stream says before it is complete. */
async function onlyEvent(response: Response): Promise<unknown> {
  const events = [];
  for await (const event of eventsOf(response)) events.push(event);
  expect(events.map(({ event }) => event)).toEqual(['next', 'complete']);
  return JSON.parse(events[0]?.data ?? '');
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

const everyFeed = Object.entries({ ...FEEDS, goalActivity: GOAL_FEED });

describe.each(everyFeed)('%s', (feed, query) => {
  /** A feed of a goal asks for one of the tenant's own. */
  const variables = async (): Promise<object> =>
    feed === 'goalActivity' ? { goalId: await create(tenant, 'Mine') } : {};

  it('is told to nobody without a token', async () => {
    expect(await refusal(query, {}, await variables())).toEqual([200, 'UNAUTHORIZED']);
  });

  it('is told to nobody whose token has expired or is made up', async () => {
    const given = await variables();
    expect(await refusal(query, bearer('made.up.token'), given)).toEqual([401, 'UNAUTHORIZED']);
    house.clock.advance(ACCESS_TOKEN_SECONDS);
    expect(await refusal(query, bearer(tenant.token), given)).toEqual([401, 'UNAUTHORIZED']);
  });

  it('is told to nobody who names a tenant that is not that of the token', async () => {
    const headers = { ...bearer(tenant.token), 'x-tenant-id': other.tenantId };
    expect(await refusal(query, headers, await variables())).toEqual([403, 'FORBIDDEN']);
  });

  it('is told to nobody whose subscription is without live activity', async () => {
    const claims = decodeJwt<Claims>(tenant.token);
    const issue = createAccessTokenIssuer({
      keys: await readSigningKeys(signingKey),
      lifetimeSeconds: ACCESS_TOKEN_SECONDS,
      clock: house.clock,
    });
    const features = claims.features.filter((feature) => feature !== 'realtime');
    expect(features).toHaveLength(claims.features.length - 1);
    const token = await issue({ ...claims, features });
    expect(await refusal(query, bearer(token), await variables())).toEqual([200, 'FORBIDDEN']);
  });
});

it.each(['unknown', 'another'])('a goal that is of %s tenant is not there', async (whose) => {
  const goalId = whose === 'unknown' ? 'unknown' : await create(other, 'Theirs');
  expect(await refusal(GOAL_FEED, bearer(tenant.token), { goalId })).toEqual([200, 'GOAL_NOT_FOUND']);
});

it.each([
  ['tenantActivity', GOAL, () => ({ title: 'Grow' })],
  [
    'accountActivity',
    'mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { user { id } } }',
    () => ({ firstName: 'Grace' }),
  ],
  [
    'coachingActivity',
    'mutation ($input: CheckGoalAlignmentInput!) { checkGoalAlignment(input: $input) { alignment { score } } }',
    async (owner: TestTenant) => ({
      goalId: await create(owner, 'Grow'),
      businessContext: { vision: 'Growth' },
    }),
  ],
  [
    'workstreamActivity',
    'mutation ($input: CreateSignalInput!) { createSignal(input: $input) { signal { id } } }',
    () => ({ signal: { sourceType: 'email' } }),
  ],
] as const)('%s tells nothing of another tenant', async (feed, mutation, input) => {
  const follow = async (owner: TestTenant) => {
    const { act, follow } = person(house, owner, readers);
    return {
      act: async () => act(mutation, await input(owner)),
      events: follow(FEEDS[feed], { after: '0' }),
    };
  };
  const [mine, theirs] = [await follow(tenant), await follow(other)];
  await theirs.act();
  await theirs.act();
  await mine.act();
  // Registration is the first thing that Account has to tell of a tenant.
  const count = feed === 'accountActivity' ? 2 : 1;
  for (let cursor = 1; cursor <= count; cursor += 1) {
    expect(await next(mine.events)).toMatchObject({ cursor: String(cursor), createdBy: tenant.userId });
  }
  for (let cursor = 1; cursor <= count + 1; cursor += 1) {
    expect(await next(theirs.events)).toMatchObject({ cursor: String(cursor), createdBy: other.userId });
  }
});
