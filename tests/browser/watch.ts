/** What a page did that a reader would not see: requests to other hosts, errors, what the policy forbade. */
import type { Page } from 'playwright-core';

export interface Watch {
  /** Requests that left for another origin than the page's own. */
  readonly foreign: readonly string[];
  readonly errors: readonly string[];
}

export function watch(page: Page, origin: string): Watch {
  const foreign: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'data:' && url.origin !== origin) foreign.push(url.href);
  });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    // The browser reports every status of 400 and more by itself; what the page makes of it is tested by what it shows.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      errors.push(message.text());
    }
  });
  return { foreign, errors };
}
