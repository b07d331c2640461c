import { defineSubgraph } from './subgraph';

interface User {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly birthday: number;
}

const NAMES = ['Ada Byron', 'Blaise Pascal', 'Carl Gauss', 'Daniel Bernoulli', 'Emmy Noether', 'Felix Klein'];

const USERS: readonly User[] = NAMES.map((name, index) => ({
  id: String(index + 1),
  name,
  username: name.toLowerCase().replace(' ', ''),
  birthday: 1_234_567_890,
}));

const find = ({ id }: { readonly id: string }): User | undefined => USERS.find((user) => user.id === id);

export const accounts = defineSubgraph(
  'accounts',
  `
  type Query {
    me: User
    user(id: ID!): User
    users: [User]
  }
  type User @key(fields: "id") {
    id: ID!
    name: String
    username: String @shareable
    birthday: Int
  }
  `,
  {
    Query: { me: () => USERS[0], user: (_root, key: { id: string }) => find(key), users: () => USERS },
    User: { __resolveReference: find },
  },
);
