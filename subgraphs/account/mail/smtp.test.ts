import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import { smtpPort } from './smtp';

interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly text: string;
}

const received: Received[] = [];
let server: SMTPServer;
let url: string;

beforeAll(async () => {
  server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    onAuth: ({ username, password }, _session, done) => {
      if (username === 'user' && password === 'p@ss') done(null, { user: username });
      else done(new Error('wrong password'));
    },
    onRcptTo: ({ address }, _session, done) => done(address.startsWith('no@') ? new Error('no') : null),
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        received.push({
          from: envelope.mailFrom ? envelope.mailFrom.address : '',
          to: envelope.rcptTo.map(({ address }) => address),
          text: Buffer.concat(chunks).toString('utf8'),
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise<void>((resolve) => server.close(resolve)));

beforeEach(() => {
  received.length = 0;
});

const FROM = 'PurposePath <hello@purposepath.example>';
const mail = { to: 'ada@example.com', subject: 'Hello', text: 'In words.\n', html: '<p>In colour.</p>\n' };

describe('mail by SMTP', () => {
  it('arrives with its sender, as plain text and as HTML', async () => {
    const port = smtpPort({ url: `smtp://user:p%40ss@${url}`, from: FROM });
    await port.send(mail);
    await port.close();
    expect(received).toEqual([
      {
        from: 'hello@purposepath.example',
        to: ['ada@example.com'],
        text: expect.stringMatching(/^From: PurposePath <hello@purposepath\.example>\r\n/),
      },
    ]);
    const text = received[0]?.text ?? '';
    expect(text).toContain('Subject: Hello\r\n');
    expect(text).toMatch(/text\/plain[^]*In words\.[^]*text\/html[^]*<p>In colour\.<\/p>/);
  });

  it('is refused with the words of the server', async () => {
    const port = smtpPort({ url: `smtp://${url}`, from: FROM });
    await expect(port.send({ ...mail, to: 'no@example.com' })).rejects.toThrow(/no/);
    await expect(smtpPort({ url: `smtp://user:wrong@${url}`, from: FROM }).send(mail)).rejects.toThrow(
      /wrong password/,
    );
    expect(received).toEqual([]);
  });

  it('fails where nobody listens', async () => {
    await expect(smtpPort({ url: 'smtp://127.0.0.1:1', from: FROM }).send(mail)).rejects.toThrow(
      /ECONNREFUSED/,
    );
  });

  it('tells where it goes without the password', () => {
    expect(smtpPort({ url: 'smtps://user:secret@mail.example:465', from: FROM }).place).toBe(
      'smtps://mail.example:465',
    );
  });
});
