/**
 * The secrets of the house: the key between gateway and subgraphs, and the key that signs access tokens. Production
 * gives them in the environment; in development they are made up once and kept beside the data.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { ConfigError, type Config } from '../../common/config';
import { createSigningKey } from '../../subgraphs/account/tokens/keys';

export interface Secrets {
  readonly gatewayKey: string;
  /** A private JWK, or a set of them, as JSON. */
  readonly signingKey: string;
}

export const IN_MEMORY = ':memory:';

/**
 * @param isAlone whether this process is the whole house; made-up secrets that are kept nowhere cannot be shared
 */
export async function readSecrets(config: Config, isAlone: boolean): Promise<Secrets> {
  const { gatewayKey, signingKey } = config;
  if (gatewayKey && signingKey) return { gatewayKey, signingKey };
  if (config.dataDir === IN_MEMORY && !isAlone) {
    throw new ConfigError(['GATEWAY_KEY, SIGNING_KEY: are needed when DATA_DIR keeps nothing']);
  }
  const made = config.dataDir === IN_MEMORY ? await makeSecrets() : await keptSecrets(config.dataDir);
  return { gatewayKey: gatewayKey ?? made.gatewayKey, signingKey: signingKey ?? made.signingKey };
}

async function makeSecrets(): Promise<Secrets> {
  return { gatewayKey: randomBytes(32).toString('base64url'), signingKey: await createSigningKey() };
}

async function keptSecrets(dataDir: string): Promise<Secrets> {
  const file = join(dataDir, 'development-secrets.json');
  const read = (): Secrets => JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  try {
    return read();
  } catch {
    const made = await makeSecrets();
    mkdirSync(dataDir, { recursive: true });
    try {
      // Of several processes that start at the same time, the first one's secrets count.
      writeFileSync(file, JSON.stringify(made), { flag: 'wx', mode: 0o600 });
      return made;
    } catch {
      return read();
    }
  }
}
