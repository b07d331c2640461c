/** Below which path each template of an endpoint lives. */
import type { EndpointPath } from '../types';
import type { RestDirective, ServiceDirective } from './directives';

/** The root of the server, as a document names it. */
export const ROOT = '/';

/** Every path of an endpoint, the documented one first. An alias below a base of the service is absolute. */
export function endpointPaths(rest: RestDirective, service: ServiceDirective): readonly EndpointPath[] {
  const own = rest.base == null ? service.basePath : rest.base === ROOT ? '' : rest.base;
  return [
    { base: own, path: rest.path },
    ...rest.aliases.map((alias) => {
      const base = basesOf(service).find((known) => alias === known || alias.startsWith(`${known}/`));
      return base === undefined ? { base: own, path: alias } : { base, path: alias.slice(base.length) };
    }),
  ];
}

/** The paths below which everything is the service's. */
export const basesOf = ({ basePath, mounts }: ServiceDirective): readonly string[] => [basePath, ...mounts];
