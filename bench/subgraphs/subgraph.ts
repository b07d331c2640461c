import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper';
import type { DocumentNode } from 'graphql';
import { parse } from 'graphql';

/** One of the four subgraphs: its SDL, and what resolves it from a few rows in memory. */
export interface Subgraph {
  readonly name: string;
  readonly typeDefs: DocumentNode;
  readonly resolvers: GraphQLResolverMap<unknown>;
}

const LINK = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.3",
  import: ["@key", "@external", "@requires", "@provides", "@shareable"]
)\n`;

export const defineSubgraph = (
  name: string,
  sdl: string,
  resolvers: GraphQLResolverMap<unknown>,
): Subgraph => ({ name, typeDefs: parse(LINK + sdl), resolvers });
