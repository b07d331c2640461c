/** The live page in a browser, over the whole house. */
import type { Browser, Page } from 'playwright-core';
import { startTestHouse, type TestHouse } from '../support/house';
import { describeInBrowser, launchChromium } from './chromium';
import { faintTexts } from './contrast';
import { type Demo, demoUser } from './demo';
import { noteEvent, streamInstead } from './stream';
import { type Watch, watch } from './watch';

const ACCESS_TOKEN_SECONDS = 900;
const YEAR_SECONDS = 365 * 24 * 3600;

describeInBrowser('the live page', () => {
  let house: TestHouse;
  let browser: Browser;
  let page: Page;
  let watched: Watch;
  let demo: Demo;
  const addresses: string[] = [];
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
    demo = await demoUser(house.url);
    page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    page.on('request', (request) => addresses.push(request.url()));
    watched = watch(page, house.url);
    await page.goto(`${house.url}/live`);
    await entry('Alignment checked').first().waitFor();
    await state('Connected').waitFor();
  });

  afterEach(async () => {
    await page.context().close();
    expect(watched).toEqual({ foreign: [], errors: [] });
  });

  const state = (text: string | RegExp) =>
    page.locator('[data-state]').getByText(text, { exact: typeof text === 'string' });
  const entry = (text: string) => page.getByRole('log').getByRole('listitem').filter({ hasText: text });
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const topic = (name: string) => page.getByRole('checkbox', { name });
  const focused = () =>
    page.evaluate<string>('document.activeElement.value || document.activeElement.textContent.trim()');

  /** Cuts every connection, as a gateway does that dies. */
  function cut(): void {
    house.house.app.server.closeAllConnections();
  }

  /** Presses Tab until what has the focus is this; a focus that goes round without it would end the test. */
  async function tabTo(value: string): Promise<void> {
    for (let step = 0; step < 30; step += 1) {
      if ((await focused()) === value) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`The keyboard does not reach ${value}`);
  }

  it('shows what somebody does, without being asked: who, what, which goal, when, and the text', async () => {
    await demo.note('The oak tables are here');
    const shown = entry('The oak tables are here');
    await shown.waitFor();
    for (const part of ['Demi Okafor', 'Note added', 'Goal', 'Traction']) {
      await shown.getByText(part).first().waitFor();
    }
    expect(await shown.locator('time').getAttribute('datetime')).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    expect(await shown.locator('time').getAttribute('title')).toMatch(/\d{4}/);
    expect(await shown.locator('time').innerText()).toMatch(/\d\d:\d\d.* · \w+/);
    expect(await page.getByRole('listitem').first().innerText()).toContain('The oak tables are here');
  });

  it('says to screen readers what happens, and does not read out what happened before', async () => {
    expect(await page.locator('[aria-live=polite][data-news]').innerText()).toBe('');
    await demo.note('Heard by everybody');
    await page.locator('[data-news]').getByText('Note added').getByText('Heard by everybody').waitFor();
  });

  it('shows text as text, whatever somebody wrote', async () => {
    await demo.note('<img src=x onerror=alert(1)><b>bold</b>');
    await entry('<img src=x onerror=alert(1)><b>bold</b>').waitFor();
    expect(await page.getByRole('log').locator('img, b').count()).toBe(0);
  });

  it('goes on where it was when the connection is lost: what was missed is shown, once', async () => {
    await page.route('**/graphql/stream', (route) => route.abort());
    cut();
    await state(/^Reconnecting in \d+ s$/).waitFor();
    await demo.note('Written while nobody listened');
    await page.unroute('**/graphql/stream');
    await button('Try now').click();
    await state('Connected').waitFor();
    await entry('Written while nobody listened').waitFor();
    cut();
    await state(/^Reconnecting/).waitFor();
    await state('Connected').waitFor();
    await demo.note('Written after it');
    await entry('Written after it').waitFor();
    expect(await entry('Written while nobody listened').count()).toBe(1);
  });

  it('comes back with a new token when the old one has ended', async () => {
    house.clock.advance(ACCESS_TOKEN_SECONDS + 1);
    const renewed = page.waitForResponse(
      (answer) => !!answer.request().postData()?.includes('refreshSession'),
    );
    cut();
    expect((await renewed).status()).toBe(200);
    await state('Connected').waitFor();
    await (await demoUser(house.url)).note('Seen with the new token');
    await entry('Seen with the new token').waitFor();
  });

  it('reads anew, and says so, when its place in the log is not known any more', async () => {
    await demo.note('Known before');
    await entry('Known before').waitFor();
    let isLost = true;
    await page.route('**/graphql/stream', async (route) => {
      const body = route.request().postData();
      const isTraction = body?.includes('tenantActivity') === true && isLost;
      if (isTraction) isLost = false;
      await route.continue(
        isTraction ? { postData: body.replace(/"after":"\d+"/, '"after":"999999999"') } : {},
      );
    });
    cut();
    await page.getByRole('status').getByText('the activity of Traction was read anew').waitFor();
    await state('Connected').waitFor();
    await entry('Known before').waitFor();
    expect(await entry('Known before').count()).toBe(1);
  });

  it('holds 500 entries at most, and shows once what is sent twice', async () => {
    const events = Array.from({ length: 600 }, (_each, index) => noteEvent(100_000 + index));
    const stop = await streamInstead(page, 'tenantActivity', [...events, ...events.slice(-3)]);
    await page.reload();
    await entry('Note 100599').waitFor();
    expect(await page.locator('.entry').count()).toBe(500);
    expect(await page.locator('.entry').first().innerText()).toContain('Note 100599');
    expect(await page.locator('.entry').last().innerText()).toContain('Note 100100');
    await stop();
  });

  it('is worked by the keyboard alone: choose what to see, hold it, go on', async () => {
    await tabTo('notes');
    await page.keyboard.press('Space');
    expect(await topic('Notes').isChecked()).toBe(false);
    await demo.note('Not chosen');
    const hidden = page.locator('.entry', { hasText: 'Not chosen' });
    await hidden.waitFor({ state: 'attached' });
    expect(await hidden.isVisible()).toBe(false);
    await page.keyboard.press('Space');
    await hidden.waitFor();

    await tabTo('Pause');
    await page.keyboard.press('Enter');
    await demo.note('Held back');
    await button('Resume · 1 new').waitFor();
    expect(await entry('Held back').count()).toBe(0);
    expect(await page.title()).toBe('(1) Live activity · PurposePath');
    await page.keyboard.press('Enter');
    await entry('Held back').waitFor();
    expect(await page.title()).toBe('Live activity · PurposePath');
  });

  it('shows where the focus is, and leads past everything to the activity', async () => {
    const outline = `getComputedStyle(document.activeElement.closest('.topic') ?? document.activeElement).outlineStyle`;
    for (const stop of ['Sign out', 'Pause', 'goals', 'people', 'Skip to the activity']) {
      await tabTo(stop);
      expect([stop, await page.evaluate(outline)]).toEqual([stop, 'solid']);
    }
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('timeline');
  });

  it.each(['light', 'dark'] as const)('can be read by everybody in the %s theme', async (colorScheme) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await topic('People').uncheck();
    expect(await faintTexts(page)).toEqual([]);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Live activity');
    expect(await page.getByRole('main').count()).toBe(1);
    expect(await page.getByRole('group', { name: 'Show' }).getByRole('checkbox').count()).toBe(10);
    await page
      .getByRole('region', { name: /^Latest/ })
      .getByRole('log', { name: /^Latest/ })
      .waitFor();
  });

  it('fits a phone', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  });

  it('leaves nothing to be read when its reader signs out', async () => {
    await button('Sign out').click();
    await state('Signed out').waitFor();
    expect(await page.getByRole('listitem').count()).toBe(0);
  });

  it('says that it is signed out when the session has ended, and is live again after the next sign-in', async () => {
    await button('Sign out').click();
    await page.getByLabel('Password').fill('purposepath-demo');
    await page.getByLabel('Password').press('Enter');
    await state('Connected').waitFor();
    house.clock.advance(YEAR_SECONDS);
    cut();
    await state('Signed out: the session has ended').waitFor();
    await page.getByLabel('Password').press('Enter');
    await state('Connected').waitFor();
  });

  it('has put no token into any address', () => {
    expect(addresses.some((address) => address.includes('/graphql/stream'))).toBe(true);
    expect(addresses.filter((address) => /eyJ|token/i.test(address))).toEqual([]);
  });
});
