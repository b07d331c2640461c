import { Stop } from './stop';

const listening = (): { handleEvent: jest.Mock } => ({ handleEvent: jest.fn() });

it('tells each listener once, with the first reason', () => {
  const stop = new Stop();
  const listener = listening();
  stop.addEventListener('abort', listener);
  stop.throwIfAborted();
  stop.abort(new Error('Too late'));
  stop.abort(new Error('Again'));
  expect(listener.handleEvent).toHaveBeenCalledTimes(1);
  expect(stop.aborted).toBe(true);
  expect(() => stop.throwIfAborted()).toThrow('Too late');
});

it('does not tell who has stopped listening', () => {
  const stop = new Stop();
  const [gone, there] = [listening(), listening()];
  stop.addEventListener('abort', gone);
  stop.addEventListener('abort', there);
  stop.removeEventListener('abort', gone);
  stop.abort(new Error('Late'));
  expect(gone.handleEvent).not.toHaveBeenCalled();
  expect(there.handleEvent).toHaveBeenCalled();
});
