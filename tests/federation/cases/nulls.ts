import type { Answer, Case } from '../case';

const BOOKS = [
  { id: '1', isbn: 'x1', title: 'Dune' },
  { id: '2', isbn: null, title: 'Cosmos' },
];

export const nulls: readonly Case[] = [
  {
    // Null identifies nothing: an entity that has no other key is not asked for, lest all such entities be one.
    name: 'entities whose key is null, wholly or in part',
    subgraphs: {
      shelf: {
        typeDefs: `
          type Query { shelf: [Book] places: [Place] }
          type Book @key(fields: "isbn") { isbn: String }
          type Place @key(fields: "code area { id }") { code: String area: Area }
          type Area @shareable { id: ID }
        `,
        resolvers: () => ({
          Query: {
            shelf: () => [{ isbn: 'x1' }, { isbn: null }, null],
            places: () => [
              { code: 'c', area: { id: 'a' } },
              { code: null, area: { id: 'b' } },
              { code: 'd', area: null },
              { code: null, area: null },
            ],
          },
        }),
      },
      books: {
        typeDefs: `
          type Book @key(fields: "isbn") { isbn: String title: String }
          type Place @key(fields: "code area { id }") { code: String area: Area label: String }
          type Area @shareable { id: ID }
        `,
        resolvers: () => ({
          Book: {
            __resolveReference: ({ isbn }: { isbn: string }) => BOOKS.find((book) => book.isbn === isbn),
          },
          Place: {
            label: ({ code, area }: { code: string | null; area: { id: string } | null }) =>
              `${code ?? '-'}/${area?.id ?? '-'}`,
          },
        }),
      },
    },
    operations: [
      {
        query: '{ shelf { isbn title } }',
        data: { shelf: [{ isbn: 'x1', title: 'Dune' }, { isbn: null, title: null }, null] },
        stock: {
          fault: 'wrong data',
          data: { shelf: [{ isbn: 'x1', title: 'Dune' }, { isbn: null, title: 'Cosmos' }, null] },
        },
      },
      {
        query: '{ places { label } }',
        data: { places: [{ label: 'c/a' }, { label: '-/b' }, { label: 'd/-' }, { label: null }] },
        stock: {
          fault: 'wrong data',
          data: { places: [{ label: 'c/a' }, { label: '-/b' }, { label: 'd/-' }, { label: '-/-' }] },
        },
      },
    ],
  },
  {
    name: 'a non-null field that came back null',
    subgraphs: {
      a: {
        typeDefs: `
          type Query { items: [Item!] item: Item sure: Item! pair: [Item] }
          type Item @key(fields: "id") { id: ID! }
        `,
        resolvers: () => ({
          Query: {
            items: () => [{ id: '1' }, { id: 'gone' }],
            item: () => ({ id: 'gone' }),
            sure: () => ({ id: 'gone' }),
            pair: () => [{ id: '1' }, { id: 'gone' }],
          },
        }),
      },
      b: {
        typeDefs:
          'type Item @key(fields: "id") { id: ID! name: String! note: String part: Part! } type Part { size: Int! }',
        resolvers: () => ({
          Item: {
            __resolveReference: ({ id }: { id: string }) =>
              id === 'gone' ? null : { id, name: `Item ${id}`, part: { size: 1 } },
          },
        }),
      },
    },
    operations: [
      {
        query: '{ item { id name } }',
        data: { item: null },
        errors: ['item.name'],
        stock: { fault: 'silence', data: { item: null } },
      },
      { query: '{ item { id note } }', data: { item: { id: 'gone', note: null } } },
      {
        query: '{ items { id name } }',
        data: { items: null },
        errors: ['items.1.name'],
        stock: { fault: 'silence', data: { items: null } },
      },
      {
        query: '{ pair { n: name part { size } } }',
        data: { pair: [{ n: 'Item 1', part: { size: 1 } }, null] },
        errors: ['pair.1.n'],
        stock: { fault: 'silence', data: { pair: [{ n: 'Item 1', part: { size: 1 } }, null] } },
      },
      {
        query: '{ item { id } sure { name } }',
        data: null,
        errors: ['sure.name'],
        stock: { fault: 'silence', data: null },
      },
    ],
  },
  {
    name: 'errors of subgraphs beside data',
    subgraphs: {
      a: {
        typeDefs: 'type Query { items: [Item] } type Item @key(fields: "id") { id: ID! }',
        resolvers: () => ({ Query: { items: () => [{ id: '1' }, { id: '2' }, { id: '1' }] } }),
      },
      b: {
        typeDefs: 'type Item @key(fields: "id") { id: ID! name: String must: String! }',
        resolvers: () => {
          const fail = ({ id }: { id: string }) => {
            if (id === '1') throw new Error('No name');
            return `Item ${id}`;
          };
          return { Item: { name: fail, must: fail } };
        },
      },
    },
    operations: [
      {
        query: '{ items { n: name } }',
        data: { items: [{ n: null }, { n: 'Item 2' }, { n: null }] },
        errors: ['items.0.n', 'items.2.n'],
      },
      {
        query: '{ items { id must } }',
        data: { items: [null, { id: '2', must: 'Item 2' }, null] },
        errors: ['items.0.must', 'items.2.must'],
      },
    ],
  },
  {
    name: 'a subgraph that answers fewer entities than asked',
    subgraphs: {
      a: {
        typeDefs: 'type Query { items: [Item] } type Item @key(fields: "id") { id: ID! }',
        resolvers: () => ({ Query: { items: () => [{ id: '1' }, { id: '2' }, { id: '3' }] } }),
      },
      b: {
        typeDefs: 'type Item @key(fields: "id") { id: ID! name: String }',
        resolvers: () => ({ Item: { name: ({ id }: { id: string }) => `Item ${id}` } }),
        spoil: (answer: Answer) => {
          const { _entities: entities } = answer.data as { _entities: readonly unknown[] };
          return { data: { _entities: entities.slice(0, 2) } };
        },
      },
    },
    operations: [
      {
        query: '{ items { name } }',
        data: { items: [{ name: 'Item 1' }, { name: 'Item 2' }, { name: null }] },
        errors: ['items.2.name'],
        stock: {
          fault: 'lost data',
          data: { items: [{ name: null }, { name: null }, { name: null }] },
          errors: [''],
        },
      },
    ],
  },
];
