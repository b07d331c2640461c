import { CircuitBreaker, CircuitOpen } from './breaker';

let time: number;
let breaker: CircuitBreaker;
let asked: number;

beforeEach(() => {
  time = 0;
  asked = 0;
  breaker = new CircuitBreaker({ failures: 3, rest: 100, now: () => time });
});

const down = new Error('down');

async function ask(answer: () => Promise<string>, counts = true): Promise<unknown> {
  const call = (): Promise<string> => {
    asked += 1;
    return answer();
  };
  return breaker.run(call, () => counts).catch((fault: unknown) => fault);
}

const fail = (): Promise<string> => Promise.reject(down);
const succeed = (): Promise<string> => Promise.resolve('up');

async function open(): Promise<void> {
  for (let count = 0; count < 3; count += 1) expect(await ask(fail)).toBe(down);
  asked = 0;
}

it('sends nothing more after several failures in a row', async () => {
  await open();
  expect(await ask(succeed)).toBeInstanceOf(CircuitOpen);
  expect(asked).toBe(0);
});

it('starts counting anew after every success', async () => {
  for (let round = 0; round < 3; round += 1) {
    await ask(fail);
    await ask(fail);
    expect(await ask(succeed)).toBe('up');
  }
});

it('does not count what is not the service’s fault', async () => {
  for (let count = 0; count < 5; count += 1) expect(await ask(fail, false)).toBe(down);
  expect(await ask(succeed)).toBe('up');
});

it('lets one probe through after a rest, and everything once that has succeeded', async () => {
  await open();
  time = 100;
  let finish: (answer: string) => void = () => undefined;
  const probe = ask(() => new Promise((resolve) => (finish = resolve)));
  expect(await ask(succeed)).toBeInstanceOf(CircuitOpen);
  finish('up again');
  expect(await probe).toBe('up again');
  expect(await ask(succeed)).toBe('up');
  expect(asked).toBe(2);
});

it('rests again when the probe fails', async () => {
  await open();
  time = 100;
  expect(await ask(fail)).toBe(down);
  time = 199;
  expect(await ask(succeed)).toBeInstanceOf(CircuitOpen);
  time = 200;
  expect(await ask(succeed)).toBe('up');
});

it('lets the next probe through when the caller of the last one went away', async () => {
  await open();
  time = 100;
  expect(await ask(fail, false)).toBe(down);
  expect(await ask(succeed)).toBe('up');
});
