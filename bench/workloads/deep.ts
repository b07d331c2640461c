import type { Workload } from './workload';

/** The query of the public benchmarks of federation gateways: every subgraph, several times, and back again. */
const QUERY = `
fragment User on User { id username name }
fragment Review on Review { id body }
fragment Product on Product { inStock name price shippingEstimate upc weight }
query TestQuery {
  users {
    ...User
    reviews {
      ...Review
      product {
        ...Product
        reviews {
          ...Review
          author { ...User reviews { ...Review product { ...Product } } }
        }
      }
    }
  }
  topProducts(first: 5) {
    ...Product
    reviews {
      ...Review
      author { ...User reviews { ...Review product { ...Product } } }
    }
  }
}`;

export const deep: Workload = { name: 'deep', title: 'deep federated query', calls: [{ query: QUERY }] };
