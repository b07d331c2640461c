/**
 * The whole house: MongoDB, four subgraphs, the gateway. `local` runs the subgraphs inside this process; `http` gives
 * each its own server on a free port, as in the compose file. The same code serves both.
 */
import { type Clock, systemClock } from '../../common/clock';
import type { Config } from '../../common/config';
import type { Logger } from '../../common/log';
import { createTokenVerifier, keysAtHand } from '../../common/tokens';
import { readSigningKeys } from '../../subgraphs/account/tokens/keys';
import { startSubgraph } from './definitions';
import type { RunningSubgraph } from '../../subgraphs/common/subgraph';
import { assembleGateway, type AssembledGateway } from './gateway';
import { httpWays, localWays } from './ways';
import { readSecrets } from './secrets';
import { SUBGRAPHS, type SubgraphName } from './subgraphs';

export interface HouseOptions {
  readonly config: Config;
  readonly mongodbUri: string;
  readonly databasePrefix?: string;
  readonly transport: 'local' | 'http';
  /** Where the REST documents lie; the project's own where absent. */
  readonly restFolder?: string;
  readonly clock?: Clock;
  readonly log: Logger;
}

export interface House extends AssembledGateway {
  readonly subgraphs: ReadonlyMap<SubgraphName, RunningSubgraph>;
  /** Takes one subgraph away, as when its process dies; only over `http`. */
  stopSubgraph(name: SubgraphName): Promise<void>;
  /** Lets running requests end, then closes everything. */
  stop(): Promise<void>;
}

export async function startHouse(options: HouseOptions): Promise<House> {
  const { config, log, transport } = options;
  const clock = options.clock ?? systemClock;
  const secrets = await readSecrets(config, true);
  const keys = await readSigningKeys(secrets.signingKey);
  const publicKeys = async () => keys.publicKeys();
  const verifyToken = createTokenVerifier(keysAtHand(publicKeys), clock);

  const start = { ...options, keys, verifyToken, clock };
  const started = await Promise.all(
    SUBGRAPHS.map(async (name) => [name, await startSubgraph(name, start)] as const),
  );
  const subgraphs = new Map<SubgraphName, RunningSubgraph>(started);
  const ways =
    transport === 'local'
      ? localWays(subgraphs)
      : await httpWays(subgraphs, { gatewayKey: secrets.gatewayKey, clock, log });

  const gateway = await assembleGateway({
    config,
    transport: (service) => ways.transport(service as SubgraphName),
    verifyToken,
    publicKeys,
    components: started.map(([name, subgraph]) => ({
      component: name,
      isEssential: true,
      check: () => subgraph.ping(),
    })),
    clock,
    log,
    ...(options.restFolder === undefined ? {} : { restFolder: options.restFolder }),
  });
  return {
    ...gateway,
    subgraphs,
    stopSubgraph: (name) => ways.stop(name),
    stop: async () => {
      await Promise.all([gateway.app, ...gateway.legacy.map(({ app }) => app)].map((app) => app.close()));
      await Promise.all(SUBGRAPHS.map((name) => ways.stop(name)));
      await Promise.all(started.map(([, subgraph]) => subgraph.stop()));
    },
  };
}
