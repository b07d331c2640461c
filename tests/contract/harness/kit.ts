/** What the tests of one file have at hand: a house, the rows that they answer for, and short ways to ask. */
import type { SettableClock } from '../../../common/clock';
import type { Context as AccountContext } from '../../../subgraphs/account/context';
import type { Context as CoachingContext } from '../../../subgraphs/coaching/context';
import type { Context as TractionContext } from '../../../subgraphs/traction/context';
import type { Context as WorkstreamContext } from '../../../subgraphs/workstream/context';
import type { SubgraphName } from '../../../scripts/house/subgraphs';
import { startTestHouse, type TestHouse, type TestHouseOptions, type TestTenant } from '../../support/house';
import { enterTestHouse } from '../../support/houses';
import { type Answer, call, type CallOptions, send } from './call';
import { Coverage } from './coverage';

export type Tenant = TestTenant;

export interface Contexts {
  readonly account: AccountContext;
  readonly coaching: CoachingContext;
  readonly traction: TractionContext;
  readonly workstream: WorkstreamContext;
}

/** Headers of a signed-in client. */
export const signedIn = ({
  token,
  tenantId,
}: Pick<Tenant, 'token' | 'tenantId'>): Record<string, string> => ({
  authorization: `Bearer ${token}`,
  'x-tenant-id': tenantId,
});

export class Kit {
  private entered: TestHouse | undefined;

  constructor(
    private readonly coverage: Coverage,
    private readonly options: TestHouseOptions,
  ) {}

  get house(): TestHouse {
    if (!this.entered) throw new Error('the house stands while tests run only');
    return this.entered;
  }

  get clock(): SettableClock {
    return this.house.clock;
  }

  /** Takes its turn in a house that others with the same settings have been in. */
  async enter(): Promise<void> {
    this.entered = await enterTestHouse(this.options);
  }

  /** A test of rows of the contract; its name is what they guarantee. */
  it(rows: string | readonly string[], guarantee: string, test: () => Promise<void>): void {
    const ids = [rows].flat();
    for (const id of ids) this.coverage.check(id);
    it(`${guarantee} [${ids.join(', ')}]`, async () => {
      for (const id of ids) this.coverage.row(id);
      await test();
    });
  }

  tenant(): Promise<Tenant> {
    return this.house.newTenant();
  }

  /** Calls an endpoint as a user; the last argument may replace any header. */
  as(tenant: Tenant, endpointId: string, options: CallOptions = {}): Promise<Answer> {
    const headers = { ...signedIn(tenant), ...options.headers };
    return call(this.house.url, endpointId, { ...options, headers });
  }

  /** Calls an endpoint without saying who calls. */
  anonymous(endpointId: string, options: CallOptions = {}): Promise<Answer> {
    return call(this.house.url, endpointId, options);
  }

  /** A request to any address of the house. */
  send(path: string, method: string, options: CallOptions = {}): Promise<Answer> {
    return send(`${this.house.url}${path}`, method, options);
  }

  /** A service's data as this tenant sees it; for what no endpoint shows yet. */
  async inside<N extends SubgraphName>(name: N, { token }: Pick<Tenant, 'token'>): Promise<Contexts[N]> {
    const subgraph = this.house.house.subgraphs.get(name);
    if (!subgraph) throw new Error(`the house has no subgraph "${name}"`);
    return (await subgraph.context({ authorization: `Bearer ${token}` })) as unknown as Contexts[N];
  }

  /** A house that nobody else is in, with other settings where they are given, for as long as `use` takes. */
  async elsewhere(options: TestHouseOptions, use: (kit: Kit) => Promise<void>): Promise<void> {
    const kit = new Kit(this.coverage, { ...this.options, ...options });
    kit.entered = await startTestHouse(kit.options);
    try {
      await use(kit);
    } finally {
      await kit.entered.stop();
    }
  }
}

/** How the gateway reaches the services; CONTRACT_TRANSPORT=http, or =local,http, runs the same tests that way. */
const transports = (process.env['CONTRACT_TRANSPORT'] ?? 'local').split(',') as ('local' | 'http')[];

const START_MILLISECONDS = 60_000;

/** The tests of one file of suite.yaml. The last one fails when a row of the file was not touched. */
export function contract(file: string, tests: (kit: Kit) => void, options: TestHouseOptions = {}): void {
  describe.each(transports)(`${file}, over %s,`, (transport) => {
    const coverage = Coverage.of(file);
    const kit = new Kit(coverage, { transport, ...options });
    beforeAll(() => kit.enter(), START_MILLISECONDS);
    tests(kit);
    it('leaves no row of the contract untested', () => {
      expect(coverage.unhit()).toEqual([]);
    });
  });
}
