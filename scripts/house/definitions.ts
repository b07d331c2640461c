/** Starts subgraphs by name, with what each of them needs. */
import type { Clock } from '../../common/clock';
import type { Config } from '../../common/config';
import type { Logger } from '../../common/log';
import type { VerifyToken } from '../../common/tokens';
import { account } from '../../subgraphs/account';
import type { PasswordCost } from '../../subgraphs/account/credentials/passwords';
import type { SigningKeys } from '../../subgraphs/account/tokens/keys';
import { coaching } from '../../subgraphs/coaching';
import { type RunningSubgraph, Subgraph } from '../../subgraphs/common/subgraph';
import { traction } from '../../subgraphs/traction';
import { workstream } from '../../subgraphs/workstream';
import { createMailPort } from './mail';
import type { SubgraphName } from './subgraphs';

export interface SubgraphStart {
  readonly config: Config;
  readonly mongodbUri: string;
  readonly databasePrefix?: string;
  /** Asked for by Account alone. */
  readonly tokenKeys: () => Promise<SigningKeys>;
  /** What a password hash costs; as OWASP recommends where absent. */
  readonly passwordCost?: PasswordCost;
  readonly verifyToken: VerifyToken;
  readonly clock: Clock;
  readonly log: Logger;
}

export async function startSubgraph(name: SubgraphName, start: SubgraphStart): Promise<RunningSubgraph> {
  const { config, tokenKeys, passwordCost, databasePrefix, ...rest } = start;
  const options = { ...rest, environment: config.environment, ...(databasePrefix ? { databasePrefix } : {}) };
  switch (name) {
    case 'account':
      return Subgraph.start(
        account({
          ...config,
          ...(passwordCost ? { passwordCost } : {}),
          keys: await tokenKeys(),
          development: config.environment === 'development',
          mailPort: createMailPort(config, start.clock, start.log),
        }),
        options,
      );
    case 'coaching':
      return Subgraph.start(coaching, options);
    case 'traction':
      return Subgraph.start(traction, options);
    case 'workstream':
      return Subgraph.start(workstream, options);
  }
}
