/** A mail server on a free port, for tests: real SMTP, and what arrives is kept in memory. */
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export interface TestSmtp {
  readonly port: number;
  /** The mails as they came, the oldest first. */
  readonly received: readonly string[];
  stop(): Promise<void>;
}

/** Knows one user, `user` with the password `p@ss`; takes no mail for addresses that begin with `no@`. */
export async function startSmtp(port = 0): Promise<TestSmtp> {
  const received: string[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    onAuth: ({ username, password }, _session, done) => {
      if (username === 'user' && password === 'p@ss') done(null, { user: username });
      else done(new Error('wrong password'));
    },
    onRcptTo: ({ address }, _session, done) =>
      done(address.startsWith('no@') ? new Error('no such mailbox') : null),
    onData: (stream, _session, done) => {
      text(stream).then((mail) => {
        received.push(mail);
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
