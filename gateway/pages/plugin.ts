/** The gateway's pages: the landing page, GraphiQL, live activity, and the files they load. Nothing comes from another host. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { type Asset, createAsset, loadAssets } from './assets';
import { explorerPage } from './graphiql/page';
import { landingPage } from './landing/page';
import { livePage } from './live/page';
import { EXPLORER_POLICY, PAGE_POLICY, securityHeaders } from './security-headers';

export interface PagesOptions {
  /** Whether the demo user is named on the pages and signed in by itself. */
  readonly isDevelopment: boolean;
}

const FOREVER = 'public, max-age=31536000, immutable';
const ASK_FIRST = 'no-cache';

/** Everything is read once, at start: a request can only name what is in the table, so no path leads outside. */
export function pagesPlugin({ isDevelopment }: PagesOptions): FastifyPluginAsync {
  return async (app) => {
    const assets = loadAssets();
    const look = { isDevelopment, assetBase: `/assets/${assets.version}` };
    const landing = createAsset('landing.html', landingPage(look));
    const live = createAsset('live.html', livePage(look));
    const explorer = createAsset('graphiql.html', explorerPage(look));

    app.addHook('onRequest', async (_request, reply) => {
      reply.headers(securityHeaders(PAGE_POLICY));
    });
    app.get('/', (request, reply) => send(request, reply, landing, ASK_FIRST));
    app.get('/live', (request, reply) => send(request, reply, live, ASK_FIRST));
    app.get('/graphiql', (request, reply) => {
      reply.headers(securityHeaders(EXPLORER_POLICY));
      return send(request, reply, explorer, ASK_FIRST);
    });
    app.get<{ Params: { version: string; '*': string } }>('/assets/:version/*', (request, reply) => {
      const { version, '*': name } = request.params;
      const asset = assets.files.get(name);
      if (!asset) return reply.callNotFound();
      // An older page may still ask for its version while a new one is rolled out: it gets today's, but keeps it not.
      return send(request, reply, asset, version === assets.version ? FOREVER : ASK_FIRST);
    });
  };
}

async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  asset: Asset,
  cacheControl: string,
): Promise<FastifyReply> {
  reply.headers({ 'cache-control': cacheControl, etag: asset.etag, vary: 'accept-encoding' });
  if (request.headers['if-none-match'] === asset.etag) return reply.code(304).send();
  reply.type(asset.type);
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(asset.body);
  return reply.header('content-encoding', 'gzip').send(await asset.zipped());
}
