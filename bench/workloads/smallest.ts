import type { Workload } from './workload';

/** One field of one subgraph: what a gateway costs by itself. */
export const smallest: Workload = {
  name: 'smallest',
  title: 'smallest query',
  calls: [{ query: '{ topProducts(first: 1) { upc } }' }],
};
