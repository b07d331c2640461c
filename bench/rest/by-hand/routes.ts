/** The routes: who calls, the form of the request, then what it is about. */
import type { FastifyPluginAsync } from 'fastify';
import type { Identify } from './identity';
import { goalJson } from './json';
import { listGoals, type Page, readGoal } from './reads';
import { type GoalQuery, readGoalQuery, readNewGoal } from './requests';
import type { Store } from './store';
import { createGoal } from './writes';

export function routes(store: Store, identify: Identify): FastifyPluginAsync {
  return async (app) => {
    app.get<{ Params: { id: string } }>('/goals/:id', async (request) => {
      const caller = await identify(request);
      return { success: true, data: goalJson(await readGoal(store, caller, request.params.id)) };
    });

    app.get<{ Querystring: Record<string, unknown> }>('/goals', async (request) => {
      const caller = await identify(request);
      const query = readGoalQuery(request.query);
      const found = await listGoals(store, caller, query);
      return { success: true, data: found.goals.map(goalJson), ...pagination(query, found) };
    });

    app.post('/goals', async (request, reply) => {
      const caller = await identify(request);
      const goal = readNewGoal(request.body);
      reply.code(201);
      return { success: true, data: goalJson(await createGoal(store, caller, goal)) };
    });
  };
}

/** Told only where a page was asked for. */
function pagination({ page }: GoalQuery, { total }: Page): object {
  if (!page) return {};
  const { number, size } = page;
  const totalPages = Math.ceil(total / size);
  const hasMore = number < totalPages;
  const pages = { totalPages, total_pages: totalPages, hasMore, has_more: hasMore };
  return { pagination: { page: number, size, limit: size, total, ...pages } };
}
