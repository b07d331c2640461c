import { type KeyUse, sealingOf } from './sealing';

const SECRET = 'of the gateways';
const USE: KeyUse = {
  key: 'my key',
  scope: ['shop', 'Add', ['tenant-1', 'user-1']],
  request: { params: {}, query: {}, body: { title: 'Mosses', pages: 12 } },
};
const ANSWER = '{"accessToken":"eyJ"}';

it('gives an answer back to whoever has key and request, whatever the order of the members', () => {
  const sealed = sealingOf(USE, SECRET).seal(ANSWER);
  const request = { body: { pages: 12, title: 'Mosses' }, params: {}, query: {} };
  expect(sealingOf({ ...USE, request }, SECRET).open(sealed)).toBe(ANSWER);
});

it.each<[string, Partial<KeyUse>, string]>([
  ['the key', { key: 'my kez' }, SECRET],
  ['the request', { request: { params: {}, query: {}, body: { title: 'Mosses', pages: 13 } } }, SECRET],
  ['the caller', { scope: ['shop', 'Add', ['tenant-1', 'user-2']] }, SECRET],
  ['the secret', {}, 'of others'],
])('opens for nobody who has not %s', (_what, change, secret) => {
  const own = sealingOf(USE, SECRET);
  const foreign = sealingOf({ ...USE, ...change }, secret);
  expect(() => foreign.open(own.seal(ANSWER))).toThrow();
  expect(foreign.proof).not.toBe(own.proof);
});

it('names a key the same for whatever request, and another way in another scope', () => {
  const { id } = sealingOf(USE, SECRET);
  expect(sealingOf({ ...USE, request: {} }, SECRET).id).toBe(id);
  expect(sealingOf({ ...USE, scope: ['shop', 'Change', ['tenant-1', 'user-1']] }, SECRET).id).not.toBe(id);
});

it('notices an answer that was tampered with', () => {
  const { seal, open } = sealingOf(USE, SECRET);
  const sealed = Uint8Array.from(seal(ANSWER), (byte, index) => (index === 30 ? byte ^ 1 : byte));
  expect(() => open(sealed)).toThrow();
});

it('never seals twice alike', () => {
  const { seal } = sealingOf(USE, SECRET);
  expect(seal(ANSWER)).not.toEqual(seal(ANSWER));
});
