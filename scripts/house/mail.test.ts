import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { SettableClock } from '../../common/clock';
import { readConfig } from '../../common/config';
import type { Logger } from '../../common/log';
import { createMailPort } from './mail';

type Line = readonly [level: string, facts: object, text: string];

/** The place that mail goes to with these settings, and what is said about it at the start. */
function start(variables: Readonly<Record<string, string>>): { place: string; lines: readonly Line[] } {
  const lines: Line[] = [];
  const note =
    (level: string) =>
    (facts: object, text: string): unknown =>
      lines.push([level, facts, text]);
  const log = { info: note('info'), warn: note('warn') } as unknown as Logger;
  const { place } = createMailPort(readConfig([], variables), new SettableClock(), log);
  return { place, lines };
}

const FRONTEND_URLS = 'https://app.example';
const SMTP = { SMTP_URL: 'smtp://mail.example:587', MAIL_FROM: 'hello@app.example' };

describe('the mail of the house', () => {
  it('goes to files beside the data where no server is configured, and says where', () => {
    const { place, lines } = start({ DATA_DIR: './data' });
    expect(place).toBe(resolve('data', 'outbox'));
    expect(lines).toEqual([['info', { outbox: place }, expect.stringContaining('SMTP_URL')]]);
  });

  it('goes to a folder of its own where no data is kept, which is made with the first mail', () => {
    const [one, two] = [start({ DATA_DIR: ':memory:' }), start({ DATA_DIR: ':memory:' })];
    expect(one.place).not.toBe(two.place);
    expect(existsSync(one.place)).toBe(false);
  });

  it('goes to the server that is configured, without a word', () => {
    const { place, lines } = start({ ...SMTP, NODE_ENV: 'production', FRONTEND_URLS });
    expect(place).toBe('smtp://mail.example:587');
    expect(lines).toEqual([]);
  });

  it('is warned of in production where nobody gets it', () => {
    const { place, lines } = start({ NODE_ENV: 'production', FRONTEND_URLS });
    expect(lines).toEqual([['warn', { outbox: place }, expect.stringContaining('NO MAIL IS SENT')]]);
  });

  it('is warned of in production where its links lead to the reader’s own machine', () => {
    const { lines } = start({ ...SMTP, NODE_ENV: 'production' });
    expect(lines).toEqual([['warn', expect.anything(), expect.stringContaining('FRONTEND_URLS')]]);
  });
});
