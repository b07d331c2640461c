/**
 * Asking for a mail by its address alone. Known and unknown addresses take the same way: what differs happens in the
 * mailroom. Source: account.yaml, endpoints forgotPassword and resendConfirmation.
 */
import type { Context } from '../context';
import type { MailLinkInput, MailRequestedPayload } from '../schema.generated';
import { PLATFORM } from '../platform';
import type { MailKind } from './kinds';
import { linkBase } from './links';
import { orderMail } from './orders';

export async function requestMail(
  context: Context,
  kind: MailKind,
  { email, frontendUrl }: MailLinkInput,
): Promise<MailRequestedPayload> {
  const { settings, mailroom } = context.services;
  const order = { kind, email, linkBase: linkBase(settings.frontendUrls, frontendUrl) };
  await context
    .asPlatform('whoever asks for a mail is known by address only')
    .write(PLATFORM, PLATFORM, (work) => orderMail(work, order, context.clock.now()));
  mailroom.wake();
  return { requested: true };
}
