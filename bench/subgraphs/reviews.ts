import { defineSubgraph } from './subgraph';

interface Review {
  readonly id: string;
  readonly body: string;
  readonly product: { readonly upc: string };
}

/** Long enough for the longest review, as text that compresses and escapes like prose. */
const PROSE =
  'It came on time, it does what it says, and everybody at home has asked where they could get one. '.repeat(
    9,
  );

/** The product and the length of the text of each review. */
const ROWS: readonly (readonly [upc: string, length: number])[] = [
  ...([
    ['1', 446],
    ['1', 290],
    ['1', 275],
    ['1', 143],
  ] as const),
  ...([
    ['2', 446],
    ['2', 290],
    ['2', 275],
    ['2', 143],
  ] as const),
  ...([
    ['3', 143],
    ['4', 143],
    ['4', 851],
  ] as const),
];

const REVIEWS: readonly Review[] = ROWS.map(([upc, length], index) => ({
  id: String(index + 1),
  body: PROSE.slice(0, length),
  product: { upc },
}));

/** As in the public benchmark: one person has written everything, and everybody has the same two reviews. */
const AUTHOR = { id: '1', username: 'adabyron' };

export const reviews = defineSubgraph(
  'reviews',
  `
  type Review @key(fields: "id") {
    id: ID!
    body: String
    author: User @provides(fields: "username")
    product: Product
  }
  type User @key(fields: "id") {
    id: ID!
    username: String @external
    reviews: [Review]
  }
  type Product @key(fields: "upc") {
    upc: String!
    reviews: [Review]
  }
  `,
  {
    Review: {
      __resolveReference: ({ id }: { id: string }) => REVIEWS.find((review) => review.id === id),
      author: () => AUTHOR,
    },
    User: { __resolveReference: (user: object) => user, reviews: () => REVIEWS.slice(0, 2) },
    Product: {
      __resolveReference: (product: object) => product,
      reviews: ({ upc }: { upc: string }) => REVIEWS.filter(({ product }) => product.upc === upc),
    },
  },
);
