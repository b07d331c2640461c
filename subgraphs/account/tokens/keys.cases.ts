import { createSigningKey, readSigningKeys } from './keys';

interface PrivateJwk {
  kty: string;
  crv: string;
  x: string;
  d: string;
  kid: string;
}

const newKey = async (): Promise<PrivateJwk> => JSON.parse(await createSigningKey()) as PrivateJwk;
const read = (document: unknown): ReturnType<typeof readSigningKeys> =>
  readSigningKeys(JSON.stringify(document));

describe('the signing keys', () => {
  it('publish what verifies and nothing that signs', async () => {
    const key = await newKey();
    expect((await read(key)).publicKeys()).toEqual({
      keys: [{ kty: 'OKP', crv: 'Ed25519', x: key.x, kid: key.kid, alg: 'EdDSA', use: 'sig' }],
    });
  });

  it('sign with the first of a set and publish all of it', async () => {
    const [current, former] = [await newKey(), await newKey()];
    const keys = await read({ keys: [current, former] });
    expect(keys.keyId).toBe(current.kid);
    expect(keys.publicKeys().keys.map(({ kid }) => kid)).toEqual([current.kid, former.kid]);
  });

  it('keep a former key of which only the public part is left', async () => {
    const [current, { d: _secret, ...former }] = [await newKey(), await newKey()];
    const keys = await read({ keys: [current, former] });
    expect(keys.publicKeys().keys[1]).toMatchObject({ kid: former.kid, x: former.x });
  });

  it('name a key by its thumbprint where it has no id', async () => {
    const { kid, ...key } = await newKey();
    expect((await read(key)).keyId).toBe(kid);
  });

  it('publish the public part that belongs to the private one, whatever is written beside it', async () => {
    const [key, other] = [await newKey(), await newKey()];
    expect((await read({ ...key, x: other.x })).publicKeys().keys[0]?.x).toBe(key.x);
  });

  it('differ each time they are made', async () => {
    expect((await newKey()).d).not.toBe((await newKey()).d);
  });

  describe('are refused, without repeating them,', () => {
    it.each([
      ['broken JSON', async () => 'secret-part-of-a-key'],
      ['another kind of key', async () => JSON.stringify({ kty: 'oct', k: 'secret-part-of-a-key' })],
      ['an empty set', async () => JSON.stringify({ keys: [] })],
      ['a signing key without its private part', async () => withoutSecret(await newKey())],
      [
        'a private part of the wrong size',
        async () => JSON.stringify({ ...(await newKey()), d: 'secret-part-of-a-key' }),
      ],
      ['two keys with one id', async () => twice(await newKey())],
    ])('when they are %s', async (_, document) => {
      const fault = await readSigningKeys(await document()).catch((error: unknown) => error as Error);
      expect(fault).toMatchObject({ name: 'ConfigError', message: expect.stringContaining('SIGNING_KEY: ') });
      expect((fault as Error).message).not.toContain('secret');
    });
  });
});

const withoutSecret = ({ d: _secret, ...key }: PrivateJwk): string => JSON.stringify(key);
const twice = (key: PrivateJwk): string => JSON.stringify({ keys: [key, key] });
