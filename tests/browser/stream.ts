/** What a gateway streams, told to a page by a test: more than a house could make happen in time. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';

/** The note at this place of the log, as the subscription of the live page selects it. */
export const noteEvent = (cursor: number): object => ({
  __typename: 'ActivityEvent',
  cursor: String(cursor),
  kind: 'ACTIVITY_CREATED',
  description: 'Note added',
  createdBy: 'somebody',
  createdAt: new Date(cursor * 1000).toISOString(),
  author: { name: 'Ada Lovelace' },
  goalId: 'engine',
  goal: { title: 'The engine' },
  strategy: null,
  action: null,
  measure: null,
  entry: { title: null, url: null },
  words: { text: `Note ${cursor}` },
});

/**
 * From now on the page's one stream carries these events of the field, and nothing else. A server of its own sends
 * them, for what a test answers to a page comes whole or not at all.
 */
export async function streamInstead(
  page: Page,
  field: string,
  events: readonly object[],
): Promise<() => Promise<void>> {
  let hear: (id: string) => void = () => undefined;
  const subscribed = new Promise<string>((resolve) => (hear = resolve));
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(':\n\n');
    void subscribed.then((id) => {
      for (const event of events) {
        response.write(`event: next\ndata: ${JSON.stringify({ id, payload: { data: { event } } })}\n\n`);
      }
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  await page.route('**/graphql/stream', async (route) => {
    const request = route.request();
    if (request.method() === 'PUT') return route.fulfill({ status: 201, body: 'reserved' });
    if (request.method() === 'GET') return route.continue({ url: `http://127.0.0.1:${port}/` });
    const body = request.postData() ?? '';
    if (body.includes(field)) hear(JSON.parse(body).extensions.operationId);
    return route.fulfill({ status: 202 });
  });
  return async () => {
    server.closeAllConnections();
    await promisify(server.close.bind(server))();
  };
}
