/**
 * docker-compose.yml against the schema of the Compose Specification, and against the house: its scripts, settings,
 * ports and health checks. The containers themselves run elsewhere.
 */
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { parse } from 'yaml';
import { type Need, readConfig } from '../../common/config';
import { projectFile } from '../../common/project';
import { isSubgraphName, SUBGRAPH_PORTS, SUBGRAPHS } from '../../scripts/house/subgraphs';
import { readSigningKeys } from '../../subgraphs/account/tokens/keys';
import { jsonOf, textOf } from './files';

interface Service {
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string | number>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
}

interface Package {
  readonly scripts: { readonly gateway: string };
}

const text = textOf('docker-compose.yml');
const compose = parse(text, { merge: true }) as { services: Readonly<Record<string, Service>> };
const services = Object.entries(compose.services);
const ours = services.filter(([, { command }]) => command?.[0] === 'node');
const service = (name: string): Service => compose.services[name] as Service;

const SECRETS: readonly Need[] = ['MONGODB_URI', 'GATEWAY_KEY', 'SIGNING_KEY'];

/** The script of a service and its arguments, without what is said to Node itself. */
const startOf = ({ command = [] }: Service): readonly string[] =>
  command.slice(1).filter((word) => !word.startsWith('--'));

/** What each of our processes is given to do its work; Account alone signs tokens. */
function needsOf(service: Service): Need[] {
  const [, subgraph] = startOf(service);
  return subgraph === 'account' ? [...SECRETS] : ['MONGODB_URI', 'GATEWAY_KEY'];
}

/** What docker/secrets.cjs prints, as docker compose reads it from .env. */
function madeSecrets(): Record<string, string> {
  const lines = execFileSync(process.execPath, [projectFile('docker', 'secrets.cjs')], { encoding: 'utf8' });
  return Object.fromEntries(
    lines
      .trim()
      .split('\n')
      .map((line) => /^(\w+)='?(.*?)'?$/.exec(line)?.slice(1) as [string, string]),
  );
}

/** `${NAME:-default}` and `${NAME:?message}`, as docker compose fills them in. */
const fillIn = (value: string, given: Readonly<Record<string, string>>): string =>
  value.replace(/\$\{(\w+):([-?])([^}]*)\}/g, (_all, name: string, kind: string, rest: string) => {
    if (given[name] === undefined && kind === '?') throw new Error(`${name}: ${rest}`);
    return given[name] ?? rest;
  });

const environmentOf = (
  { environment = {} }: Service,
  given: Readonly<Record<string, string>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [name, fillIn(String(value), given)]),
  );

it('is a compose file by the schema of the Compose Specification', () => {
  // The schema names its draft by an address that ajv knows with another protocol.
  const { $schema: _, ...schema } = jsonOf<Record<string, unknown>>(
    ...['tests', 'repository', 'compose-spec', 'compose-spec.json'],
  );
  const ajv = addFormats(new Ajv({ allowUnionTypes: true, strict: false }));
  const validate = ajv.compile(schema);
  validate(compose);
  expect(validate.errors).toBeNull();
  expect(validate({ services: { mongodb: { image: 'mongo', comand: [] } } })).toBe(false);
});

it('runs MongoDB, each subgraph once, two gateways, and one address before them', () => {
  const commands = ours.map(([, { command = [] }]) => command.slice(1).join(' '));
  expect(commands.sort()).toEqual([
    ...Array<string>(2).fill(jsonOf<Package>('package.json').scripts.gateway.replace(/^node /, '')),
    ...SUBGRAPHS.map((name) => `dist/scripts/subgraph.js ${name}`),
  ]);
  expect(services.filter((entry) => !ours.includes(entry)).map(([name]) => name)).toEqual([
    'mongodb',
    'front',
  ]);
});

it.each(ours)('starts %s by a script that exists', (_name, started) => {
  const [script = '', subgraph] = startOf(started);
  const source = script.replace(/^dist\//, '').replace(/\.js$/, '.ts');
  expect(existsSync(projectFile(source))).toBe(true);
  expect(subgraph === undefined || isSubgraphName(subgraph)).toBe(true);
});

it.each(services)(
  'lets %s wait for services that exist and say when they are ready',
  (_name, { depends_on }) => {
    for (const [other, { condition }] of Object.entries(depends_on ?? {})) {
      expect(compose.services[other]?.healthcheck).toBeDefined();
      expect(condition).toBe('service_healthy');
    }
  },
);

it.each(ours)('asks %s at its own port whether it is ready', (_name, { command = [], healthcheck }) => {
  const subgraph = command[2];
  const port = isSubgraphName(subgraph) ? SUBGRAPH_PORTS[subgraph] : 4000;
  const address = `http://127.0.0.1:${port}/health/ready`;
  expect(healthcheck?.test).toEqual(['CMD', 'node', 'docker/health.cjs', address]);
});

it('names only settings that the house knows', () => {
  const known = new Set(
    textOf('common', 'config.ts')
      .match(/^ {2}[A-Z][A-Z_]+(?=:)/gm)
      ?.map((name) => name.trim()),
  );
  const set = ours.flatMap(([, { environment }]) => Object.keys(environment ?? {}));
  const asked = [...text.matchAll(/\$\{(\w+)/g)].map(([, name = '']) => name);
  expect([...set, ...asked].filter((name) => !known.has(name))).toEqual([]);
});

it.each(ours)('gives %s what it needs in production, and no secret beyond that', (_name, each) => {
  const settings = environmentOf(each, madeSecrets());
  const needs = needsOf(each);
  const config = readConfig(needs, settings);
  expect(SECRETS.filter((secret) => settings[secret])).toEqual(needs);
  expect(config).toMatchObject({ environment: 'production', host: '0.0.0.0', legacyPorts: false });
  expect(config.jwksUrl).toBe('http://account:4001/.well-known/jwks.json');
});

it('lets the gateways reach each subgraph where it listens', () => {
  const { subgraphUrls } = readConfig([], environmentOf(service('gateway-1'), madeSecrets()));
  const expected = SUBGRAPHS.map((name) => [name, `http://${name}:${SUBGRAPH_PORTS[name]}/graphql`]);
  expect(subgraphUrls).toEqual(Object.fromEntries(expected));
});

it('makes secrets that can be used, and says which one is missing', async () => {
  const { GATEWAY_KEY, SIGNING_KEY = '', ...others } = madeSecrets();
  expect(others).toEqual({});
  const keys = await readSigningKeys(SIGNING_KEY);
  expect(keys.publicKeys().keys).toHaveLength(1);
  expect(() => environmentOf(service('account'), { GATEWAY_KEY: GATEWAY_KEY as string })).toThrow(
    /^SIGNING_KEY: /,
  );
  expect(() => environmentOf(service('account'), { SIGNING_KEY })).toThrow(/^GATEWAY_KEY: /);
});

it('mounts files that exist', () => {
  const mounted = services
    .flatMap(([, { volumes = [] }]) => volumes)
    .filter((volume) => volume.startsWith('./'));
  expect(mounted).not.toEqual([]);
  for (const volume of mounted) expect(existsSync(projectFile(volume.split(':')[0] as string))).toBe(true);
});

it('keeps the metrics from the public: one address is open, and it does not have them', () => {
  const open = services.filter(([, { ports = [] }]) => ports.length > 0).map(([name]) => name);
  expect(open).toEqual(['front']);
  expect(textOf('docker', 'nginx.conf')).toMatch(/^ *location = \/metrics \{\s+return 404;\s+\}/m);
});

it('passes requests on to both gateways, and events as they come', () => {
  const nginx = textOf('docker', 'nginx.conf');
  const servers = new Set([...nginx.matchAll(/^ *server ([^ ]+) resolve;/gm)].map(([, address]) => address));
  expect([...servers]).toEqual(['gateway-1:4000', 'gateway-2:4000']);
  expect(nginx).toMatch(/^ *proxy_buffering off;/m);
});
