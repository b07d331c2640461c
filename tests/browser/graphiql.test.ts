import type { Browser, Locator, Page } from 'playwright-core';
import { startTestHouse, type TestHouse } from '../support/house';
import { describeInBrowser, launchChromium } from './chromium';
import { type Watch, watch } from './watch';

const ACCESS_TOKEN_SECONDS = 900;

describeInBrowser('the pages in a browser', () => {
  let house: TestHouse;
  let browser: Browser;
  let page: Page;
  let watched: Watch;

  const started: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    house = await startTestHouse({ seed: true, env: { ACCESS_TOKEN_SECONDS: String(ACCESS_TOKEN_SECONDS) } });
    started.push(() => house.stop());
    browser = await launchChromium();
    started.push(() => browser.close());
  });

  afterAll(async () => {
    for (const stop of started.reverse()) await stop();
  });

  beforeEach(async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    page = await context.newPage();
    watched = watch(page, house.url);
  });

  afterEach(async () => {
    await page.context().close();
    expect(watched).toEqual({ foreign: [], errors: [] });
  });

  const seen = (locator: Locator) => locator.waitFor({ state: 'visible' });
  const result = (text: string) => page.locator('.result-window').getByText(text).first();
  const bar = (name: string) => page.getByRole('button', { name, exact: true });
  const run = () => page.getByRole('button', { name: /^Execute query/ }).click();
  const operation = (text: string, status: number) =>
    page.waitForResponse(
      (response) => response.status() === status && !!response.request().postData()?.includes(text),
    );

  /** Asks again and again from outside, for the policy of the pages lets none of our code run inside. */
  async function until(expression: string): Promise<void> {
    while (!(await page.evaluate(expression))) await page.waitForTimeout(50);
  }

  async function openGraphiQL(): Promise<void> {
    await page.goto(`${house.url}/graphiql`);
    await seen(page.getByText('Signed in as Demi Okafor').first());
    await seen(result('"Harbour Lane Coffee Roasters"'));
  }

  it('lands on what the house is, and leads to GraphiQL', async () => {
    await page.goto(house.url);
    await seen(page.getByRole('heading', { level: 1, name: /Four services, one.graph/ }));
    for (const name of ['account', 'coaching', 'traction', 'workstream']) {
      await seen(page.locator(`[data-service=${name}]`).getByText('Up'));
    }
    await page.getByRole('link', { name: 'Open GraphiQL' }).click();
    await seen(result('"Harbour Lane Coffee Roasters"'));
  });

  it('copies a command that names this very address', async () => {
    await page.goto(house.url);
    await page.getByRole('button', { name: 'Copy' }).first().click();
    await seen(page.getByRole('button', { name: 'Copied' }));
    const copied: unknown = await page.evaluate('navigator.clipboard.readText()');
    expect(copied).toContain(`curl -s ${house.url}/graphql`);
  });

  it('runs the query of the demo user across three services', async () => {
    const answered = operation('query Goals', 200);
    await openGraphiQL();
    const answer: unknown = await (await answered).json();
    expect(answer).toMatchObject({
      data: {
        viewer: { name: 'Demi Okafor', tenant: { name: 'Harbour Lane Coffee Roasters' } },
        goals: { totalCount: 5 },
      },
    });
    expect(answer).toHaveProperty('data.goals.nodes.0.owner.name', expect.any(String));
    expect(answer).toHaveProperty('data.goals.nodes.0.alignment.score', expect.any(Number));
    expect(answer).not.toHaveProperty('errors');
    await seen(result('"totalCount"'));
  });

  it('offers the documentation of the schema', async () => {
    await openGraphiQL();
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await seen(page.getByRole('link', { name: 'GoalConnection', exact: true }));
  });

  it('renews the session when the access token has expired', async () => {
    await openGraphiQL();
    house.clock.advance(ACCESS_TOKEN_SECONDS + 1);
    const refused = operation('query Goals', 401);
    const renewed = operation('refreshSession', 200);
    const answered = operation('query Goals', 200);
    await run();
    await Promise.all([refused, renewed, answered]);
    await seen(bar('Sign out'));
  });

  it('signs out, says what went wrong, and signs in again', async () => {
    await openGraphiQL();
    await bar('Sign out').click();
    await run();
    await seen(result('"UNAUTHORIZED"'));

    await page.getByLabel('Password').fill('not the password');
    await bar('Sign in').click();
    await seen(page.getByRole('alert').getByText('Could not sign in: E-mail or password is wrong'));

    await page.getByLabel('Password').fill('purposepath-demo');
    await page.getByLabel('Password').press('Enter');
    await seen(bar('Sign out'));
    await run();
    await seen(result('"Harbour Lane Coffee Roasters"'));
  });

  it('runs nothing by itself that the reader wrote last time', async () => {
    await openGraphiQL();
    await page.locator('.graphiql-query-editor .CodeMirror').click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('mutation Mine { __typename ');
    await until("localStorage.getItem('graphiql:tabState')?.includes('mutation Mine')");
    await page.reload();
    await seen(bar('Sign out'));
    await page.waitForTimeout(300);
    expect(await page.locator('.result-window').innerText()).not.toContain('__typename');
  });
});
