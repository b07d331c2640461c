/** A request means one endpoint, whatever the names of the parameters are. */
import { endpointPaths } from '../documents/bases';
import type { ServiceDocuments } from '../documents/load';
import { parsePath } from '../documents/paths';
import { type DocumentFault, faultAt } from '../faults';
import { placeOf } from './rule';

export function uniqueRoutes(services: readonly ServiceDocuments[]): readonly DocumentFault[] {
  const takenBy = new Map<string, string>();
  return services.flatMap(({ definition, endpoints }) =>
    endpoints.flatMap(({ name, rest, restNode }) =>
      endpointPaths(rest, definition).flatMap(({ base, path }, index) => {
        const route = `${rest.method} ${base}${parsePath(path)?.pattern ?? path}`;
        const other = takenBy.get(route);
        takenBy.set(route, other ?? name);
        if (other === undefined) return [];
        const place = index === 0 ? placeOf(restNode, 'path') : placeOf(restNode, 'aliases', index - 1);
        return [faultAt(place, `${rest.method} ${path} is taken by "${other}".`)];
      }),
    ),
  );
}
