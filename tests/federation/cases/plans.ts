import type { Case } from '../case';

export const plans: readonly Case[] = [
  {
    name: 'types that the asked subgraph does not know',
    subgraphs: {
      a: {
        typeDefs: `
          type Query { node: Node list: [Node] }
          interface Node { id: ID! }
          type Known implements Node @key(fields: "id") { id: ID! name: String }
        `,
        resolvers: () => ({
          Query: {
            node: () => ({ __typename: 'Known', id: '1', name: 'One' }),
            list: () => [{ __typename: 'Known', id: '1', name: 'One' }, null],
          },
        }),
      },
      b: {
        typeDefs: `
          type Query { other: Node }
          interface Node { id: ID! }
          type Unknown implements Node @key(fields: "id") { id: ID! size: Int }
        `,
        resolvers: () => ({ Query: { other: () => ({ __typename: 'Unknown', id: '2', size: 5 }) } }),
      },
    },
    operations: [
      { query: '{ node { ... on Unknown { size } } }', data: { node: {} } },
      { query: '{ list { ... on Unknown { size } } }', data: { list: [{}, null] } },
      {
        query: '{ node { ... on Unknown { size } } other { ... on Unknown { size } } }',
        data: { node: {}, other: { size: 5 } },
      },
      { query: '{ other { __typename ... on Known { name } } }', data: { other: { __typename: 'Unknown' } } },
    ],
  },
];
