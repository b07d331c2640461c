/**
 * The whole house: MongoDB, four subgraphs, the gateway. `local` runs the subgraphs inside this process; `http` gives
 * each its own server on a free port, as in the compose file. The same code serves both.
 */
import { type Clock, systemClock } from '../../common/clock';
import type { Config } from '../../common/config';
import type { Logger } from '../../common/log';
import { createTokenVerifier, keysAtHand, type VerifyToken } from '../../common/tokens';
import { MongoStore } from '../../gateway/rest';
import type { PasswordCost } from '../../subgraphs/account/credentials/passwords';
import type { SigningKeys } from '../../subgraphs/account/tokens/keys';
import { startSubgraph } from './definitions';
import type { RunningSubgraph } from '../../subgraphs/common/subgraph';
import { assembleGateway, type AssembledGateway } from './gateway';
import { gatewayDatabase } from './key-store';
import { httpWays, localWays } from './ways';
import { readGatewayKey, readTokenKeys } from './secrets';
import { SUBGRAPHS, type SubgraphName } from './subgraphs';

export interface HouseOptions {
  readonly config: Config;
  readonly mongodbUri: string;
  readonly databasePrefix?: string;
  readonly transport: 'local' | 'http';
  /** Where the REST documents lie; the project's own where absent. */
  readonly restFolder?: string;
  /** What a password hash costs; as OWASP recommends where absent. */
  readonly passwordCost?: PasswordCost;
  readonly clock?: Clock;
  readonly log: Logger;
}

export interface House extends AssembledGateway {
  readonly subgraphs: ReadonlyMap<SubgraphName, RunningSubgraph>;
  /** Takes one subgraph away, as when its process dies. */
  stopSubgraph(name: SubgraphName): Promise<void>;
  /** Lets running requests end, then closes everything. */
  stop(): Promise<void>;
}

/** Throws, with nothing left open, for REST documents that do not fit the graph and for a database that does not answer. */
export async function startHouse(options: HouseOptions): Promise<House> {
  const clock = options.clock ?? systemClock;
  const keys = await readTokenKeys(options.config);
  const verifyToken = createTokenVerifier(
    keysAtHand(async () => keys.publicKeys()),
    clock,
  );
  const start = { ...options, tokenKeys: async () => keys, verifyToken, clock };
  const subgraphs = new Map<SubgraphName, RunningSubgraph>();
  const stopSubgraphs = async (): Promise<void> => {
    await Promise.all([...subgraphs.values()].map((subgraph) => subgraph.stop()));
  };
  try {
    for (const name of SUBGRAPHS) subgraphs.set(name, await startSubgraph(name, start));
    const house = await openDoors(options, { subgraphs, keys, verifyToken, clock });
    return { ...house, stop: () => house.stop().then(stopSubgraphs) };
  } catch (fault) {
    await stopSubgraphs();
    throw fault;
  }
}

interface HouseParts {
  readonly subgraphs: ReadonlyMap<SubgraphName, RunningSubgraph>;
  readonly keys: SigningKeys;
  readonly verifyToken: VerifyToken;
  readonly clock: Clock;
}

/** The gateway, and what it reaches by way and database; `stop` closes all of it. */
async function openDoors(options: HouseOptions, parts: HouseParts): Promise<House> {
  const { subgraphs, keys, verifyToken, clock } = parts;
  const { config, log, restFolder } = options;
  const gatewayKey = await readGatewayKey(config);
  const store = new MongoStore(options.mongodbUri, gatewayDatabase(options.databasePrefix));
  const ways =
    options.transport === 'local'
      ? localWays(subgraphs)
      : await httpWays(subgraphs, { gatewayKey, clock, log });
  const closeBehind = async (): Promise<void> =>
    void (await Promise.all([store.close(), ...SUBGRAPHS.map((name) => ways.stop(name))]));
  try {
    const gateway = await assembleGateway({
      config,
      transport: (service) => ways.transport(service as SubgraphName),
      verifyToken,
      publicKeys: async () => keys.publicKeys(),
      components: [...subgraphs].map(([component, subgraph]) => ({
        component,
        isEssential: true,
        check: () => subgraph.ping(),
      })),
      keys: { store, secret: gatewayKey },
      clock,
      log,
      ...(restFolder === undefined ? {} : { restFolder }),
    });
    const servers = [gateway.app, ...gateway.legacy.map(({ app }) => app)];
    const stop = async (): Promise<void> => {
      await Promise.all(servers.map((server) => server.close()));
      await closeBehind();
    };
    return { ...gateway, subgraphs, stopSubgraph: (name) => ways.stop(name), stop };
  } catch (fault) {
    await closeBehind();
    throw fault;
  }
}
