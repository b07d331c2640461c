import { composeServices } from '@apollo/composition';
import { SUBGRAPHS } from './index';

/** The supergraph over the four subgraphs at these addresses, as text. */
export function composeSupergraph(urls: Readonly<Record<string, string>>): string {
  return compose(SUBGRAPHS.map(({ name, typeDefs }) => ({ name, typeDefs, url: urls[name] ?? '' })));
}

/** The supergraph over any subgraphs, as text. */
export function compose(services: Parameters<typeof composeServices>[0]): string {
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}
