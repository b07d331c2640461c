import { ConfigError, type Need, readConfig } from './config';

const ALL: Need[] = ['MONGODB_URI', 'GATEWAY_KEY', 'SIGNING_KEY'];

it('needs nothing in development', () => {
  expect(readConfig(ALL, {})).toMatchObject({
    environment: 'development',
    port: 4000,
    host: '127.0.0.1',
    legacyPorts: true,
  });
});

it('takes an empty variable for a missing one', () => {
  expect(readConfig(ALL, { PORT: '', MONGODB_URI: '' })).toMatchObject({ port: 4000, mongodbUri: undefined });
});

it('reports all faults together, by name and without their values', () => {
  const read = (): unknown =>
    readConfig(ALL, { PORT: 'secret-port', MONGODB_URI: 'http://user:password@x', LEGACY_PORTS: 'maybe' });
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(/PORT: .*\n.*MONGODB_URI: .*\n.*LEGACY_PORTS: /);
  expect(read).not.toThrow(/secret-port|password/);
});

it('refuses to start in production without its secrets', () => {
  expect(() => readConfig(ALL, { NODE_ENV: 'production' })).toThrow(
    /MONGODB_URI.*\n.*GATEWAY_KEY.*\n.*SIGNING_KEY/,
  );
});

it('asks production only for what the process uses', () => {
  const GATEWAY_KEY = 'k'.repeat(32);
  expect(readConfig(['GATEWAY_KEY'], { NODE_ENV: 'production', GATEWAY_KEY })).toMatchObject({
    gatewayKey: GATEWAY_KEY,
  });
});

it.each([
  ['development', false],
  ['test', true],
  ['production', true],
])('in %s a new address must be confirmed: %p', (NODE_ENV, expected) => {
  const secrets = { MONGODB_URI: 'mongodb://x', GATEWAY_KEY: 'k'.repeat(32), SIGNING_KEY: '{}' };
  expect(readConfig(ALL, { NODE_ENV, ...secrets }).emailVerification).toBe(expected);
});

it('finds the keys of the tokens beside Account unless it is told otherwise', () => {
  const SUBGRAPH_ACCOUNT_URL = 'http://account:4001/graphql';
  expect(readConfig(ALL, { SUBGRAPH_ACCOUNT_URL }).jwksUrl).toBe('http://account:4001/.well-known/jwks.json');
  expect(readConfig(ALL, { JWKS_URL: 'https://keys.example/k' }).jwksUrl).toBe('https://keys.example/k');
});

it('lets queries share executions only when it is told to', () => {
  expect(readConfig(ALL, {}).collapseQueries).toBe(false);
  expect(readConfig(ALL, { COLLAPSE_QUERIES: 'on' }).collapseQueries).toBe(true);
});

it('takes changes of the supergraph unless it is told to leave it alone', () => {
  expect(readConfig(ALL, {}).supergraphWatch).toBe(true);
  expect(readConfig(ALL, { SUPERGRAPH_WATCH: 'off' }).supergraphWatch).toBe(false);
});

it('refuses a time for requests that leaves them none', () => {
  expect(() => readConfig(ALL, { REQUEST_TIMEOUT_SECONDS: '0' })).toThrow(/REQUEST_TIMEOUT_SECONDS/);
});

describe('mail', () => {
  const SMTP_URL = 'smtp://user:secret@mail.example:587';

  it('goes by SMTP where a server and a sender are given, and nowhere unless they are', () => {
    const MAIL_FROM = 'PurposePath <hello@purposepath.example>';
    expect(readConfig(ALL, { SMTP_URL, MAIL_FROM }).smtp).toEqual({ url: SMTP_URL, from: MAIL_FROM });
    expect(readConfig(ALL, { MAIL_FROM }).smtp).toBeUndefined();
  });

  it('is not sent without a sender', () => {
    expect(() => readConfig(ALL, { SMTP_URL })).toThrow(/MAIL_FROM: is needed/);
  });

  it.each(['mail.example', 'https://mail.example'])('has no server at %s', (given) => {
    expect(() => readConfig(ALL, { SMTP_URL: given, MAIL_FROM: 'a@b.example' })).toThrow(/SMTP_URL/);
  });

  it('leads to the pages that are listed, and to a local one where none is', () => {
    const FRONTEND_URLS = 'https://app.example, https://beta.example/app';
    expect(readConfig(ALL, { FRONTEND_URLS }).frontendUrls).toEqual([
      'https://app.example',
      'https://beta.example/app',
    ]);
    expect(readConfig(ALL, {}).frontendUrls).toEqual(['http://localhost:3000']);
    expect(() => readConfig(ALL, { FRONTEND_URLS: 'https://app.example,' })).toThrow(/FRONTEND_URLS/);
    expect(() => readConfig(ALL, { FRONTEND_URLS: 'javascript:alert(1)' })).toThrow(/FRONTEND_URLS/);
  });
});
