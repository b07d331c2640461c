/** Counts over the pipeline. Source: workstream.yaml, getWorkstreamStats. */
import type { Records } from '../../common/records';
import { organisationOf } from '../organisations';
import type { PipelineCount, Resolvers } from '../schema.generated';

const RECENT_DAYS = 7;
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

async function count<T>(records: Records<T>, now: Date): Promise<PipelineCount> {
  const since = new Date(now.getTime() - RECENT_DAYS * DAY_MILLISECONDS);
  const [total, recent] = await Promise.all([
    records.count({}),
    records.count({ createdAt: { $gte: since } }),
  ]);
  return { total, recent };
}

export const pipelineResolvers = {
  Query: {
    workstreamStats: async (_root, { orgId }, { viewer, data, clock }) => {
      organisationOf(viewer, orgId);
      const now = clock.now();
      const [signals, candidates, pursuits] = await Promise.all([
        count(data.signals, now),
        count(data.candidates, now),
        count(data.pursuits, now),
      ]);
      return { signals, candidates, pursuits };
    },
  },
} satisfies Resolvers;
