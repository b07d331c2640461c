/**
 * Sends what is ordered, at least once: an order stays until its mail is out, and is tried again later and later. Several
 * instances may look at the same orders; one of them gets each. An order for an address that nobody has is dropped here,
 * where nobody is waiting for an answer that could tell.
 */
import type { Clock } from '../../../common/clock';
import type { Logger } from '../../../common/log';
import type { Platform } from '../../common/context';
import type { collections } from '../context';
import { PLATFORM } from '../platform';
import { composeMail } from './compose';
import { MAILS } from './kinds';
import type { MailOrderRow } from './model';
import type { Mail, MailPort } from './port';
import type { Round } from './rounds';
import { addMailToken } from './tokens';

const AT_ONCE = 10;
const FIRST_PAUSE_SECONDS = 30;

/** The pauses double, so that the last try comes about eight hours after the first. */
const MAX_ATTEMPTS = 11;

export interface MailroomParts {
  /** Asked for again in each round: what it has read is not read again. */
  readonly platform: () => Platform<typeof collections>;
  readonly port: MailPort;
  readonly clock: Clock;
  readonly log: Logger;
}

/** One round: some of the orders that are due. */
export function mailRound(parts: MailroomParts): Round {
  return async () => {
    const { data } = parts.platform();
    const filter = { tenantId: PLATFORM, dueAt: { $lte: parts.clock.now() } };
    const due = await data.mailOrders.find(filter, { sort: { dueAt: 1 }, limit: AT_ONCE });
    await Promise.all(due.map((order) => process(parts, order)));
    return due.length === AT_ONCE;
  };
}

async function process(parts: MailroomParts, order: MailOrderRow): Promise<void> {
  const claimed = await claim(parts, order);
  if (!claimed) return;
  try {
    const mail = await prepare(parts, claimed);
    if (mail) await parts.port.send(mail);
    await finish(parts, claimed);
  } catch (fault) {
    const { kind, attempts } = claimed;
    const isLast = attempts >= MAX_ATTEMPTS;
    parts.log.error(
      { err: fault, kind, attempts },
      isLast ? 'a mail is given up' : 'a mail cannot be sent yet',
    );
    if (isLast) await finish(parts, claimed);
  }
}

/** Puts the next try off before this one is made: so nobody else makes it, and a crash makes it again. */
async function claim({ platform, clock }: MailroomParts, order: MailOrderRow): Promise<MailOrderRow | null> {
  const { id, orderId, attempts } = order;
  const dueAt = new Date(clock.now().getTime() + FIRST_PAUSE_SECONDS * 1000 * 2 ** attempts);
  return platform().data.mailOrders.update(
    { _id: id, tenantId: PLATFORM, orderId, attempts },
    { $set: { dueAt }, $inc: { attempts: 1 } },
  );
}

/** The mail with a new token; undefined where nobody is to get it. */
async function prepare({ platform, clock }: MailroomParts, order: MailOrderRow): Promise<Mail | undefined> {
  const { kind, emailKey, linkBase } = order;
  const { data, write } = platform();
  const user = await data.users.findOne({ emailKey });
  if (!user?.email || !MAILS[kind].isFor.includes(user.status)) return undefined;
  const token = await write(user.tenantId, user.id, (work) => addMailToken(work, kind, user, clock.now()));
  return composeMail(kind, { to: user.email, linkBase, token });
}

/** Unless the same mail was ordered again meanwhile: then it goes out again. */
async function finish({ platform, clock }: MailroomParts, { id, orderId }: MailOrderRow): Promise<void> {
  await platform().data.mailOrders.remove({ _id: id, tenantId: PLATFORM, orderId }, clock.now());
}
