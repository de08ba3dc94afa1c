import { type AddressInfo, createServer } from "node:net";
import { err, ok, type Result } from "@bowline/kernel";
import {
  acceptConnection,
  type Connection,
  type ConnectionOptions,
  destroy,
  type SessionListener,
  type WireFrame,
  type WireNotice,
  type WireSession,
} from "./connection.ts";
import { MAX_INBOUND_FRAME_BYTES } from "./framing.ts";
import { SUPPORTED_VERSIONS } from "./handshake.ts";

export interface WireServerOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Within 157..193, which is also the default. */
  readonly minVersion?: number;
  readonly maxVersion?: number;
  /** What stands in the handshake, as `connectionTime` formats it. */
  readonly connectionTime: () => string;
  /** Called once per client, after its startApi. What it returns is told everything that follows. */
  readonly onConnection: (session: WireSession) => SessionListener;
  /** One line for the log per connection that was refused or cut. */
  readonly onNotice?: (notice: WireNotice) => void;
  /** Sees every message in both directions. */
  readonly onFrame?: (frame: WireFrame) => void;
  /** A client with more than this waiting for it is cut. 32 MiB unless said. */
  readonly maxWriteBufferBytes?: number;
  readonly maxInboundFrameBytes?: number;
  /** From the connection to startApi. 10 s unless said. */
  readonly handshakeTimeoutMs?: number;
}

export interface WireServer {
  readonly host: string;
  /** The port that is listened on. */
  readonly port: number;
  /** Stops listening and cuts every connection; resolves when all have ended. */
  close(): Promise<void>;
}

/** The port is taken, or the address is not this machine's. `code` is the system's: EADDRINUSE, EACCES. */
export interface ListenError {
  readonly type: "LISTEN_FAILED";
  readonly host: string;
  readonly port: number;
  readonly code: string;
}

/** Listens for TWS clients. */
export function createWireServer(options: WireServerOptions): Promise<Result<WireServer, ListenError>> {
  const { host, port } = options;
  const connectionOptions = withDefaults(options);
  const open = new Set<Connection>();
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    const connection = acceptConnection(connections, socket, connectionOptions);
    open.add(connection);
    socket.once("close", () => open.delete(connection));
  });
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const connection of open) destroy(connection);
    });
  return new Promise((resolve) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      resolve(err({ type: "LISTEN_FAILED", host, port, code: cause.code ?? cause.message }));
    });
    server.listen(port, host, () => {
      const address = server.address() as AddressInfo;
      resolve(ok({ host, port: address.port, close }));
    });
  });
}

const withDefaults = (options: WireServerOptions): ConnectionOptions => ({
  versions: {
    minVersion: options.minVersion ?? SUPPORTED_VERSIONS.minVersion,
    maxVersion: options.maxVersion ?? SUPPORTED_VERSIONS.maxVersion,
  },
  connectionTime: options.connectionTime,
  onConnection: options.onConnection,
  onNotice: options.onNotice ?? (() => undefined),
  onFrame: options.onFrame,
  maxWriteBufferBytes: options.maxWriteBufferBytes ?? 32 * 1024 * 1024,
  maxInboundFrameBytes: options.maxInboundFrameBytes ?? MAX_INBOUND_FRAME_BYTES,
  handshakeTimeoutMs: options.handshakeTimeoutMs ?? 10_000,
});
