import { deep } from './deep';
import { rotating } from './rotating';
import { smallest } from './smallest';
import type { Workload } from './workload';

export type { GraphQLCall, Workload } from './workload';

export const WORKLOADS: readonly Workload[] = [deep, smallest, rotating];
