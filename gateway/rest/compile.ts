/** Compiles the documents of a folder into legacy endpoints, or tells everything that is wrong with them. */
import { type Compiled, compileEndpoint } from './compile-endpoint';
import { projectVersion } from '../../common/project';
import { readFolder } from './documents/files';
import { loadService, type ServiceDocuments } from './documents/load';
import { type DocumentVocabulary, readVocabulary } from './documents/vocabulary';
import type { DocumentEndpoint } from './endpoint';
import { refuse } from './errors/forms';
import { DocumentFaults } from './faults';
import { openApi } from './openapi/document';
import { SERVICE_RULES, uniqueRoutes } from './rules';
import type { OpenApi, RestApi, RestOptions, RestService } from './types';

/** Throws DocumentFaults when a document cannot be served. */
export function compileRest(options: RestOptions): RestApi {
  const folder = readFolder(options.folder);
  const vocabulary = readVocabulary(folder.vocabulary);
  const loaded = folder.services.map((service) => loadService(service, vocabulary));
  const services = loaded.flatMap(({ service }) => service ?? []);
  const compiled = services.map((service) => compileService(service, vocabulary, options));
  const faults = [
    ...folder.faults,
    ...loaded.flatMap((service) => service.faults),
    ...uniqueRoutes(services),
    ...compiled.flatMap((service) => service.faults),
  ];
  if (faults.length > 0) throw new DocumentFaults(faults);
  const { schema, supergraph } = options.engine;
  const served = compiled.map(({ finish }) => finish());
  const endpoints = served.flatMap((service) => service.endpoints.map(({ plan }) => plan));
  const { directives } = vocabulary;
  const known = folder.examples;
  let described: OpenApi | undefined;
  return {
    services: served,
    openApi: () =>
      (described ??= openApi({ endpoints, schema, supergraph, directives, known, version: projectVersion })),
  };
}

type CompiledService = Omit<RestService, 'endpoints'> & { readonly endpoints: readonly DocumentEndpoint[] };

function compileService(
  service: ServiceDocuments,
  vocabulary: DocumentVocabulary,
  options: RestOptions,
): Compiled<CompiledService> {
  const { directives } = vocabulary;
  const facts = { service, schema: options.engine.schema, directives };
  const endpoints = service.endpoints.map((endpoint) => compileEndpoint(endpoint, vocabulary, options));
  return {
    faults: [
      ...SERVICE_RULES.flatMap((rule) => rule(facts)),
      ...endpoints.flatMap((endpoint) => endpoint.faults),
    ],
    finish: () => ({
      name: service.definition.name,
      basePath: service.definition.basePath,
      mounts: service.definition.mounts,
      legacyPort: service.definition.legacyPort ?? undefined,
      endpoints: endpoints.map(({ finish }) => finish()),
      refuse: (given) =>
        refuse(
          service.definition,
          service.onError.map(({ values }) => values),
          given,
        ),
    }),
  };
}
