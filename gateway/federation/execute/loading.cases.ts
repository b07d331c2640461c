import { createTestGraph } from '../testing/kit';

const PEOPLE = ['p1', 'p2', 'p3'];

const graph = createTestGraph({
  goals: {
    typeDefs: `
      type Query { goals: [Goal!]! lead: Person }
      type Goal @key(fields: "id") { id: ID! owner: Person helpers: [Person!]! reviewer: Person! }
      type Person @key(fields: "id") { id: ID! part: String }
    `,
    resolvers: {
      Query: {
        goals: () => PEOPLE.map((id) => ({ id: `of ${id}`, owner: { id } })),
        lead: () => ({ id: 'p1' }),
      },
      Goal: {
        helpers: () => PEOPLE.map((id) => ({ id })),
        reviewer: ({ id }: { id: string }) => ({ id: 'p1', part: `part ${id}` }),
      },
    },
  },
  people: {
    typeDefs: `
      type Person @key(fields: "id") {
        id: ID! name: String! mail: String rank: Rank boss: Person home: Home salary(year: Int): Int
      }
      type Home @key(fields: "id") { id: ID! }
      enum Rank { HIGH LOW @inaccessible }
    `,
    resolvers: {
      Person: {
        __resolveReference: ({ id }: { id: string }) => ({ id }),
        name: ({ id }: { id: string }) => `Name of ${id}`,
        mail: ({ id }: { id: string }) => {
          if (id === 'p2') throw new Error('The mail is secret');
          return `${id}@example.com`;
        },
        boss: ({ id }: { id: string }) => (id === 'p1' ? null : { id: 'p1' }),
        rank: ({ id }: { id: string }) => (id === 'p2' ? 'LOW' : 'HIGH'),
        home: () => ({ id: 'h1' }),
        salary: (_: unknown, { year }: { year: number }) => year,
      },
    },
  },
  homes: {
    typeDefs: `
      type Home @key(fields: "id") { id: ID! rent(year: Int): Int tenants: [Person!]! }
      type Person @key(fields: "id") { id: ID! }
    `,
    resolvers: {
      Home: {
        __resolveReference: (reference: object) => reference,
        tenants: () => [{ id: 'p1' }, { id: 'p3' }],
        rent: (_: unknown, { year }: { year: number }) => year,
      },
    },
  },
});

beforeEach(() => {
  graph.requests.splice(0);
  graph.down.clear();
});

const sent = (): unknown[] => graph.asked('people').map(({ variables }) => variables);
const person = (id: string): object => ({ __typename: 'Person', id });

describe('what several places of a plan want of one subgraph', () => {
  it('goes in one request, each entity once, where they want the same', async () => {
    const { data, errors } = await graph.run('{ lead { name } goals { owner { name } helpers { name } } }');
    const names = PEOPLE.map((id) => ({ name: `Name of ${id}` }));
    expect(errors).toBeUndefined();
    expect(data).toEqual({ lead: names[0], goals: names.map((owner) => ({ owner, helpers: names })) });
    expect(sent()).toEqual([{ representations: PEOPLE.map(person) }]);
  });

  it('goes in one request where they want different things', async () => {
    const { data } = await graph.run(
      'query ($y: Int) { lead { salary(year: $y) } goals { owner { name } } }',
      {
        y: 7,
      },
    );
    expect(data).toEqual({
      lead: { salary: 7 },
      goals: PEOPLE.map((id) => ({ owner: { name: `Name of ${id}` } })),
    });
    expect(sent()).toEqual([
      { y: 7, representations__0: [person('p1')], representations__1: PEOPLE.map(person) },
    ]);
  });

  it('is told to each place that it concerns when an entity has an error', async () => {
    const { data, errors } = await graph.run(
      '{ goals { id owner { mail } helpers { mail } } lead { mail } }',
    );
    expect(data).toMatchObject({ lead: { mail: 'p1@example.com' } });
    expect(errors?.map(({ path }) => path?.join('.')).sort()).toEqual([
      'goals.0.helpers.1.mail',
      'goals.1.helpers.1.mail',
      'goals.1.owner.mail',
      'goals.2.helpers.1.mail',
    ]);
  });

  it('is told to the place of each where different things went in one request', async () => {
    const { data, errors } = await graph.run('{ lead { name } goals { owner { mail } } }');
    expect(data).toMatchObject({ lead: { name: 'Name of p1' } });
    expect(errors?.map(({ path, message }) => [path, message])).toEqual([
      [['goals', 1, 'owner', 'mail'], 'The mail is secret'],
    ]);
  });

  it('fails at each place when the subgraph does not answer', async () => {
    graph.down.add('people');
    const { data, errors } = await graph.run('{ lead { mail } goals { owner { mail home { id } } } }');
    expect(data).toEqual({
      lead: { mail: null },
      goals: PEOPLE.map(() => ({ owner: { mail: null, home: null } })),
    });
    const places = errors?.map(({ path }) => path?.join('.'));
    expect(places).toEqual(expect.arrayContaining(['lead.mail', 'goals.2.owner.mail', 'goals.2.owner.home']));
    expect(errors?.every(({ extensions }) => extensions['code'] === 'SERVICE_UNAVAILABLE')).toBe(true);
  });

  it('keeps apart what is filled later at one of the places only', async () => {
    const { data } = await graph.run(`{
      lead { home { id rent(year: 1) } }
      goals { owner { home { id rent(year: 2) } } }
    }`);
    expect(data).toEqual({
      lead: { home: { id: 'h1', rent: 1 } },
      goals: PEOPLE.map(() => ({ owner: { home: { id: 'h1', rent: 2 } } })),
    });
    expect(graph.asked('people')).toHaveLength(1);
  });
});

it('an entity that is met again deeper down is not asked for again', async () => {
  const { data } = await graph.run('{ lead { name home { tenants { name } } } goals { owner { name } } }');
  expect(data).toMatchObject({
    lead: { name: 'Name of p1', home: { tenants: [{ name: 'Name of p1' }, { name: 'Name of p3' }] } },
  });
  expect(graph.asked('homes')).toHaveLength(1);
  expect(graph.asked('people')).toHaveLength(1);
});

describe('references to one entity', () => {
  it('stay apart where they hold what belongs to their place', async () => {
    const { data } = await graph.run('{ goals { reviewer { part name } } }');
    expect(data).toEqual({
      goals: PEOPLE.map((id) => ({ reviewer: { part: `part of ${id}`, name: 'Name of p1' } })),
    });
  });

  it('have what is wrong with the entity told at each of their places', async () => {
    const query = '{ goals { helpers { rank } } }';
    const { data, errors } = await graph.run(query);
    const helpers = ['HIGH', null, 'HIGH'].map((rank) => ({ rank }));
    expect(data).toEqual({ goals: PEOPLE.map(() => ({ helpers })) });
    const places = PEOPLE.map((_, index) => ['goals', index, 'helpers', 1, 'rank']);
    expect(errors?.map(({ path }) => path)).toEqual(places);
  });
});
