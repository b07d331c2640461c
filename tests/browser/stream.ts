/** What a gateway streams, told to a page by a test: more than a house could make happen in time. */
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
  goal: { title: 'The engine' },
  strategy: null,
  entry: { title: null, text: `Note ${cursor}`, url: null },
});

/** From now on the page's one stream carries these events of the field, and nothing else. */
export async function streamInstead(page: Page, field: string, events: readonly object[]): Promise<void> {
  let hear: (id: string) => void = () => undefined;
  const subscribed = new Promise<string>((resolve) => (hear = resolve));
  await page.route('**/graphql/stream', async (route) => {
    const request = route.request();
    if (request.method() === 'PUT') return route.fulfill({ status: 201, body: 'reserved' });
    if (request.method() === 'GET') {
      const id = await subscribed;
      const frames = events.map(
        (event) => `event: next\ndata: ${JSON.stringify({ id, payload: { data: { event } } })}\n\n`,
      );
      return route.fulfill({ contentType: 'text/event-stream', body: frames.join('') });
    }
    const body = request.postData() ?? '';
    if (body.includes(field)) hear(JSON.parse(body).extensions.operationId);
    return route.fulfill({ status: 202 });
  });
}
