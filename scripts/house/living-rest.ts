/**
 * The legacy endpoints while the supergraph changes under them. Routes are registered once and stay; what answers
 * behind them is the endpoint of the newest generation.
 */
import type { Endpoint, RestApi, RestService } from '../../gateway/rest/types';

/** @param current the newest generation; its routes are those of the first, see `checkRoutes` */
export function livingRest(current: () => RestApi): RestApi {
  return {
    services: current().services.map((service, index) => livingService(service, () => at(current, index))),
    openApi: () => current().openApi(),
  };
}

const at = (current: () => RestApi, index: number): RestService => current().services[index] as RestService;

function livingService(first: RestService, current: () => RestService): RestService {
  const { name, basePath, mounts, legacyPort } = first;
  const endpoints = first.endpoints.map((endpoint, index) =>
    livingEndpoint(endpoint, () => current().endpoints[index] as Endpoint),
  );
  return { name, basePath, mounts, legacyPort, endpoints, refuse: (refusal) => current().refuse(refusal) };
}

const livingEndpoint = ({ name, method, paths }: Endpoint, current: () => Endpoint): Endpoint => ({
  name,
  method,
  paths,
  get isPublic() {
    return current().isPublic;
  },
  handle: (request) => current().handle(request),
});

/** Throws where documents were changed together with the supergraph: new routes need a new start. */
export function checkRoutes(first: RestApi, next: RestApi): void {
  if (JSON.stringify(routes(first)) !== JSON.stringify(routes(next)))
    throw new Error('the REST documents have other routes than those that are served: restart to serve them');
}

const routes = ({ services }: RestApi): unknown[] =>
  services.map(({ name, basePath, mounts, endpoints }) => [
    name,
    basePath,
    mounts,
    endpoints.map((endpoint) => [endpoint.name, endpoint.method, endpoint.paths]),
  ]);
