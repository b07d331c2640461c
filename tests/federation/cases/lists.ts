import type { Case } from '../case';

const MANY = Array.from({ length: 1000 }, (_, index) => index);

export const lists: readonly Case[] = [
  {
    name: 'entities in lists of lists',
    subgraphs: {
      grid: {
        typeDefs: `
          type Query { grid: [[Cell]] deep: [[[Cell!]!]] rows: [Row] }
          type Row { cells: [[Cell]] }
          type Cell @key(fields: "id") { id: ID! }
        `,
        resolvers: () => {
          const cell = (id: string) => ({ id });
          return {
            Query: {
              grid: () => [[cell('a'), null], null, [], [cell('b'), cell('a')]],
              deep: () => [[[cell('a')], []], [[cell('b'), cell('c')]]],
              rows: () => [{ cells: [[cell('a')], [cell('b')]] }, null],
            },
          };
        },
      },
      labels: {
        typeDefs: 'type Cell @key(fields: "id") { id: ID! label: String near: [[Cell]] }',
        resolvers: () => ({
          Cell: {
            label: ({ id }: { id: string }) => id.toUpperCase(),
            near: ({ id }: { id: string }) => [[{ id: `${id}1` }], [null]],
          },
        }),
      },
    },
    operations: [
      {
        query: '{ grid { label } }',
        data: { grid: [[{ label: 'A' }, null], null, [], [{ label: 'B' }, { label: 'A' }]] },
      },
      {
        query: '{ deep { id: label } }',
        data: { deep: [[[{ id: 'A' }], []], [[{ id: 'B' }, { id: 'C' }]]] },
      },
      {
        query: '{ rows { cells { near { id label } } } }',
        data: {
          rows: [
            {
              cells: [
                [{ near: [[{ id: 'a1', label: 'A1' }], [null]] }],
                [{ near: [[{ id: 'b1', label: 'B1' }], [null]] }],
              ],
            },
            null,
          ],
        },
      },
    ],
  },
  {
    name: 'a list of 1,000 entities',
    subgraphs: {
      numbers: {
        typeDefs: `
          type Query { numbers: [Number!]! }
          type Number @key(fields: "id") { id: ID! twin: Number square(plus: Int = 0): Int }
        `,
        resolvers: () => ({
          Query: { numbers: () => MANY.map((id) => ({ id: String(id) })) },
          Number: {
            twin: ({ id }: { id: string }) => ({ id: String(Number(id) % 10) }),
            square: ({ id }: { id: string }, { plus }: { plus: number }) => Number(id) ** 2 + plus,
          },
        }),
      },
      names: {
        typeDefs: `
          type Number @key(fields: "id") {
            id: ID! square(plus: Int = 0): Int @external name: String sum: Int @requires(fields: "square(plus: 1)")
          }
        `,
        resolvers: () => ({
          Number: {
            name: ({ id }: { id: string }) => `#${id}`,
            sum: ({ id, square }: { id: string; square: number }) => Number(id) + square,
          },
        }),
      },
    },
    operations: [
      {
        query: '{ numbers { id: name sum twin { name } } }',
        data: {
          numbers: MANY.map((id) => ({ id: `#${id}`, sum: id + id ** 2 + 1, twin: { name: `#${id % 10}` } })),
        },
      },
    ],
  },
];
