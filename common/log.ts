/** Structured logs: one JSON line per event, readable text on a terminal. Tokens never reach a log. */
import pino, { type Logger } from 'pino';

export type { Logger };

const REDACTED = [
  'authorization',
  'headers.authorization',
  'req.headers.authorization',
  'password',
  '*.password',
  'refreshToken',
  '*.refreshToken',
];

export interface LogOptions {
  readonly level: string;
  /** Readable text instead of JSON lines. */
  readonly pretty: boolean;
}

export function createLogger({ level, pretty }: LogOptions): Logger {
  return pino({
    level,
    redact: { paths: REDACTED, censor: '[redacted]' },
    ...(pretty
      ? {
          transport: {
            target: 'pino-pretty',
            options: { ignore: 'pid,hostname', translateTime: 'HH:MM:ss' },
          },
        }
      : {}),
  });
}

/** For tests and tools that have nothing to say. */
export const silentLogger: Logger = pino({ level: 'silent' });
