/** The four services, in the order in which they are listed everywhere, with their ports when they run alone. */
export const SUBGRAPHS = ['account', 'coaching', 'traction', 'workstream'] as const;

export type SubgraphName = (typeof SUBGRAPHS)[number];

export const SUBGRAPH_PORTS: Readonly<Record<SubgraphName, number>> = {
  account: 4001,
  coaching: 4002,
  traction: 4003,
  workstream: 4004,
};

export const isSubgraphName = (name: string | undefined): name is SubgraphName =>
  SUBGRAPHS.some((known) => known === name);
