import { parse } from 'graphql';
import { createTestGraph } from '../testing/kit';
import type { TestSubgraph } from '../testing/kit';
import { atOnce, inParts, merge } from '../testing/parts';

const MANY = Array.from({ length: 40 }, (_, index) => `r${index}`);

const subgraphs: Readonly<Record<string, TestSubgraph>> = {
  rooms: {
    typeDefs: `
      type Query { rooms(ids: [ID!]!): [Room!]! }
      type Room @key(fields: "id") { id: ID! tone(loud: Boolean): String clocks: [Clock!]! radio: Radio! }
      type Clock @key(fields: "id") { id: ID! }
      type Radio @key(fields: "id") { id: ID! }
    `,
    resolvers: {
      Query: { rooms: (_: unknown, { ids }: { ids: string[] }) => ids.map((id) => ({ id })) },
      Room: {
        tone: ({ id }: { id: string }, { loud }: { loud?: boolean }) => `${loud ? 'LOUD' : 'tone'} ${id}`,
        clocks: () => [{ id: 'c1' }, { id: 'c2' }],
        radio: () => ({ id: 'x' }),
      },
    },
  },
  lights: {
    typeDefs: 'type Room @key(fields: "id") { id: ID! light: String }',
    resolvers: { Room: { light: ({ id }: { id: string }) => (id === 'r0' ? 'dim' : 'bright') } },
  },
  sounds: {
    typeDefs: `
      type Room @key(fields: "id") @context(name: "room") {
        id: ID! light: String @external tone(loud: Boolean): String @external
      }
      type Clock @key(fields: "id") {
        id: ID!
        tick(light: String @fromContext(field: "$room { light }"), times: Int): String
        tone(tone: String @fromContext(field: "$room { tone }")): String
      }
      type Radio @key(fields: "id") { id: ID! song(light: String @fromContext(field: "$room { light }")): String }
    `,
    resolvers: {
      Clock: {
        tick: ({ id }: { id: string }, { light, times }: { light: string | null; times?: number }) => {
          if (id === 'c2' && light === 'dim') throw new Error('Too dark to tick');
          return `${id} ticks ${times ?? ''} ${light}`;
        },
        tone: ({ id }: { id: string }, { tone }: { tone: string }) => `${id} ${tone}`,
      },
      Radio: { song: ({ id }: { id: string }, { light }: { light: string }) => `${id} sings ${light}` },
    },
  },
};

const graph = createTestGraph(subgraphs);

beforeEach(() => {
  graph.requests.splice(0);
  graph.down.clear();
});

const sent = (): unknown[] => graph.asked('sounds').map(({ variables }) => variables);
const clock = (id: string): object => ({ __typename: 'Clock', id });

describe('fields that read a context', () => {
  it('are asked of each entity once where it is the same', async () => {
    const { data } = await graph.run('{ rooms(ids: ["r1", "r2"]) { clocks { tick } } }');
    const clocks = [{ tick: 'c1 ticks  bright' }, { tick: 'c2 ticks  bright' }];
    expect(data).toEqual({ rooms: [{ clocks }, { clocks }] });
    expect(sent()).toEqual([
      { contextualArgument_3_0: 'bright', representations: [clock('c1'), clock('c2')] },
    ]);
  });

  it('are asked in one request for all its values', async () => {
    const { data } = await graph.run('{ rooms(ids: ["r0", "r1"]) { radio { song } clocks { id tone } } }');
    const clocks = (room: string): object[] => ['c1', 'c2'].map((id) => ({ id, tone: `${id} tone ${room}` }));
    expect(data).toEqual({
      rooms: [
        { radio: { song: 'x sings dim' }, clocks: clocks('r0') },
        { radio: { song: 'x sings bright' }, clocks: clocks('r1') },
      ],
    });
    expect(sent().map((variables) => Object.keys(variables as object).length)).toEqual([4, 4]);
  });

  it('are asked in requests of a limited size where it has many values', async () => {
    const query = 'query ($ids: [ID!]!) { rooms(ids: $ids) { clocks { tone } } }';
    const { data, errors } = await graph.run(query, { ids: MANY });
    const clocks = (room: string): object[] => ['c1', 'c2'].map((id) => ({ tone: `${id} tone ${room}` }));
    expect(errors).toBeUndefined();
    expect(data).toEqual({ rooms: MANY.map((room) => ({ clocks: clocks(room) })) });
    expect(sent().map((variables) => Object.keys(variables as object).length / 2)).toEqual([16, 16, 8]);
  });

  it('fail where they are, not where the same entity stands in another context', async () => {
    const { data, errors } = await graph.run(
      '{ rooms(ids: ["r1", "r0", "r2"]) { clocks { tick(times: 2) } } }',
    );
    const bright = { clocks: [{ tick: 'c1 ticks 2 bright' }, { tick: 'c2 ticks 2 bright' }] };
    expect(data).toEqual({
      rooms: [bright, { clocks: [{ tick: 'c1 ticks 2 dim' }, { tick: null }] }, bright],
    });
    expect(errors?.map(({ path }) => path?.join('.'))).toEqual(['rooms.1.clocks.1.tick']);
  });

  it('get null where the service of the context is down', async () => {
    graph.down.add('lights');
    const { data, errors } = await graph.run('{ rooms(ids: ["r1"]) { clocks { tick } } }');
    expect(data).toEqual({ rooms: [{ clocks: [{ tick: 'c1 ticks  null' }, { tick: 'c2 ticks  null' }] }] });
    expect(errors?.map(({ path, extensions }) => [path?.join('.'), extensions['code']])).toEqual([
      ['rooms.0', 'SERVICE_UNAVAILABLE'],
    ]);
  });

  it('come in parts with their values', async () => {
    const query = '{ rooms(ids: ["r0", "r1"]) { clocks { id ... @defer { tone } } } }';
    const { data } = await merge(await inParts(graph, query));
    const clocks = (room: string): object[] => ['c1', 'c2'].map((id) => ({ id, tone: `${id} tone ${room}` }));
    expect(data).toEqual({ rooms: [{ clocks: clocks('r0') }, { clocks: clocks('r1') }] });
  });

  it('come at once where a part could begin before their context is there', async () => {
    const query = '{ rooms(ids: ["r0", "r1"]) { radio { id ... @defer { song } } } }';
    const { data } = await atOnce(graph, query);
    expect(data).toEqual({
      rooms: [{ radio: { id: 'x', song: 'x sings dim' } }, { radio: { id: 'x', song: 'x sings bright' } }],
    });
  });

  it('read the context as their subgraph says, whatever the client asks of the same field', async () => {
    const { data } = await graph.run(
      '{ rooms(ids: ["r0"]) { tone(loud: true) calm: tone(loud: false) clocks { tone } } }',
    );
    const clocks = [{ tone: 'c1 tone r0' }, { tone: 'c2 tone r0' }];
    expect(data).toEqual({ rooms: [{ tone: 'LOUD r0', calm: 'tone r0', clocks }] });
  });

  it('are refused where a variable of the client has the name of theirs', () => {
    const query =
      'query ($contextualArgument_3_0: Int) { rooms(ids: []) { clocks { tick(times: $contextualArgument_3_0) } } }';
    expect(() => graph.engine.prepare(parse(query))).toThrow('"$contextualArgument_3_0" is taken');
  });
});
