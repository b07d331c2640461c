/** What the house has mailed, as its reader finds it in the outbox. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ReadMail, readMail } from '../../../subgraphs/account/testing/eml';
import { mailroomOf } from '../../support/mailroom';
import type { Kit } from './kit';

/** Where mails are looked for. */
type Post = Pick<Kit, 'house'>;

/** The mails to this address, the oldest first; everything that is due has been tried before. */
export async function mailsTo(kit: Post, email: string): Promise<readonly ReadMail[]> {
  const mailroom = await mailroomOf(kit.house);
  await mailroom.finish();
  if (!existsSync(mailroom.place)) return [];
  return readdirSync(mailroom.place)
    .sort()
    .map((file) => readMail(readFileSync(join(mailroom.place, file), 'utf8')))
    .filter(({ to }) => to === email);
}

/** The link of the newest mail to this address. Throws where there is none. */
export async function mailedLink(kit: Post, email: string): Promise<URL> {
  const link = /^https?:\S+$/m.exec((await mailsTo(kit, email)).at(-1)?.text ?? '')?.[0];
  if (link === undefined) throw new Error(`no mail with a link has come to ${email}`);
  return new URL(link);
}

/** The token of that link. */
export const mailedToken = async (kit: Post, email: string): Promise<string> =>
  (await mailedLink(kit, email)).searchParams.get('token') ?? '';
