/** Mail by SMTP. */
import { createTransport } from 'nodemailer';
import type { MailPort } from './port';

/** A server that says nothing must not hold up the other mails. */
const TIMEOUT_MILLISECONDS = 10_000;

export interface SmtpOptions {
  /** `smtp://` or `smtps://`, with user and password where the server asks for them. */
  readonly url: string;
  readonly from: string;
}

export function smtpPort({ url, from }: SmtpOptions): MailPort {
  const transport = createTransport({
    url,
    connectionTimeout: TIMEOUT_MILLISECONDS,
    greetingTimeout: TIMEOUT_MILLISECONDS,
    socketTimeout: TIMEOUT_MILLISECONDS,
  });
  const { protocol, host } = new URL(url);
  return {
    place: `${protocol}//${host}`,
    send: async (mail) => void (await transport.sendMail({ ...mail, from })),
    close: async () => transport.close(),
  };
}
