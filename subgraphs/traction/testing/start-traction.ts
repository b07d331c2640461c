/** The Traction subgraph with a clock and an empty database of its own, for tests. */
import { randomUUID } from 'node:crypto';
import { SettableClock } from '../../../common/clock';
import type { Viewer } from '../../../common/viewer';
import type { SubgraphAnswer } from '../../common/subgraph';
import { untilTheEnd } from '../../../tests/support/cases';
import { dataOf, startSubgraph } from '../../common/testing/start-subgraph';
import type { Context } from '../context';
import { traction } from '../index';

type Variables = Readonly<Record<string, unknown>>;

/** A user of a tenant, who asks without the gateway: what is declared with `@before` is not looked at. */
export interface Caller {
  readonly viewer: Viewer;
  ask(document: string, variables?: Variables): Promise<SubgraphAnswer>;
  /** The data of an answer that must have no errors. */
  read<T>(document: string, variables?: Variables): Promise<T>;
  /** What resolvers have at hand. */
  context(): Promise<Context>;
}

export interface TestTraction {
  readonly clock: SettableClock;
  /** A user; of a tenant of its own, with all features and without limits, unless said otherwise. */
  caller(viewer?: Partial<Viewer>): Caller;
  /** Without an access token. */
  askAsStranger(document: string, variables?: Variables): Promise<SubgraphAnswer>;
  stop(): Promise<void>;
}

const FEATURES = ['goals', 'operations', 'kpis', 'strategies', 'realtime', 'goalCreate'];
const AN_HOUR_MS = 3_600_000;

export async function startTraction(): Promise<TestTraction> {
  const clock = new SettableClock();
  const viewers = new Map<string, Viewer>();
  const verifyToken = async (token: string) => {
    const viewer = viewers.get(token);
    if (!viewer) throw new Error('Nobody has this token');
    return { viewer, expiresAt: new Date(clock.now().getTime() + AN_HOUR_MS) };
  };
  const { subgraph, ask, stop } = await startSubgraph(traction, { clock, verifyToken });
  return {
    clock,
    caller: (given = {}) => {
      const viewer = newViewer(given);
      const accessToken = randomUUID();
      viewers.set(accessToken, viewer);
      const answer = (document: string, variables?: Variables): Promise<SubgraphAnswer> =>
        ask({ document, accessToken, ...(variables ? { variables } : {}) });
      return {
        viewer,
        ask: answer,
        read: async <T>(document: string, variables?: Variables) =>
          dataOf<T>(await answer(document, variables)),
        context: () => subgraph.context({ authorization: `Bearer ${accessToken}` }),
      };
    },
    askAsStranger: (document, variables) => ask({ document, ...(variables ? { variables } : {}) }),
    stop,
  };
}

let shared: Promise<TestTraction> | undefined;

/** The Traction of a jest file, its clock at the beginning: cases take turns in it, each with tenants of its own. */
export async function enterTraction(): Promise<TestTraction> {
  const traction = await (shared ??= untilTheEnd(startTraction()));
  traction.clock.set(new SettableClock().now());
  return traction;
}

const newViewer = (given: Partial<Viewer>): Viewer => ({
  userId: randomUUID(),
  userNumber: 1,
  tenantId: randomUUID(),
  orgId: 1,
  isAdmin: false,
  features: FEATURES,
  limits: {},
  ...given,
});
