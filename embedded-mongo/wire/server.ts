import { createServer } from 'node:net';
import type { AddressInfo, Server as NetServer } from 'node:net';
import { ObjectId } from 'bson';
import type { ServerInfo, ServerState } from '../commands/command';
import { Cursors } from '../cursors';
import { toMongoError } from '../errors';
import { compileFilter } from '../query/matcher';
import { Catalog } from '../storage/catalog';
import { ChangeLog } from '../storage/change-log';
import type { Retention } from '../storage/change-log';
import { Documents } from '../storage/documents';
import { Engine } from '../storage/engine';
import { DamagedFile } from '../storage/file/damage';
import { TransactionManager } from '../transactions/manager';
import { Sessions } from '../transactions/sessions';
import { Snapshots } from '../transactions/snapshots';
import { Connection } from './connection';
import { Janitor } from '../commands/janitor';

/** How a server is started. */
export interface ServerOptions {
  readonly directory: string;
  readonly durable: boolean;
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  /** How much of the past change streams can be resumed from. */
  readonly retention?: Retention;
}

/** The server: the data of one directory behind one listening socket. */
export class Server {
  /** Tells this server from any other that may once listen at the same address. */
  readonly processId = new ObjectId();
  /** Called when the last connection has closed. */
  onIdle: () => void = () => undefined;
  private readonly options: ServerOptions;
  private readonly state: ServerState;
  private readonly janitor: Janitor;
  private readonly listener: NetServer;
  private readonly connections = new Set<Connection>();
  private accepted = 0;

  /** Opens the data; throws where that cannot be done. */
  constructor(options: ServerOptions) {
    this.options = options;
    this.state = this.open();
    this.janitor = new Janitor(this.state);
    this.listener = createServer((socket) => {
      this.accepted += 1;
      const connection = new Connection(this.accepted, this.state, socket);
      this.connections.add(connection);
      void connection.closed.then(() => this.left(connection));
    });
  }

  private open(): ServerState {
    const engine = new Engine(this.options);
    try {
      return this.stateOf(engine);
    } catch (error) {
      throw new DamagedFile(engine.file, toMongoError(error).message);
    }
  }

  /** Everything that is built over the data. What it reads for that is damaged where it throws. */
  private stateOf(engine: Engine): ServerState {
    const log = new ChangeLog(engine, this.options.retention);
    const manager = new TransactionManager(engine, log);
    const info: ServerInfo = {
      address: '',
      processId: this.processId,
      startedAt: Date.now(),
      connections: () => ({ current: this.connections.size, total: this.accepted }),
    };
    const cursors = new Cursors();
    return {
      engine,
      log,
      catalog: new Catalog(engine.view),
      documents: new Documents(
        () => engine.view,
        (filter) => compileFilter(filter).matches,
      ),
      manager,
      sessions: new Sessions(manager, engine.view, (id) => cursors.killAllOf(id)),
      snapshots: new Snapshots(engine, log),
      cursors,
      info,
    };
  }

  private left(connection: Connection): void {
    this.connections.delete(connection);
    this.state.sessions.connectionClosed(connection);
    if (this.connections.size === 0) this.onIdle();
  }

  /** Listens; the promise is fulfilled with `host:port`. */
  async listen(): Promise<string> {
    const { host, port } = this.options;
    await new Promise<void>((resolve, reject) => {
      this.listener.once('error', reject);
      this.listener.listen(port, host, resolve);
    });
    const { port: chosen } = this.listener.address() as AddressInfo;
    this.state.info.address = `${host}:${chosen}`;
    this.janitor.start();
    return this.state.info.address;
  }

  /** How many clients are connected. */
  get connectionCount(): number {
    return this.connections.size;
  }

  /** Cuts all connections, aborts what is open and closes the data. */
  async close(): Promise<void> {
    this.onIdle = () => undefined;
    this.janitor.stop();
    this.listener.close();
    for (const connection of this.connections) connection.close();
    this.state.manager.abortAll();
    this.state.snapshots.releaseAll();
    await this.state.engine.close();
  }
}
