/** What the house has mailed, as its reader finds it in the outbox. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context as AccountContext } from '../../../subgraphs/account/context';
import type { Kit } from './kit';

export interface ReadMail {
  readonly subject: string;
  /** The plain text. */
  readonly text: string;
}

/** The mails to this address, the oldest first; everything that is due has been tried before. */
export async function mailsTo(kit: Kit, email: string): Promise<readonly ReadMail[]> {
  const subgraph = kit.house.house.subgraphs.get('account');
  const context = (await subgraph?.context({ authorization: undefined })) as unknown as AccountContext;
  const { mailroom } = context.services;
  await mailroom.finish();
  if (!existsSync(mailroom.place)) return [];
  return readdirSync(mailroom.place)
    .sort()
    .map((file) => readFileSync(join(mailroom.place, file), 'utf8'))
    .filter((mail) => headerOf(mail, 'To') === email)
    .map((mail) => ({ subject: headerOf(mail, 'Subject'), text: plainText(mail) }));
}

/** The link of the newest mail to this address. Throws where there is none. */
export async function mailedLink(kit: Kit, email: string): Promise<URL> {
  const link = /^https?:\S+$/m.exec((await mailsTo(kit, email)).at(-1)?.text ?? '')?.[0];
  if (link === undefined) throw new Error(`no mail with a link has come to ${email}`);
  return new URL(link);
}

/** The token of that link. */
export const mailedToken = async (kit: Kit, email: string): Promise<string> =>
  (await mailedLink(kit, email)).searchParams.get('token') ?? '';

const headerOf = (mail: string, name: string): string =>
  new RegExp(`^${name}: (.*)$`, 'm').exec(mail)?.[1] ?? '';

/** The first part, decoded where its lines were too long to stand as they are. */
function plainText(mail: string): string {
  const part = /Content-Type: text\/plain[^]*?\n\n([^]*?)\n--/.exec(mail);
  if (!part) throw new Error(`a mail without plain text:\n${mail}`);
  const [whole, text = ''] = part;
  if (!whole.includes('Content-Transfer-Encoding: quoted-printable')) return text;
  const joined = text.replace(/=\n/g, '');
  return joined.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
