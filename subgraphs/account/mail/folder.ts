/** Mail into files, where no server is configured: one .eml per mail, which every mail program opens. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Clock } from '../../../common/clock';
import { newId } from '../../../common/ids';
import type { MailPort } from './port';

const FROM = 'PurposePath <no-reply@localhost>';

export interface FolderOptions {
  readonly folder: string;
  /** The folder goes when the house stops. */
  readonly isTemporary: boolean;
  readonly clock: Clock;
}

export function folderPort({ folder, isTemporary, clock }: FolderOptions): MailPort {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    place: folder,
    send: async (mail) => {
      const { message } = await transport.sendMail({ ...mail, from: FROM, date: clock.now() });
      // The links of the mails are as good as passwords.
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(join(folder, `${newId()}.eml`), message as Buffer, { flag: 'wx', mode: 0o600 });
    },
    close: async () => {
      if (isTemporary) await rm(folder, { recursive: true, force: true });
    },
  };
}
