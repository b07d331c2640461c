import { printSchema } from 'graphql';
import { BEFORE, compose, createTestGraph } from '../testing/kit';
import { defer } from '../testing/parts';

const USERS = {
  typeDefs: `
    type Query { user(id: ID!): User  broken(id: ID!): User }
    type User @key(fields: "id") { id: ID! name: String secret: String }
  `,
  resolvers: {
    Query: {
      user: (_: unknown, { id }: { id: string }) => (id === 'nobody' ? null : { id, name: `User ${id}` }),
    },
    User: {
      secret: () => {
        throw new Error('Not for you');
      },
    },
  },
};

const MUTATIONS = `
  type Mutation {
    create(input: CreateInput!): Measure
      @before(query: "query ($id: ID!) { user(id: $id) { id } }", variables: "id: input.ownerId", orElse: "OWNER_NOT_FOUND")
      @before(query: "query ($id: ID!) { user(id: $id) { id } }", variables: "id: input.teamId", orElse: "TEAM_NOT_FOUND")
    check(userId: ID!, facts: Facts @inaccessible): String!
      @before(query: "query ($id: ID!) { user(id: $id) { name } }", variables: "id: userId", into: "facts", orElse: "USER_NOT_FOUND")
    peek(userId: ID!): String
      @before(query: "query ($id: ID!) { user(id: $id) { id secret } }", variables: "id: userId", orElse: "USER_NOT_FOUND")
    count(step: String!): Int!
  }
  input CreateInput { title: String = "untitled" ownerId: ID teamId: ID }
  input Facts @inaccessible { name: String }
  type Measure { title: String ownerId: ID }
`;

const done: string[] = [];
const graph = createTestGraph({
  users: USERS,
  measures: {
    typeDefs: BEFORE + MUTATIONS,
    resolvers: {
      Mutation: {
        create: (_: unknown, { input }: { input: object }) => input,
        check: (_: unknown, { facts }: { facts: { name: string } }) => `checked ${facts.name}`,
        peek: () => 'peeked',
        count: (_: unknown, { step }: { step: string }) => done.push(step),
      },
    },
  },
});

beforeEach(() => {
  graph.requests.splice(0);
  graph.down.clear();
  done.splice(0);
});

const CREATE = 'mutation ($input: CreateInput!) { made: create(input: $input) { name: title } }';

it('facts reach a mutation of which something is deferred', async () => {
  const measures = {
    typeDefs: `${BEFORE}
      type Mutation {
        claim(userId: ID!, facts: Facts @inaccessible): Claim
          @before(query: "query ($id: ID!) { user(id: $id) { name } }", variables: "id: userId", into: "facts", orElse: "USER_NOT_FOUND")
      }
      input Facts @inaccessible { name: String }
      type Claim { by: String user: User }
      type User @key(fields: "id", resolvable: false) { id: ID! }
    `,
    resolvers: {
      Mutation: {
        claim: (_: unknown, { userId: id, facts }: { userId: string; facts: { name: string } }) => ({
          by: facts.name,
          user: { id },
        }),
      },
    },
  };
  const answer = await defer(
    createTestGraph({ users: USERS, measures }),
    'mutation { claim(userId: "u1") { by user { id ... @defer { name } } } }',
  );
  expect(answer).toHaveProperty('initial.data', { claim: { by: 'User u1', user: { id: 'u1' } } });
});

describe('a guard', () => {
  it('lets the mutation pass when it finds something', async () => {
    const { data, errors } = await graph.run(CREATE, { input: { title: 'Revenue', ownerId: 'u1' } });
    expect(errors).toBeUndefined();
    expect(data).toEqual({ made: { name: 'Revenue' } });
    expect(graph.requests.map(({ service }) => service)).toEqual(['users', 'measures']);
  });

  it('refuses with its own code, and the mutation is not fetched', async () => {
    const { data, errors } = await graph.run(CREATE, { input: { ownerId: 'nobody', teamId: 'nobody' } });
    expect(data).toEqual({ made: null });
    expect(errors).toMatchObject([{ path: ['made'], extensions: { code: 'OWNER_NOT_FOUND' } }]);
    expect(graph.asked('measures')).toEqual([]);
  });

  it('is skipped when what it would ask for is absent', async () => {
    const { data } = await graph.run(CREATE, { input: { title: 'Costs', teamId: null } });
    expect(data).toEqual({ made: { name: 'Costs' } });
    expect(graph.asked('users')).toEqual([]);
  });

  it('reads literals as well as variables', async () => {
    const { errors } = await graph.run('mutation { create(input: { teamId: "nobody" }) { title } }');
    expect(errors).toMatchObject([{ path: ['create'], extensions: { code: 'TEAM_NOT_FOUND' } }]);
  });

  it('whose service is down refuses with that', async () => {
    graph.down.add('users');
    const { data, errors } = await graph.run(CREATE, { input: { ownerId: 'u1' } });
    expect(data).toEqual({ made: null });
    expect(errors).toMatchObject([
      { path: ['made'], extensions: { code: 'SERVICE_UNAVAILABLE', service: 'users' } },
    ]);
    expect(graph.asked('measures')).toEqual([]);
  });

  it('that gets a part of its answer refuses with the error', async () => {
    const { errors } = await graph.run('mutation { peek(userId: "u1") }');
    expect(errors).toMatchObject([{ message: 'Not for you', path: ['peek'] }]);
    expect(graph.asked('measures')).toEqual([]);
  });

  it('is not asked when the field is not included', async () => {
    const query = 'mutation ($go: Boolean!) { peek(userId: "u1") @include(if: $go) }';
    expect(await graph.run(query, { go: false })).toEqual({ data: {} });
    expect(graph.requests).toEqual([]);
  });
});

describe('facts', () => {
  it('go to the hidden argument', async () => {
    const query = 'mutation ($before_0: ID!) { check(userId: $before_0) }';
    const { data } = await graph.run(query, { before_0: 'u1' });
    expect(data).toEqual({ check: 'checked User u1' });
  });

  it('cannot be given by clients', async () => {
    expect(printSchema(graph.engine.schema)).not.toMatch(/facts|@before/i);
    await expect(graph.run('mutation { check(userId: "u1", facts: { name: "me" }) }')).rejects.toMatchObject({
      name: 'InvalidOperation',
      message: expect.stringContaining('Unknown argument "facts"') as string,
    });
  });

  it('that are missing make the whole answer null where the field may not be', async () => {
    const { data, errors } = await graph.run('mutation { check(userId: "nobody") count(step: "after") }');
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ path: ['check'], extensions: { code: 'USER_NOT_FOUND' } }]);
    expect(done).toEqual([]);
  });
});

describe('root fields of a mutation', () => {
  it('are executed in order, and equal ones as often as they stand', async () => {
    const { data } = await graph.run(
      'mutation { b: count(step: "one") ...F a: count(step: "one") } fragment F on Mutation { count(step: "two") }',
    );
    expect(data).toEqual({ b: 1, count: 2, a: 3 });
    expect(done).toEqual(['one', 'two', 'one']);
  });
});

describe('a declaration that cannot work', () => {
  const fault = (before: string): (() => unknown) => {
    const typeDefs = `${BEFORE} type Mutation { act(id: ID!, n: Int, facts: F @inaccessible): Int ${before} } input F { name: String! }`;
    return () => createTestGraph({ users: USERS, acts: { typeDefs } });
  };

  it.each([
    ['@before(query: "{ nothing }", orElse: "X")', 'Cannot query field "nothing" on type "Query"'],
    ['@before(query: "{ user(", orElse: "X")', 'Syntax Error'],
    [
      '@before(query: "query ($id: ID!) { user(id: $id) { id } }", orElse: "X")',
      'nothing is mapped to the variable "$id"',
    ],
    [
      '@before(query: "query ($id: ID!) { user(id: $id) { id } }", variables: "id: input.id", orElse: "X")',
      'the field has no argument "input.id"',
    ],
    [
      '@before(query: "query ($id: ID!) { user(id: $id) { id } }", variables: "id: n", orElse: "X")',
      '"n" of type Int does not fit "$id" of type ID',
    ],
    [
      '@before(query: "query ($id: ID!) { user(id: $id) { id } broken(id: $id) { id } }", variables: "id: id", orElse: "X")',
      'the query must have exactly one root field',
    ],
    [
      '@before(query: "query ($id: ID!) { user(id: $id) { id } }", variables: "id: id", into: "n", orElse: "X")',
      'the argument "n" is not hidden',
    ],
    [
      '@before(query: "query ($id: ID!) { user(id: $id) { id } }", variables: "id: id", into: "facts", orElse: "X")',
      '"facts" has no member "id"',
    ],
    [
      '@before(query: "query ($id: ID!) { user(id: $id) { name } }", variables: "id: id", into: "facts", orElse: "X")',
      '"facts.name" must not be null, the query may give null',
    ],
  ])('is refused when the engine is created: %s', (before, message) => {
    expect(fault(before)).toThrow('@before of Mutation.act: ');
    expect(fault(before)).toThrow(message);
  });
});

it.each(['Subscription', 'Query', 'Measure'])(
  'cannot stand on a field of %s, where nobody would ask it',
  (type) => {
    const before = `@before(query: "query { user(id: 1) { id } }", orElse: "X")`;
    const typeDefs = `${BEFORE} ${MUTATIONS} extend type ${type} { guarded: Int ${before} }`;
    expect(() => createTestGraph({ users: USERS, measures: { typeDefs } })).toThrow(
      `@before of ${type}.guarded: only fields of mutations can have it`,
    );
  },
);

it('composes with the directive and hides the argument', () => {
  const sdl = compose({ users: USERS, measures: { typeDefs: BEFORE + MUTATIONS } });
  expect(sdl).toContain('facts: Facts @inaccessible');
  expect(sdl).toContain('directive @before(');
});
