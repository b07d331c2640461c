/**
 * The keys of the access tokens: one signs, older ones are still published so that what they signed can be verified.
 * Source: design.md, Identity and tenants; interface.md, Environment.
 */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto';
import { calculateJwkThumbprint, type JSONWebKeySet, type JWK } from 'jose';
import { z } from 'zod';
import { ConfigError } from '../../../common/config';
import { TOKEN_ALGORITHM } from '../../../common/tokens';

/** A key as it is configured: private where it has `d`. */
const givenKey = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().optional(),
  d: z.string().optional(),
  kid: z.string().min(1).optional(),
});

const givenKeys = z.union([
  z.object({ keys: z.array(givenKey).min(1) }),
  givenKey.transform((key) => ({ keys: [key] })),
]);

type GivenKey = z.infer<typeof givenKey>;

export class SigningKeys {
  constructor(
    /** Names the signing key in the header of a token. */
    readonly keyId: string,
    readonly privateKey: KeyObject,
    private readonly published: readonly JWK[],
  ) {}

  /** Everything that verifies tokens, as published at /.well-known/jwks.json; nothing secret. */
  publicKeys(): JSONWebKeySet {
    return { keys: [...this.published] };
  }
}

/**
 * Reads a private key (a JWK in JSON), or a JWK Set whose first key signs. The others may be public ones.
 * Throws ConfigError, which does not repeat what was given.
 */
export async function readSigningKeys(json: string): Promise<SigningKeys> {
  const { keys } = parseKeys(json);
  const published = await Promise.all(keys.map(publish));
  const ids = published.map(({ kid }) => kid);
  if (new Set(ids).size < ids.length) throw unusable('names two keys alike');
  return new SigningKeys(published[0]?.kid as string, privateKeyOf(keys[0]), published);
}

/** A new private key as a JWK in JSON, for `readSigningKeys`. */
export async function createSigningKey(): Promise<string> {
  const jwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  return JSON.stringify({
    ...jwk,
    kid: await calculateJwkThumbprint(jwk),
    alg: TOKEN_ALGORITHM,
    use: 'sig',
  });
}

function parseKeys(json: string): { keys: GivenKey[] } {
  try {
    return givenKeys.parse(JSON.parse(json));
  } catch {
    throw unusable('must be a JWK or a JWK Set of Ed25519 keys, in JSON');
  }
}

async function publish(key: GivenKey): Promise<JWK> {
  // A public part that is worked out cannot contradict the private one.
  const { kty, crv, x } = publicKeyOf(key).export({ format: 'jwk' });
  const jwk = { kty, crv, x } as JWK;
  return { ...jwk, kid: key.kid ?? (await calculateJwkThumbprint(jwk)), alg: TOKEN_ALGORITHM, use: 'sig' };
}

function publicKeyOf(key: GivenKey): KeyObject {
  if (key.d !== undefined) return createPublicKey(privateKeyOf(key));
  try {
    return createPublicKey({ key: key as JsonWebKey, format: 'jwk' });
  } catch {
    throw unusable('has a key that is not an Ed25519 public key');
  }
}

function privateKeyOf(key: GivenKey | undefined): KeyObject {
  try {
    return createPrivateKey({ key: key as JsonWebKey, format: 'jwk' });
  } catch {
    throw unusable('must begin with an Ed25519 private key');
  }
}

const unusable = (fault: string): ConfigError => new ConfigError([`SIGNING_KEY: ${fault}`]);
