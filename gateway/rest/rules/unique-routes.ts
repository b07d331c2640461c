/** A request means one endpoint, whatever the names of the parameters are. */
import type { ServiceDocuments } from '../documents/load';
import { parsePath } from '../documents/paths';
import { type DocumentFault, faultAt } from '../faults';
import { placeOf } from './rule';

export function uniqueRoutes(services: readonly ServiceDocuments[]): readonly DocumentFault[] {
  const takenBy = new Map<string, string>();
  return services.flatMap(({ definition, endpoints }) =>
    endpoints.flatMap(({ name, rest, restNode }) =>
      [rest.path, ...rest.aliases].flatMap((path, index) => {
        const route = `${rest.method} ${definition.basePath}${parsePath(path)?.pattern ?? path}`;
        const other = takenBy.get(route);
        takenBy.set(route, other ?? name);
        if (other === undefined) return [];
        const place = index === 0 ? placeOf(restNode, 'path') : placeOf(restNode, 'aliases', index - 1);
        return [faultAt(place, `${rest.method} ${path} is taken by "${other}".`)];
      }),
    ),
  );
}
