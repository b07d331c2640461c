/** Makes a mail of its kind: plain text, and the same as simple HTML. */
import { MAILS, type MailKind } from './kinds';
import type { Mail } from './port';

export interface MailFacts {
  readonly to: string;
  /** The address of the frontend, see `linkBase`. */
  readonly linkBase: string;
  readonly token: string;
}

export function composeMail(kind: MailKind, { to, linkBase, token }: MailFacts): Mail {
  const { subject, before, action, page, after } = MAILS[kind];
  const link = `${linkBase}${page}?token=${encodeURIComponent(token)}`;
  return {
    to,
    subject,
    text: `${[...before, link, ...after].join('\n\n')}\n`,
    html: `${[...before.map(paragraph), anchor(link, action), ...after.map(paragraph)].join('\n')}\n`,
  };
}

const paragraph = (text: string): string => `<p>${escaped(text)}</p>`;

const anchor = (link: string, text: string): string =>
  `<p><a href="${escaped(link)}">${escaped(text)}</a></p>`;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
