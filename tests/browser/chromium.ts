/** The headless browser of the tests: Chromium as the system has it; nothing is downloaded. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const isInstalled = existsSync(executablePath);
const missing = `no Chromium at ${executablePath}; install it or name it in CHROMIUM_PATH`;

/** Chromium that asks nobody for anything but the pages it is shown. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** `describe` where Chromium is installed. Elsewhere CI fails, and a developer reads why the suite was left out. */
export function describeInBrowser(title: string, suite: () => void): void {
  if (isInstalled) {
    describe(title, suite);
  } else if (process.env['CI']) {
    it(title, () => {
      throw new Error(`The browser tests cannot run: ${missing}`);
    });
  } else {
    const leaveOut = describe.skip;
    leaveOut(`${title} (left out: ${missing})`, suite);
  }
}
