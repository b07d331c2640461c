/**
 * Live activity in a browser as the legacy client reads it: EventSource, token and tenant in the query, one listener for
 * each type. The browser itself comes back and says what it has seen. Source: common.yaml, realtime.
 */
import type { Page } from 'playwright-core';
import { ENTRY_KINDS, expectedOf } from '../live/chaos/feeds';
import { type Processes, startProcesses } from '../live/chaos/processes';
import { ChaosWriters } from '../live/chaos/writers';
import { graphql } from '../support/graphql';
import { registerTenant, type TestTenant } from '../support/house';
import { describeInBrowser, launchChromium } from './chromium';

const CHANGES = 1000;
const IN_ONE_TRANSACTION = 20;

const TYPES = ENTRY_KINDS.map((kind) => kind.replace('_', '.'));

describeInBrowser('EventSource', () => {
  const started: (() => Promise<void>)[] = [];
  let processes: Processes;
  let tenant: TestTenant;
  let goalId: string;
  let writers: ChaosWriters;
  let page: Page;

  beforeAll(async () => {
    processes = await startProcesses();
    started.push(() => processes.stop());
    tenant = await registerTenant(processes.url);
    goalId = await newGoal();
    const caller = { ...tenant, url: processes.url };
    writers = await ChaosWriters.open({ caller, mongodbUri: processes.mongodbUri, goalIds: [goalId] });
    started.push(() => writers.close());
    const browser = await launchChromium();
    started.push(() => browser.close());
    page = await browser.newPage();
    await page.goto(`${processes.url}/health`);
  }, 60_000);

  afterAll(async () => {
    for (const stop of started.reverse()) await stop();
  });

  async function newGoal(): Promise<string> {
    const query = 'mutation ($input: CreateGoalInput!) { createGoal(input: $input) { goal { id } } }';
    const { data } = await graphql<{ createGoal: { goal: { id: string } } }>(
      processes.url,
      query,
      { input: { title: 'Grow' } },
      tenant.token,
    );
    return data?.createGoal.goal.id ?? '';
  }

  /** What the page's listeners are told: the id, the type of the listener, and the data. */
  type Heard = readonly [id: string, type: string, data: string];

  /** Opens the stream in the page, for listeners of each type. */
  async function listen(onEvent: (...heard: Heard) => void, onOpen: () => void): Promise<void> {
    await page.exposeFunction('heard', onEvent);
    await page.exposeFunction('opened', onOpen);
    const parameters = new URLSearchParams({ access_token: tenant.token, tenant: tenant.tenantId });
    const url = `${processes.url}/traction/api/v1/realtime/goals/${goalId}/activity?${parameters.toString()}`;
    await page.evaluate(`
      const source = new EventSource(${JSON.stringify(url)});
      source.addEventListener('open', () => opened());
      for (const type of ${JSON.stringify([...TYPES, 'resync'])}) {
        source.addEventListener(type, (event) => heard(event.lastEventId, type, event.data));
      }
    `);
  }

  /** Entries of every kind in turn. */
  async function write(count: number): Promise<void> {
    for (let written = 0; written < count; written += IN_ONE_TRANSACTION) {
      const kindAt = (place: number) => ENTRY_KINDS[(written + place) % ENTRY_KINDS.length] ?? ENTRY_KINDS[0];
      const places = Array.from({ length: IN_ONE_TRANSACTION }, (_unused, place) => place);
      await writers.record(places.map((place) => ({ goalId, kind: kindAt(place) })));
    }
  }

  it('tells 1,000 changes once and in order, although the gateway is killed in between', async () => {
    const heard: Heard[] = [];
    let opened = 0;
    let changed: () => void = () => undefined;
    const until = async (isSo: () => boolean): Promise<void> => {
      while (!isSo()) await new Promise<void>((resolve) => (changed = resolve));
    };
    const hear = (...event: Heard): void => {
      heard.push(event);
      changed();
    };
    await listen(hear, () => {
      opened += 1;
      changed();
    });
    await until(() => opened === 1);
    await write(CHANGES / 2);
    await until(() => heard.length > 100);
    await Promise.all([processes.crash(['gateway']), write(CHANGES / 2)]);

    const log = expectedOf(await writers.log(), { kinds: ENTRY_KINDS, goalId });
    expect(log).toHaveLength(CHANGES);
    const last = log.at(-1)?.cursor;
    await until(() => heard.at(-1)?.[0] === last);
    expect(opened).toBe(2);
    expect(heard.map(([id, type, data]) => ({ id, type, data: JSON.parse(data) as unknown }))).toMatchObject(
      log.map(({ cursor, kind, entryId }) => {
        const type = kind.replace('_', '.');
        return { id: cursor, type, data: { type, goalId, activity: { id: entryId } } };
      }),
    );
  }, 120_000);
});
