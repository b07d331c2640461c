import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SettableClock } from '../../../common/clock';
import { composeMail } from './compose';
import { folderPort } from './folder';

const clock = new SettableClock('2026-01-15T10:00:00.000Z');
let folder: string;

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'outbox-test-')), 'outbox');
});

afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

const mail = (to: string): ReturnType<typeof composeMail> =>
  composeMail('RESET_PASSWORD', { to, linkBase: 'http://localhost:3000', token: 't'.repeat(22) });

describe('mail into files', () => {
  it('can be read as it lies there, link included', async () => {
    await folderPort({ folder, isTemporary: false, clock }).send(mail('ada@example.com'));
    const [file = ''] = readdirSync(folder);
    expect(file).toMatch(/\.eml$/);
    const text = readFileSync(join(folder, file), 'utf8');
    expect(text).toContain('\nTo: ada@example.com\n');
    expect(text).toContain('\nSubject: Choose a new password\n');
    expect(text).toContain('\nDate: Thu, 15 Jan 2026 10:00:00 +0000\n');
    expect(text).toContain(`\nhttp://localhost:3000/reset-password?token=${'t'.repeat(22)}\n`);
  });

  it('is a file each, in the order of sending', async () => {
    const port = folderPort({ folder, isTemporary: false, clock });
    for (const name of ['a', 'b', 'c']) await port.send(mail(`${name}@example.com`));
    const texts = readdirSync(folder)
      .sort()
      .map((file) => readFileSync(join(folder, file), 'utf8'));
    expect(texts.map((text) => /^To: (.)@/m.exec(text)?.[1])).toEqual(['a', 'b', 'c']);
  });

  it('is nobody else’s to read', async () => {
    await folderPort({ folder, isTemporary: false, clock }).send(mail('ada@example.com'));
    const [file = ''] = readdirSync(folder);
    expect(statSync(folder).mode & 0o077).toBe(0);
    expect(statSync(join(folder, file)).mode & 0o077).toBe(0);
  });

  it.each([
    [true, false],
    [false, true],
  ])('in a temporary folder (%p) is still there after the end: %p', async (isTemporary, isThere) => {
    const port = folderPort({ folder, isTemporary, clock });
    await port.send(mail('ada@example.com'));
    await port.close();
    expect(existsSync(folder)).toBe(isThere);
  });
});
