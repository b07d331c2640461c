/**
 * The one reader of the environment. Every setting is checked at start; all faults are reported together, by name
 * and never with their values. Source: interface.md, Environment.
 */
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const seconds = z.coerce.number().int().min(1);
const url = z.url({ protocol: /^https?$/ });
const items = (list: string): string[] => list.split(',').map((item) => item.trim());
const urls = z.string().transform(items).pipe(z.array(url));

const environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: port.default(4000),
  HOST: z.string().min(1).default('127.0.0.1'),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, 'must begin with mongodb:// or mongodb+srv://')
    .optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  LEGACY_PORTS: z.enum(['on', 'off']).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  JWKS_URL: url.optional(),
  GATEWAY_KEY: z.string().min(32, 'must have at least 32 characters').optional(),
  SIGNING_KEY: z.string().min(1).optional(),
  ACCESS_TOKEN_SECONDS: seconds.default(900),
  REFRESH_GRACE_SECONDS: z.coerce.number().int().min(0).default(30),
  EMAIL_VERIFICATION: z.enum(['on', 'off']).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).optional(),
  FRONTEND_URLS: urls.default(['http://localhost:3000']),
  GOOGLE_CLIENT_ID: z.string().min(1).optional(),
  GOOGLE_JWKS_URL: url.default('https://www.googleapis.com/oauth2/v3/certs'),
  CORS_ORIGINS: z.string().default('*'),
  REQUEST_TIMEOUT_SECONDS: seconds.default(30),
  COLLAPSE_QUERIES: z.enum(['on', 'off']).default('off'),
  SUPERGRAPH_WATCH: z.enum(['on', 'off']).default('on'),
  SUBGRAPH_ACCOUNT_URL: url.default('http://127.0.0.1:4001/graphql'),
  SUBGRAPH_COACHING_URL: url.default('http://127.0.0.1:4002/graphql'),
  SUBGRAPH_TRACTION_URL: url.default('http://127.0.0.1:4003/graphql'),
  SUBGRAPH_WORKSTREAM_URL: url.default('http://127.0.0.1:4004/graphql'),
});

/** A server that sends mail. */
export interface SmtpConfig {
  /** With user and password where it asks for them. */
  readonly url: string;
  /** The sender of every mail. */
  readonly from: string;
}

export interface Config {
  readonly environment: 'development' | 'test' | 'production';
  readonly port: number;
  readonly host: string;
  /** Absent: the embedded server keeps its data in `dataDir`. */
  readonly mongodbUri: string | undefined;
  readonly dataDir: string;
  readonly legacyPorts: boolean;
  readonly logLevel: string;
  readonly jwksUrl: string;
  /** What the gateway signs its calls to subgraphs with; made up in development where absent. */
  readonly gatewayKey: string | undefined;
  /** The private key of the access tokens as a JWK in JSON; made up in development where absent. */
  readonly signingKey: string | undefined;
  readonly accessTokenSeconds: number;
  readonly refreshGraceSeconds: number;
  /** Whether a new user must confirm the e-mail address before the first sign-in. */
  readonly emailVerification: boolean;
  /** How mail is sent; absent where it is written to files below `dataDir`. */
  readonly smtp: SmtpConfig | undefined;
  /** The web pages that mailed links may lead to; the first one unless a caller names another of them. */
  readonly frontendUrls: readonly string[];
  /** Whom Google's ID tokens must be made for; nobody signs in with Google where absent. */
  readonly googleClientId: string | undefined;
  /** Where Google publishes the keys of its ID tokens. */
  readonly googleJwksUrl: string;
  /** Origins that browsers may call from; `*` is any. */
  readonly corsOrigins: readonly string[];
  /** After how long a GraphQL request is given up. */
  readonly requestTimeoutSeconds: number;
  /** Whether identical GraphQL queries of one identity that are in flight together share one execution. */
  readonly collapseQueries: boolean;
  /** Whether a gateway that runs by itself takes a changed supergraph without a restart. */
  readonly supergraphWatch: boolean;
  readonly subgraphUrls: Readonly<Record<string, string>>;
}

/** Settings that cannot be used; the message names each with what is wrong. */
export class ConfigError extends Error {
  constructor(faults: readonly string[]) {
    super(`The configuration cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** What production must give rather than have it made up. */
export type Need = 'MONGODB_URI' | 'GATEWAY_KEY' | 'SIGNING_KEY';

/**
 * Reads the settings. Throws ConfigError.
 * @param needs what this process cannot do without in production; a process gets no secret that it does not use
 */
export function readConfig(needs: readonly Need[], variables: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const settings = parsed.data;
  const production = settings.NODE_ENV === 'production';
  const missing = production ? needs.filter((name) => settings[name] === undefined) : [];
  if (missing.length > 0) throw new ConfigError(missing.map((name) => `${name}: is needed in production`));
  const { SMTP_URL, MAIL_FROM } = settings;
  if (SMTP_URL && !MAIL_FROM) throw new ConfigError(['MAIL_FROM: is needed where SMTP_URL is given']);

  return {
    environment: settings.NODE_ENV,
    port: settings.PORT,
    host: settings.HOST,
    mongodbUri: settings.MONGODB_URI,
    dataDir: settings.DATA_DIR,
    legacyPorts: (settings.LEGACY_PORTS ?? (settings.NODE_ENV === 'development' ? 'on' : 'off')) === 'on',
    logLevel: settings.LOG_LEVEL,
    jwksUrl: settings.JWKS_URL ?? new URL('/.well-known/jwks.json', settings.SUBGRAPH_ACCOUNT_URL).href,
    gatewayKey: settings.GATEWAY_KEY,
    signingKey: settings.SIGNING_KEY,
    accessTokenSeconds: settings.ACCESS_TOKEN_SECONDS,
    refreshGraceSeconds: settings.REFRESH_GRACE_SECONDS,
    emailVerification:
      (settings.EMAIL_VERIFICATION ?? (settings.NODE_ENV === 'development' ? 'off' : 'on')) === 'on',
    smtp: SMTP_URL && MAIL_FROM ? { url: SMTP_URL, from: MAIL_FROM } : undefined,
    frontendUrls: settings.FRONTEND_URLS,
    googleClientId: settings.GOOGLE_CLIENT_ID,
    googleJwksUrl: settings.GOOGLE_JWKS_URL,
    corsOrigins: items(settings.CORS_ORIGINS),
    requestTimeoutSeconds: settings.REQUEST_TIMEOUT_SECONDS,
    collapseQueries: settings.COLLAPSE_QUERIES === 'on',
    supergraphWatch: settings.SUPERGRAPH_WATCH === 'on',
    subgraphUrls: {
      account: settings.SUBGRAPH_ACCOUNT_URL,
      coaching: settings.SUBGRAPH_COACHING_URL,
      traction: settings.SUBGRAPH_TRACTION_URL,
      workstream: settings.SUBGRAPH_WORKSTREAM_URL,
    },
  };
}
