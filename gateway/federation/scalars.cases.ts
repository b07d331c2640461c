import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { createTestGraph } from './testing/kit';

const even = (value: unknown): number => {
  if (typeof value === 'number' && value % 2 === 0) return value;
  throw new GraphQLError('not an even number');
};

const Even = new GraphQLScalarType<number>({
  name: 'Even',
  parseValue: even,
  parseLiteral: (node) => even(node.kind === Kind.INT ? Number(node.value) : undefined),
});

const subgraphs = {
  numbers: {
    typeDefs: 'scalar Even type Query { half(of: Even!): Int }',
    resolvers: { Query: { half: (_: unknown, { of }: { of: unknown }) => (of as number) / 2 } },
  },
};
const knowing = createTestGraph(subgraphs, { scalars: { Even } });
const unknowing = createTestGraph(subgraphs);

const AS_VARIABLE = 'query ($of: Even!) { half(of: $of) }';

describe('what a scalar refuses', () => {
  beforeEach(() => knowing.requests.splice(0));

  it('is refused as a variable before anything is asked', async () => {
    const { errors } = await knowing.run(AS_VARIABLE, { of: 3 });
    expect(errors?.[0]?.message).toContain('not an even number');
    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    expect(knowing.requests).toEqual([]);
  });

  it('is refused in the text of an operation', async () => {
    await expect(async () => knowing.run('{ half(of: 3) }')).rejects.toThrow('not an even number');
  });

  it('lets pass what it takes, as it was given', async () => {
    expect(await knowing.run(AS_VARIABLE, { of: 4 })).toEqual({ data: { half: 2 } });
    expect(await knowing.run('{ half(of: 4) }')).toEqual({ data: { half: 2 } });
  });

  it('is nothing where nobody knows the scalar', async () => {
    expect(await unknowing.run('{ half(of: "six") }')).toMatchObject({ data: { half: null } });
  });
});
