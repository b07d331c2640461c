/** The whole house for a test: real HTTP, real database, a clock that the test sets. */
import { randomBytes } from 'node:crypto';
import { SettableClock } from '../../common/clock';
import { readConfig } from '../../common/config';
import { silentLogger } from '../../common/log';
import { type House, startHouse } from '../../scripts/house/house';
import { seedDemo } from '../../scripts/house/seed';
import { CHEAP_PASSWORDS } from '../../subgraphs/account/testing/passwords';
import { startTestMongo } from './mongo';

export interface TestHouseOptions {
  readonly transport?: 'local' | 'http';
  /** Whether the demo tenant is there. */
  readonly seed?: boolean;
  /** Documents in place of the project's own. */
  readonly restFolder?: string;
  /** Settings of the environment beyond those of a test. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A tenant of its own, with its owner signed in. */
export interface TestTenant {
  readonly token: string;
  readonly refreshToken: string;
  readonly tenantId: string;
  readonly orgId: number;
  readonly userId: string;
  readonly email: string;
  readonly password: string;
}

export interface TestHouse {
  readonly url: string;
  readonly clock: SettableClock;
  readonly house: House;
  newTenant(): Promise<TestTenant>;
  stop(): Promise<void>;
}

const PASSWORD = 'correct horse battery';

export async function startTestHouse(options: TestHouseOptions = {}): Promise<TestHouse> {
  const mongo = await startTestMongo();
  const clock = new SettableClock();
  const house = await startHouse({
    config: readConfig([], {
      NODE_ENV: 'development',
      DATA_DIR: ':memory:',
      LEGACY_PORTS: 'off',
      ...options.env,
    }),
    mongodbUri: mongo.uri,
    databasePrefix: `test_${randomBytes(6).toString('hex')}`,
    transport: options.transport ?? 'local',
    passwordCost: CHEAP_PASSWORDS,
    clock,
    log: silentLogger,
    ...(options.restFolder === undefined ? {} : { restFolder: options.restFolder }),
  }).catch(async (fault: unknown) => {
    await mongo.stop();
    throw fault;
  });
  if (options.seed) await seedDemo(house);
  const url = await house.app.listen({ host: '127.0.0.1', port: 0 });
  return {
    url,
    clock,
    house,
    newTenant: () => registerTenant(url),
    stop: async () => {
      await house.stop();
      await mongo.stop();
    },
  };
}

interface Registered {
  readonly data: {
    readonly accessToken: string;
    readonly refreshToken: string;
    readonly user: { readonly userId: string };
    readonly tenant: { readonly id: string; readonly orgId: number };
  };
}

/** Registers at a house of any kind. */
export async function registerTenant(url: string): Promise<TestTenant> {
  const email = `${randomBytes(6).toString('hex')}@example.com`;
  const response = await fetch(`${url}/account/api/v1/auth/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-e2e-test': 'true' },
    body: JSON.stringify({ email, password: PASSWORD, firstName: 'Ada', lastName: 'Lovelace' }),
  });
  if (response.status !== 200)
    throw new Error(`register answered ${response.status}: ${await response.text()}`);
  const { data } = (await response.json()) as Registered;
  return {
    token: data.accessToken,
    refreshToken: data.refreshToken,
    tenantId: data.tenant.id,
    orgId: data.tenant.orgId,
    userId: data.user.userId,
    email,
    password: PASSWORD,
  };
}
