/** The tokens of mailed links, as their readers find them. */
import type { Mail } from '../mail/port';

/** The token of the link in a mail. Throws where there is none. */
export function tokenIn(mail: Pick<Mail, 'text'> | undefined): string {
  const token = /\?token=([\w-]+)$/m.exec(mail?.text ?? '')?.[1];
  if (token === undefined) throw new Error('there is no mail with a link');
  return token;
}
