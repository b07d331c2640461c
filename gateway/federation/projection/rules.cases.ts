import { DirectiveLocation, GraphQLDirective, GraphQLString } from 'graphql';
import { createTestGraph } from '../testing/kit';
import type { FieldRule, Vocabulary } from '../index';

const graph = createTestGraph({
  goals: {
    typeDefs: `
      type Query { goal(id: ID!): Goal  goals: [Goal!]! }
      type Goal @key(fields: "id") { id: ID! title: String! status: Status links: [Link] alignment: Alignment }
      type Link { id: ID! note: String }
      type Alignment { score: Int explanation: String detail: Detail strict: String! }
      type Detail { level: Int }
      enum Status { ON_TRACK AT_RISK }
    `,
    resolvers: {
      Query: {
        goal: (_: unknown, { id }: { id: string }) => goals.find((goal) => goal.id === id),
        goals: () => goals,
      },
    },
  },
  people: {
    typeDefs: 'type Goal @key(fields: "id") { id: ID! owner: Person! } type Person { name: String! }',
    resolvers: { Goal: { owner: () => ({ name: 'Ada' }) } },
  },
});

const goals = [
  {
    id: '1',
    title: 'Grow',
    status: 'ON_TRACK',
    links: [
      { id: 'l1', note: 'a' },
      { id: 'l2', note: null },
    ],
    alignment: { score: 80, explanation: null, detail: { level: 3 }, strict: 'yes' },
  },
  { id: '2', title: 'Shrink', status: null, links: null, alignment: null },
  { id: '3', title: 'Stay', links: [], alignment: { score: 5, strict: null } },
];

/** A vocabulary of one directive that names a rule. */
function vocabulary(rules: Record<string, FieldRule>): { vocabulary: Vocabulary } {
  const directive = new GraphQLDirective({
    name: 'as',
    locations: [DirectiveLocation.FIELD],
    args: { rule: { type: GraphQLString } },
  });
  return {
    vocabulary: {
      directives: [directive],
      rule: (field) => {
        const value = field.directives?.find(({ name }) => name.value === 'as')?.arguments?.[0]?.value;
        return value?.kind === 'StringValue' ? (rules[value.value] ?? {}) : {};
      },
    },
  };
}

const RULES = vocabulary({
  both: { names: ['goalTitle', 'goal_title'] },
  zero: { fallback: { value: 0 } },
  nobody: { fallback: { value: 'nobody' } },
  hoist: { hoist: true },
  nest: { nest: ['about', 'about_it'] },
  ids: { pluck: 'id' },
  notes: { pluck: 'note', fallback: { value: ['none'] } },
  omit: { omitNull: true },
  lower: { leaf: (value) => String(value).toLowerCase().replace('_', ' ') },
});

const run = (selection: string, id = '1'): ReturnType<typeof graph.run> =>
  graph.run(`{ goal(id: ${id}) { ${selection} } }`, {}, RULES);

beforeEach(() => {
  graph.requests.splice(0);
  graph.down.clear();
});

describe('rules of the caller', () => {
  it('never reach a subgraph', async () => {
    await run('title @as(rule: "both")');
    expect(graph.requests[0]?.query).toBe('{goal(id:1){title}}');
  });

  it('write a value under several names', async () => {
    expect((await run('title @as(rule: "both") id')).data).toEqual({
      goal: { goalTitle: 'Grow', goal_title: 'Grow', id: '1' },
    });
  });

  it('spell leaves that are not null', async () => {
    expect((await run('status @as(rule: "lower")')).data).toEqual({ goal: { status: 'on track' } });
    expect((await run('status @as(rule: "lower")', '2')).data).toEqual({ goal: { status: null } });
  });

  it('omit nulls', async () => {
    expect((await run('id status @as(rule: "omit")', '2')).data).toEqual({ goal: { id: '2' } });
  });

  it('nest values in an object that the graph does not have', async () => {
    const { data, errors } = await run('id title @as(rule: "nest") status @as(rule: "nest")', '2');
    const about = { title: 'Shrink', status: null };
    expect(data).toEqual({ goal: { id: '2', about, about_it: about } });
    expect(errors).toBeUndefined();
  });

  it('name the place of a nested value that went wrong', async () => {
    const { data, errors } = await run('alignment { score strict @as(rule: "nest") }', '3');
    expect(data).toEqual({ goal: { alignment: null } });
    expect(errors?.[0]?.path).toEqual(['goal', 'alignment', 'about', 'strict']);
  });

  it('pluck a member of a list', async () => {
    expect((await run('links @as(rule: "ids") { id }')).data).toEqual({ goal: { links: ['l1', 'l2'] } });
    expect((await run('links @as(rule: "notes") { note }', '2')).data).toEqual({ goal: { links: ['none'] } });
    expect((await run('links @as(rule: "notes") { note @as(rule: "omit") }')).data).toEqual({
      goal: { links: ['a'] },
    });
  });
});

describe('a fallback', () => {
  it('stands in place of null', async () => {
    expect((await run('alignment { score @as(rule: "zero") }')).data).toEqual({
      goal: { alignment: { score: 80 } },
    });
    expect((await run('status @as(rule: "nobody")', '2')).data).toEqual({ goal: { status: 'nobody' } });
  });

  it('stands in place of a null that may not be, also when the service is down', async () => {
    graph.down.add('people');
    const { data, errors } = await run('title owner @as(rule: "nobody") { name }');
    expect(data).toEqual({ goal: { title: 'Grow', owner: 'nobody' } });
    expect(errors).toMatchObject([{ path: ['goal', 'owner'], extensions: { service: 'people' } }]);
  });
});

describe('hoisting', () => {
  const selection =
    'id alignment @as(rule: "hoist") { score @as(rule: "zero") explanation detail @as(rule: "hoist") { level @as(rule: "zero") } }';

  it('writes members into the object around, at any depth', async () => {
    expect(JSON.stringify((await run(selection)).data)).toBe(
      '{"goal":{"id":"1","score":80,"explanation":null,"level":3}}',
    );
  });

  it('writes fallbacks or null when there is no object', async () => {
    expect((await run(selection, '2')).data).toEqual({
      goal: { id: '2', score: 0, explanation: null, level: 0 },
    });
  });

  it('names errors of members in the object around', async () => {
    const { data, errors } = await run('id alignment @as(rule: "hoist") { s: score strict }', '3');
    expect(data).toEqual({ goal: { id: '3', s: null, strict: null } });
    expect(errors).toMatchObject([{ path: ['goal', 'strict'] }]);
  });

  it('raises a null that may not be when no member has a fallback', async () => {
    graph.down.add('people');
    expect((await run('id owner @as(rule: "hoist") { name }')).data).toEqual({ goal: null });
    expect((await run('id owner @as(rule: "hoist") { name @as(rule: "nobody") }')).data).toEqual({
      goal: { id: '1', name: 'nobody' },
    });
  });
});

describe('a rule that cannot work', () => {
  it.each([
    ['{ goals @as(rule: "hoist") { id } }', 'cannot be hoisted'],
    ['{ goal(id: 1) @as(rule: "ids") { id } }', 'is not a list of objects'],
    ['{ goals @as(rule: "ids") { title } }', 'has no member "id"'],
    ['{ goals @unknown { id } }', 'Unknown directive "@unknown"'],
  ])('is refused when it is prepared: %s', async (query, message) => {
    await expect(graph.run(query, {}, RULES)).rejects.toThrow(message);
  });
});

describe('notes', () => {
  const NOTING = vocabulary({
    notes: { notes: 'unknown' },
    zero: { fallback: { value: 0, isNoted: true } },
    text: { fallback: { value: 'not known', isNoted: true } },
    silent: { fallback: { value: '' } },
    detail: { fallback: { value: { level: 0, of: { depth: 1 } }, isNoted: true } },
    hoist: { hoist: true },
    both: { names: ['shown', 'shown_too'], notes: 'unknown' },
  });
  const noting = (selection: string, id: string): ReturnType<typeof graph.run> =>
    graph.run(`{ goal(id: ${id}) { ${selection} } }`, {}, NOTING);

  it('name the fallbacks below an object by their paths, and only those that are noted', async () => {
    const selection =
      'alignment @as(rule: "notes") { score explanation @as(rule: "text") detail @as(rule: "detail") { level } }';
    expect((await noting(selection, '3')).data).toEqual({
      goal: {
        alignment: {
          score: 5,
          explanation: 'not known',
          detail: { level: 0, of: { depth: 1 } },
          unknown: ['explanation', 'detail.level', 'detail.of.depth'],
        },
      },
    });
    expect(
      (await noting('alignment @as(rule: "notes") { explanation @as(rule: "silent") }', '1')).data,
    ).toEqual({
      goal: { alignment: { explanation: '' } },
    });
  });

  it('are taken by the nearest object that takes them, also for members that were hoisted', async () => {
    const { data } = await graph.run(
      '{ goal(id: 2) @as(rule: "notes") { alignment @as(rule: "hoist") { score @as(rule: "zero") } } }',
      {},
      NOTING,
    );
    expect(data).toEqual({ goal: { score: 0, unknown: ['score'] } });
  });

  it('are absent when all is known', async () => {
    expect((await noting('alignment @as(rule: "notes") { score @as(rule: "zero") }', '1')).data).toEqual({
      goal: { alignment: { score: 80 } },
    });
  });

  it('stand in each item of a list', async () => {
    const { data } = await graph.run(
      '{ goals @as(rule: "notes") { id alignment @as(rule: "hoist") { score @as(rule: "zero") } } }',
      {},
      NOTING,
    );
    expect(data).toEqual({
      goals: [
        { id: '1', score: 80 },
        { id: '2', score: 0, unknown: ['score'] },
        { id: '3', score: 5 },
      ],
    });
  });
});

it('constants stand in every object of their field', async () => {
  const rules = vocabulary({ kind: { constants: { kind: 'goal', weight: 2 } } });
  const { data } = await graph.run('{ goals @as(rule: "kind") { id } }', {}, rules);
  expect(data).toEqual({
    goals: ['1', '2', '3'].map((id) => ({ id, kind: 'goal', weight: 2 })),
  });
});
