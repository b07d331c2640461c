/** The routes of a service: what Fastify's router is told, and which methods each path takes. */
import { parsePath } from '../documents/paths';
import type { Endpoint, RestService } from '../types';
import { routeOf } from './colons';

const METHODS: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

interface Route {
  readonly url: string;
  readonly endpoint: Endpoint;
}

/** One path below a base, with all its methods. */
export interface Resource {
  readonly routes: readonly Route[];
  /** Where the methods go that it does not take. */
  readonly refused: { readonly url: string; readonly methods: string[] };
  /** The value of the header Allow. */
  readonly allow: string;
}

/** What a service has below one of its bases. */
export function resourcesOf({ endpoints }: RestService, base: string): readonly Resource[] {
  const byPattern = new Map<string, [Route, ...Route[]]>();
  for (const endpoint of endpoints) {
    for (const { path } of endpoint.paths.filter((place) => place.base === base)) {
      const pattern = parsePath(path)?.pattern ?? path;
      const route = { url: routeOf(path), endpoint };
      const known = byPattern.get(pattern);
      if (known) known.push(route);
      else byPattern.set(pattern, [route]);
    }
  }
  return [...byPattern.values()].map(resourceOf);
}

function resourceOf(routes: [Route, ...Route[]]): Resource {
  const taken = new Set(routes.map(({ endpoint }) => endpoint.method));
  if (taken.has('GET')) taken.add('HEAD');
  return {
    routes,
    refused: { url: routes[0].url, methods: METHODS.filter((method) => !taken.has(method)) },
    allow: METHODS.filter((method) => taken.has(method)).join(', '),
  };
}
