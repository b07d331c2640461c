/** The live page while the gateway dies: `npm start` as a process of its own, killed without a word. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { type RunningCommand, runCommand } from '../support/process';
import { describeInBrowser, launchChromium } from './chromium';
import { demoUser } from './demo';
import { watch } from './watch';

const ADDRESS = /PurposePath\s+(http:\/\/127\.0\.0\.1:(\d+))[^]*Ready\./;

describeInBrowser('the live page over a restart', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'purposepath-'));
  let running: RunningCommand | undefined;
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchChromium();
  });

  afterAll(async () => {
    await running?.signal('SIGKILL');
    await browser.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function start(port: string): Promise<{ url: string; port: string }> {
    running = runCommand('start', [], { PORT: port, DATA_DIR: dataDir });
    const [, url = '', used = ''] = await running.printed(ADDRESS);
    return { url, port: used };
  }

  it('goes on by itself: what it has seen stands there once, and so does what it missed', async () => {
    const { url, port } = await start('0');
    const page = await browser.newPage();
    const watched = watch(page, url);
    const entry = (text: string) => page.getByRole('listitem').filter({ hasText: text });
    const state = (text: RegExp) => page.locator('[data-state]').getByText(text);

    await page.goto(`${url}/live`);
    await state(/^Connected$/).waitFor();
    await (await demoUser(url)).note('Before the gateway died');
    await entry('Before the gateway died').waitFor();

    await running?.signal('SIGKILL');
    await state(/^Reconnecting/).waitFor();
    await page.route('**/graphql/stream', (route) => route.abort());
    await start(port);
    await (await demoUser(url)).note('Missed by the page');
    await page.unroute('**/graphql/stream');

    await entry('Missed by the page').waitFor({ timeout: 60_000 });
    await state(/^Connected$/).waitFor();
    await (await demoUser(url)).note('After all that');
    await entry('After all that').waitFor();
    expect(await entry('Before the gateway died').count()).toBe(1);
    expect(await entry('Missed by the page').count()).toBe(1);
    expect(watched).toEqual({ foreign: [], errors: [] });
  }, 120_000);
});
