import { defineSubgraph } from './subgraph';

/** What a representation of a product carries; price and weight are there where the estimate requires them. */
interface Product {
  readonly upc: string;
  readonly price?: number;
  readonly weight?: number;
}

const IN_STOCK = new Set(['1', '5', '6', '7', '9']);
const SHIPPED_FREE_ABOVE = 1000;

export const inventory = defineSubgraph(
  'inventory',
  `
  type Product @key(fields: "upc") {
    upc: String!
    weight: Int @external
    price: Int @external
    inStock: Boolean
    shippingEstimate: Int @requires(fields: "price weight")
  }
  `,
  {
    Product: {
      __resolveReference: (product: Product) => product,
      inStock: ({ upc }: Product) => IN_STOCK.has(upc),
      shippingEstimate: ({ price = 0, weight = 0 }: Product) =>
        price > SHIPPED_FREE_ABOVE ? 0 : Math.floor(weight / 2),
    },
  },
);
