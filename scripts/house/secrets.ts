/**
 * The secrets of the house: the key between gateway and subgraphs, and the keys that sign access tokens. Production
 * gives them in the environment; in development they are made up once and kept beside the data.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type Config, ConfigError } from '../../common/config';
import { createSigningKey, readSigningKeys, type SigningKeys } from '../../subgraphs/account/tokens/keys';

interface MadeUp {
  readonly gatewayKey: string;
  /** A private JWK as JSON. */
  readonly signingKey: string;
}

export const IN_MEMORY = ':memory:';

/** The key that the gateway signs its calls with. Throws ConfigError where it is neither given nor can be made up. */
export async function readGatewayKey(config: Config): Promise<string> {
  return config.gatewayKey ?? (await madeUp(config)).gatewayKey;
}

/** The keys of the access tokens; Account alone has them. Throws ConfigError as `readGatewayKey`. */
export async function readTokenKeys(config: Config): Promise<SigningKeys> {
  return readSigningKeys(config.signingKey ?? (await madeUp(config)).signingKey);
}

async function make(): Promise<MadeUp> {
  return { gatewayKey: randomBytes(32).toString('base64url'), signingKey: await createSigningKey() };
}

/** Secrets that are kept nowhere serve a single process: it is the whole house, or it is told them. */
async function madeUp({ dataDir }: Config): Promise<MadeUp> {
  if (dataDir === IN_MEMORY) return make();
  const file = join(dataDir, 'development-secrets.json');
  try {
    return read(file);
  } catch {
    const made = await make();
    mkdirSync(dataDir, { recursive: true });
    try {
      // Of several processes that start at the same time, the first one's secrets count.
      writeFileSync(file, JSON.stringify(made), { flag: 'wx', mode: 0o600 });
      return made;
    } catch {
      return read(file);
    }
  }
}

const read = (file: string): MadeUp => JSON.parse(readFileSync(file, 'utf8')) as MadeUp;

/** A process that is only a part of the house cannot make up what the others must know too. */
export function refuseUnsharedSecrets({ dataDir, gatewayKey }: Config): void {
  if (dataDir !== IN_MEMORY || gatewayKey) return;
  throw new ConfigError(['GATEWAY_KEY: is needed where the house runs in parts and DATA_DIR keeps nothing']);
}
