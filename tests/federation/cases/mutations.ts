import type { Case } from '../case';

/** Both subgraphs write into one log: the order of their writes is seen in it. */
function ledger(): Case['subgraphs'] {
  let log: string[] = [];
  const write = (entry: string) => {
    log = [...log, entry];
    return log.join(' ');
  };
  return {
    a: {
      typeDefs: `
        type Query { logA: String }
        type Mutation { addA(by: Int!): String itemA(id: ID!): Item resetA: Boolean sharp: String! }
        type Item @key(fields: "id") { id: ID! seenByA: String }
      `,
      resolvers: () => {
        log = [];
        return {
          Query: { logA: () => log.join(' ') },
          Mutation: {
            addA: (_: unknown, { by }: { by: number }) => write(`a${by}`),
            itemA: (_: unknown, { id }: { id: string }) => {
              write(`item-${id}`);
              return { id };
            },
            sharp: () => {
              throw new Error('Cut');
            },
          },
          Item: { seenByA: () => log.join(' ') },
        };
      },
    },
    b: {
      typeDefs: `
        type Query { logB: String }
        type Mutation { addB(by: Int!): String }
        type Item @key(fields: "id") { id: ID! seenByB: String }
      `,
      resolvers: () => ({
        Query: { logB: () => log.join(' ') },
        Mutation: { addB: (_: unknown, { by }: { by: number }) => write(`b${by}`) },
        Item: { seenByB: () => log.join(' ') },
      }),
    },
  };
}

export const mutations: readonly Case[] = [
  {
    name: 'mutations in their order, across subgraphs',
    subgraphs: ledger(),
    operations: [
      {
        query: 'mutation { x: addA(by: 1) y: addB(by: 2) z: addA(by: 3) }',
        data: { x: 'a1', y: 'a1 b2', z: 'a1 b2 a3' },
      },
      {
        query: 'mutation { addB(by: 1) addA(by: 2) again: addA(by: 2) }',
        data: { addB: 'b1', addA: 'b1 a2', again: 'b1 a2 a2' },
      },
      {
        query: 'mutation { itemA(id: 7) { id: seenByB seenByA } addB(by: 1) }',
        data: { itemA: { id: 'item-7', seenByA: 'item-7' }, addB: 'item-7 b1' },
      },
      {
        query:
          'mutation ($on: Boolean!) { ...M addA(by: 2) ... @skip(if: $on) { c: addB(by: 3) } } fragment M on Mutation { addB(by: 1) }',
        variables: { on: true },
        data: { addB: 'b1', addA: 'b1 a2' },
      },
      {
        query: 'mutation { addA(by: 1) sharp addB(by: 2) }',
        data: null,
        errors: ['sharp'],
      },
    ],
  },
];
