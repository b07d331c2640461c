import { inTime } from './in-time';

const never = new Promise<never>(() => undefined);

describe('work in time', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('answers as it would without a limit, and leaves no timer behind', async () => {
    await expect(inTime(2000, Promise.resolve('done'))).resolves.toBe('done');
    await expect(inTime(2000, Promise.reject(new Error('refused')))).rejects.toThrow('refused');
    expect(jest.getTimerCount()).toBe(0);
  });

  it('is given up when it takes longer', async () => {
    const late = expect(inTime(2000, never)).rejects.toThrow('No answer within 2000 ms');
    jest.advanceTimersByTime(2000);
    await late;
  });

  it('is waited for until then', async () => {
    const settled = jest.fn();
    void inTime(2000, never).catch(settled);
    await jest.advanceTimersByTimeAsync(1999);
    expect(settled).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    expect(settled).toHaveBeenCalled();
  });
});
