import { readMail } from '../testing/eml';
import { startSmtp, type TestSmtp } from '../testing/smtp';
import { smtpPort } from './smtp';

const FROM = 'PurposePath <hello@purposepath.example>';
const mail = { to: 'ada@example.com', subject: 'Hello', text: 'In words.\n', html: '<p>In colour.</p>\n' };

let server: TestSmtp;

beforeEach(async () => {
  server = await startSmtp();
});

afterEach(() => server.stop());

const url = (user = ''): string => `smtp://${user}127.0.0.1:${server.port}`;

describe('mail by SMTP', () => {
  it('arrives with its sender, as plain text and as HTML', async () => {
    const port = smtpPort({ url: url('user:p%40ss@'), from: FROM });
    await port.send(mail);
    await port.close();
    const [raw = '', ...others] = server.received;
    expect(others).toEqual([]);
    expect(readMail(raw)).toEqual({ from: FROM, to: mail.to, subject: mail.subject, text: mail.text });
    expect(raw).toMatch(/text\/html[^]*<p>In colour\.<\/p>/);
  });

  it('is refused with the words of the server', async () => {
    const port = smtpPort({ url: url(), from: FROM });
    await expect(port.send({ ...mail, to: 'no@example.com' })).rejects.toThrow(/no such mailbox/);
    const stranger = smtpPort({ url: url('user:wrong@'), from: FROM });
    await expect(stranger.send(mail)).rejects.toThrow(/wrong password/);
    expect(server.received).toEqual([]);
  });

  it('fails where nobody listens', async () => {
    const port = smtpPort({ url: 'smtp://127.0.0.1:1', from: FROM });
    await expect(port.send(mail)).rejects.toThrow(/ECONNREFUSED/);
  });

  it('tells where it goes without the password', () => {
    const { place } = smtpPort({ url: 'smtps://user:secret@mail.example:465', from: FROM });
    expect(place).toBe('smtps://mail.example:465');
  });
});
