import { once } from 'node:events';
import type { SubscriptionEvent } from '../federation';
import { Reservations } from './reservations';

/** A result that comes when it is no longer wanted. */
async function* late(signal: AbortSignal): AsyncGenerator<SubscriptionEvent> {
  if (!signal.aborted) await once(signal, 'abort');
  yield { data: null };
}

it.each([
  ['connected', true],
  ['reserved and not connected', false],
])('stops what goes on for a stream that is %s when all end', async (_case, isConnected) => {
  const reservations = new Reservations();
  const token = reservations.reserve();
  const carried = reservations.find(token)?.carry('1', late);
  if (isConnected) reservations.connect(token);
  reservations.end();
  await carried;
  expect(reservations.find(token)).toBeUndefined();
});
