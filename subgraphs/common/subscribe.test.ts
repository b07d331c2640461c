/** Subscriptions of a subgraph, from its SDL to its events, over a real database. */
import { randomBytes } from 'node:crypto';
import { parse } from 'graphql';
import { mongo as mongodb } from 'mongoose';
import { SettableClock } from '../../common/clock';
import { DomainError } from '../../common/errors';
import { silentLogger } from '../../common/log';
import type { Viewer } from '../../common/viewer';
import { startTestMongo, type TestMongo } from '../../tests/support/mongo';
import type { Collections } from './collections';
import type { SubgraphContext } from './context';
import { Subgraph, type SubgraphAnswer, type SubgraphDefinition, type SubgraphEvents } from './subgraph';

const TOKEN_LIFE_SECONDS = 60;

const BELL = '0190d6a1-7f4e-7abc-8def-0123456789ab';
const RUNG = `rung(of: "bell_${BELL}")`;

const viewer: Viewer = {
  userId: 'ada',
  userNumber: 1,
  tenantId: 'tenant',
  orgId: 1,
  isAdmin: false,
  features: ['bells'],
  limits: {},
};

interface Rung {
  readonly of: string;
  readonly fails?: boolean;
  readonly isUnreadable?: boolean;
}

const source = { rung: [] as Rung[], isOpen: false, contexts: new Set<SubgraphContext>() };

function openSource(of: string): AsyncGenerator<Rung> {
  source.isOpen = true;
  return ring(of);
}

async function* ring(of: string): AsyncGenerator<Rung> {
  try {
    for (const event of source.rung) if (event.of === of) yield event;
  } finally {
    source.isOpen = false;
  }
}

const bells: SubgraphDefinition<Collections, object> = {
  name: 'bells',
  sdl: `
    type Query { bells: Int }
    type Subscription {
      rung(of: ID!): Bell! @feature(name: "bells")
      locked: Bell! @feature(name: "keys")
      open: Bell! @public
    }
    type Bell { of: ID! hearer: ID }
  `,
  collections: {},
  services: () => ({}),
  resolvers: {
    Subscription: {
      rung: {
        subscribe: (_: unknown, { of }: { of: string }) => openSource(of),
        resolve: (event: Rung, _: unknown, context: SubgraphContext) => {
          source.contexts.add(context);
          if (event.isUnreadable) throw new mongodb.MongoNetworkError('connection closed');
          if (event.fails) throw new Error('the password of the database is 1234');
          return event;
        },
      },
      locked: { subscribe: () => openSource(BELL) },
      open: {
        subscribe: async function* () {
          yield { of: 'all' };
        },
        resolve: (event: Rung) => event,
      },
    },
    Bell: { hearer: (_: unknown, __: unknown, context: SubgraphContext) => context.viewer.userId },
  },
};

let mongo: TestMongo;
let subgraph: Subgraph;
let clock: SettableClock;
let verified = 0;

beforeAll(async () => {
  mongo = await startTestMongo();
});

beforeEach(async () => {
  clock = new SettableClock();
  const expiresAt = new Date(clock.now().getTime() + TOKEN_LIFE_SECONDS * 1000);
  verified = 0;
  source.rung = [];
  source.isOpen = false;
  source.contexts.clear();
  subgraph = await Subgraph.start(bells, {
    mongodbUri: mongo.uri,
    databasePrefix: `test_${randomBytes(6).toString('hex')}`,
    environment: 'test',
    clock,
    log: silentLogger,
    verifyToken: async () => {
      verified += 1;
      if (clock.now() >= expiresAt) throw new DomainError('UNAUTHORIZED');
      return { viewer, expiresAt };
    },
  });
});

afterEach(() => subgraph.stop());
afterAll(() => mongo.stop());

function subscribe(field: string, authorization?: string): Promise<SubgraphAnswer | SubgraphEvents> {
  const document = parse(`subscription { ${field} { of hearer } }`);
  return subgraph.subscribe({ document, authorization });
}

async function events(field: string, authorization = 'Bearer t'): Promise<SubgraphEvents> {
  const begun = await subscribe(field, authorization);
  if (!(Symbol.asyncIterator in begun)) throw new Error(JSON.stringify(begun));
  return begun;
}

it('gives each event with the identity of the caller, and ids without their prefix to the resolvers', async () => {
  source.rung = [{ of: BELL }, { of: 'another' }, { of: BELL }];
  const heard = await events(RUNG);
  const event = { data: { rung: { of: BELL, hearer: 'ada' } } };
  expect(JSON.parse(JSON.stringify([await heard.next(), await heard.next(), await heard.next()]))).toEqual([
    { done: false, value: event },
    { done: false, value: event },
    { done: true },
  ]);
});

it('makes a context for the beginning and one for each event: nothing is remembered from before it', async () => {
  source.rung = [{ of: BELL }, { of: BELL }];
  const heard = await events(RUNG);
  expect(verified).toBe(1);
  await heard.next();
  await heard.next();
  expect([verified, source.contexts.size]).toEqual([3, 2]);
});

it.each([
  ['nobody is signed in', RUNG, undefined, 'UNAUTHORIZED'],
  ['a feature is missing', 'locked', 'Bearer t', 'FORBIDDEN'],
])('refuses to begin where %s', async (_case, field, authorization, code) => {
  expect(await subscribe(field, authorization)).toMatchObject({ errors: [{ extensions: { code } }] });
  expect(source.isOpen).toBe(false);
});

it('lets everybody hear what is public', async () => {
  const { value } = await (await events('open', '')).next();
  expect(value).toMatchObject({ errors: [{ path: ['open', 'hearer'] }], data: { open: { of: 'all' } } });
});

it('tells no more once the token has expired', async () => {
  source.rung = [{ of: BELL }, { of: BELL }];
  const heard = await events(RUNG);
  expect((await heard.next()).value).not.toHaveProperty('errors');
  clock.advance(TOKEN_LIFE_SECONDS);
  expect((await heard.next()).value).toMatchObject({
    data: null,
    errors: [{ path: ['rung'], extensions: { code: 'UNAUTHORIZED' } }],
  });
});

it('breaks where the database cannot be read: the event is told as a whole to whoever comes back', async () => {
  source.rung = [{ of: BELL }, { of: BELL, isUnreadable: true }, { of: BELL }];
  const heard = await events(RUNG);
  expect((await heard.next()).value).not.toHaveProperty('errors');
  await expect(heard.next()).rejects.toThrow('connection closed');
});

it('says nothing of the inside where an event fails, and goes on', async () => {
  source.rung = [{ of: BELL, fails: true }, { of: BELL }];
  const heard = await events(RUNG);
  const { value } = await heard.next();
  expect(value).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }] });
  expect(JSON.stringify(value)).not.toContain('password');
  expect((await heard.next()).value).not.toHaveProperty('errors');
});

it('closes the source when it is left', async () => {
  source.rung = [{ of: BELL }, { of: BELL }];
  const heard = await events(RUNG);
  await heard.next();
  expect(source.isOpen).toBe(true);
  await heard.return?.();
  expect(source.isOpen).toBe(false);
});
