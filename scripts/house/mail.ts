/** How the house sends mail: by the server that SMTP_URL names, else into files below DATA_DIR. */
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Clock } from '../../common/clock';
import type { Config } from '../../common/config';
import type { Logger } from '../../common/log';
import { folderPort } from '../../subgraphs/account/mail/folder';
import type { MailPort } from '../../subgraphs/account/mail/port';
import { smtpPort } from '../../subgraphs/account/mail/smtp';
import { IN_MEMORY } from './secrets';

export function createMailPort(config: Config, clock: Clock, log: Logger): MailPort {
  const isProduction = config.environment === 'production';
  const { smtp, frontendUrls } = config;
  if (isProduction && frontendUrls.some((url) => new URL(url).hostname === 'localhost')) {
    log.warn(
      { frontendUrls },
      'mailed links can lead to localhost: FRONTEND_URLS names the pages of the frontend',
    );
  }
  if (smtp) return smtpPort(smtp);
  const port = outbox(config, clock);
  if (isProduction) {
    log.warn({ outbox: port.place }, 'NO MAIL IS SENT: SMTP_URL is not set, mail goes to files');
  } else {
    log.info({ outbox: port.place }, 'mail goes to files: SMTP_URL is not set');
  }
  return port;
}

function outbox({ dataDir }: Config, clock: Clock): MailPort {
  if (dataDir !== IN_MEMORY) {
    return folderPort({ folder: resolve(dataDir, 'outbox'), isTemporary: false, clock });
  }
  const folder = join(tmpdir(), `purposepath-outbox-${randomUUID()}`);
  return folderPort({ folder, isTemporary: true, clock });
}
