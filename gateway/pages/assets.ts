/** The files of the pages in memory, under one version that changes whenever any of them does. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { ASSET_FILES } from './asset-files';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** One file as it is served. */
export interface Asset {
  readonly type: string;
  readonly body: Buffer;
  /** Weak, for the zipped and the plain form share it. */
  readonly etag: string;
  /** Zipped on first use and kept. */
  readonly zipped: () => Promise<Buffer>;
}

export interface Assets {
  /** Stands in every address, so that browsers may keep the files for good. */
  readonly version: string;
  readonly files: ReadonlyMap<string, Asset>;
}

const hash = (content: Buffer | string): string =>
  createHash('sha256').update(content).digest('base64url').slice(0, 16);
const zip = promisify(gzip);

/** The extension of the name decides the content type. */
export function createAsset(name: string, content: Buffer | string): Asset {
  const body = Buffer.from(content);
  const type = TYPES[extname(name)];
  if (type === undefined) throw new Error(`No content type is known for ${name}`);
  let kept: Promise<Buffer> | undefined;
  return { type, body, etag: `W/"${hash(body)}"`, zipped: () => (kept ??= zip(body)) };
}

/** Reads every file that the pages may load. Throws when one is missing. */
export function loadAssets(): Assets {
  const files = new Map(
    Object.entries(ASSET_FILES).map(([name, path]) => [name, createAsset(name, readFileSync(path))] as const),
  );
  const version = hash([...files].map(([name, { etag }]) => `${name} ${etag}`).join('\n'));
  return { version, files };
}
