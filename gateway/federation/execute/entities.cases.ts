import { createTestGraph } from '../testing/kit';

const people = [
  { id: 'p1', name: 'Ada', manager: { id: 'p2' } },
  { id: 'p2', name: 'Bob', manager: null },
];

const graph = createTestGraph({
  goals: {
    typeDefs: `
      type Query { goals: [Goal!]!  board: [[Goal]]  goal(id: ID!): Goal }
      type Goal @key(fields: "id") { id: ID! title: String owner: Person watchers: [Person] site: Site }
      type Person @key(fields: "id") { id: ID! }
      type Site @key(fields: "code area { id }") { code: String area: Area }
      type Area @shareable { id: ID }
    `,
    resolvers: {
      Query: {
        goals: () => [1, 2, 3, 4].map(goal),
        board: () => [[goal(1), null], null, [goal(2), goal(1)]],
        goal: (_: unknown, { id }: { id: string }) => goal(Number(id)),
      },
    },
  },
  people: {
    typeDefs: `
      type Person @key(fields: "id") { id: ID! name: String! boss: Person salary: Int }
    `,
    resolvers: {
      Person: {
        __resolveReference: ({ id }: { id: string }) => people.find((person) => person.id === id) ?? null,
        boss: ({ manager }: { manager: { id: string } | null }) =>
          people.find(({ id }) => id === manager?.id),
        salary: ({ id }: { id: string }) => {
          if (id === 'p2') throw new Error('Salaries are secret');
          return 100;
        },
      },
    },
  },
  places: {
    typeDefs: `
      type Site @key(fields: "code area { id }") { code: String area: Area label: String }
      type Area @shareable { id: ID }
    `,
    resolvers: {
      Site: {
        __resolveReference: (reference: object) => reference,
        label: ({ code, area }: { code: string; area: { id: string } }) => `${area.id}/${code}`,
      },
    },
  },
});

function goal(id: number): object {
  const owner = id === 4 ? null : { id: id === 3 ? 'gone' : `p${id}` };
  const site = id === 2 ? { code: null, area: null } : { code: `s${id}`, area: { id: 'north' } };
  return { id, title: `Goal ${id}`, owner, watchers: [{ id: 'p1' }, null, { id: 'p2' }, { id: 'p1' }], site };
}

beforeEach(() => {
  graph.requests.splice(0);
  graph.down.clear();
});

describe('entity fetches', () => {
  it('send each entity once and fill all of its places', async () => {
    const { data } = await graph.run('{ goal(id: 1) { watchers { name } owner { name } } }');
    expect(data).toEqual({
      goal: { watchers: [{ name: 'Ada' }, null, { name: 'Bob' }, { name: 'Ada' }], owner: { name: 'Ada' } },
    });
    const sent = graph.asked('people').map(({ variables }) => variables['representations']);
    expect(sent).toContainEqual([
      { __typename: 'Person', id: 'p1' },
      { __typename: 'Person', id: 'p2' },
    ]);
  });

  it('reach entities in lists of lists', async () => {
    const { data } = await graph.run('{ board { owner { name } } }');
    const [ada, bob] = [{ owner: { name: 'Ada' } }, { owner: { name: 'Bob' } }];
    expect(data).toEqual({ board: [[ada, null], null, [bob, ada]] });
  });

  it('follow references that the entities themselves hold', async () => {
    const { data } = await graph.run('{ goal(id: 1) { owner { boss { name boss { name } } } } }');
    expect(data).toEqual({ goal: { owner: { boss: { name: 'Bob', boss: null } } } });
  });

  it('use compound and nested keys, and send no entity whose keys are all null', async () => {
    const { data, errors } = await graph.run('{ goals { site { label } } }');
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      goals: [
        { site: { label: 'north/s1' } },
        { site: { label: null } },
        { site: { label: 'north/s3' } },
        { site: { label: 'north/s4' } },
      ],
    });
  });

  it('are not sent when there is nothing to ask', async () => {
    const { data } = await graph.run('{ goal(id: 4) { owner { name } } }');
    expect(data).toEqual({ goal: { owner: null } });
    expect(graph.asked('people')).toEqual([]);
  });

  it('make an entity that is not found null where its fields may not be', async () => {
    const { data, errors } = await graph.run('{ goal(id: 3) { title owner { name } } }');
    expect(data).toEqual({ goal: { title: 'Goal 3', owner: null } });
    expect(errors).toMatchObject([
      { message: 'Cannot return null for non-nullable field Person.name.', path: ['goal', 'owner', 'name'] },
    ]);
  });
});

describe('errors of an entity fetch', () => {
  it('stand at every place of the entity, under the names of the client', async () => {
    const { data, errors } = await graph.run('{ g: goal(id: 1) { all: watchers { pay: salary } } }');
    expect(data).toEqual({ g: { all: [{ pay: 100 }, null, { pay: null }, { pay: 100 }] } });
    expect(errors?.map((error) => error.toJSON())).toEqual([
      { message: 'Salaries are secret', path: ['g', 'all', 2, 'pay'], extensions: { service: 'people' } },
    ]);
  });

  it('of a service that is down stand at the fields that it would have filled', async () => {
    graph.down.add('people');
    const { data, errors } = await graph.run('{ goals { title pay: owner { cash: salary } } }');
    expect(data?.['goals']).toContainEqual({ title: 'Goal 1', pay: { cash: null } });
    expect(errors?.map((error) => error.toJSON())).toEqual(
      [0, 1, 2].map((index) => ({
        message: 'Failed with SERVICE_UNAVAILABLE',
        path: ['goals', index, 'pay', 'cash'],
        extensions: { code: 'SERVICE_UNAVAILABLE', service: 'people' },
      })),
    );
    expect(JSON.stringify(errors)).not.toContain('10.0.0.7');
    expect(graph.reports).toMatchObject([
      { service: 'people', fault: { message: expect.stringContaining('ECONNREFUSED') as string } },
    ]);
  });

  it('explain a null that rises, so that it is not reported twice', async () => {
    graph.down.add('people');
    const { data, errors } = await graph.run('{ goal(id: 1) { title owner { name } } }');
    expect(data).toEqual({ goal: { title: 'Goal 1', owner: null } });
    expect(errors).toHaveLength(1);
  });

  it('of the root service stand at the root fields', async () => {
    graph.down.add('goals');
    const { data, errors } = await graph.run('{ mine: goal(id: 1) { title } board { title } }');
    expect(data).toEqual({ mine: null, board: null });
    expect(errors?.map(({ path }) => path)).toEqual([['mine'], ['board']]);
  });
});
