/** The mailroom of a test's house: lets a test wait until mails are out, and not for time to pass. */
import type { Context } from '../../subgraphs/account/context';
import type { Mailroom } from '../../subgraphs/account/settings';
import type { TestHouse } from './house';

export async function mailroomOf({ house }: TestHouse): Promise<Mailroom> {
  const context = await house.subgraphs.get('account')?.context({ authorization: undefined });
  return (context as unknown as Context).services.mailroom;
}
