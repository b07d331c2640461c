import { accounts } from './accounts';
import { inventory } from './inventory';
import { products } from './products';
import { reviews } from './reviews';
import type { Subgraph } from './subgraph';

/** The graph that is measured: the shop of the public benchmarks of federation gateways. */
export const SUBGRAPHS: readonly Subgraph[] = [accounts, inventory, products, reviews];
