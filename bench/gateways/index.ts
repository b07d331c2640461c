import { apollo } from './apollo';
import type { Gateway } from './gateway';
import { hive, hiveRouter } from './hive';
import { ours, oursCollapsing } from './ours';

export { apollo as STOCK } from './apollo';
export { ours as OURS, oursCollapsing as COLLAPSING } from './ours';
export type { Gateway } from './gateway';

export const GATEWAYS: readonly Gateway[] = [apollo, hive, hiveRouter, ours, oursCollapsing];
