/** Composes the SDL of the subgraphs into one supergraph. */
import { composeServices } from '@apollo/composition';
import { readSdl } from '../../subgraphs/common/sdl';
import { SUBGRAPH_PORTS, type SubgraphName } from '../house/subgraphs';

/** The supergraph as text. Throws with every fault that composition finds. */
export function composeSupergraph(names: readonly SubgraphName[]): string {
  const { supergraphSdl, errors, hints } = composeServices(
    names.map((name) => ({
      name,
      url: `http://127.0.0.1:${SUBGRAPH_PORTS[name]}/graphql`,
      typeDefs: readSdl(name),
    })),
  );
  if (!supergraphSdl) {
    throw new Error(
      `The subgraphs do not compose:\n${errors?.map((error) => `  ${error.message}`).join('\n')}`,
    );
  }
  for (const hint of hints) console.warn(`Composition hint: ${hint.message}`);
  return supergraphSdl.endsWith('\n') ? supergraphSdl : `${supergraphSdl}\n`;
}
