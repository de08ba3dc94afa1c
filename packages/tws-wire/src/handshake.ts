import { err, ok, type Result } from "@bowline/kernel";
import type { ByteQueue } from "./framing.ts";
import { MAX_SERVER_VERSION, MIN_SERVER_VERSION } from "./protocol-version.ts";

/** What a client announces: `v100..193`, or `v178` for one version, and options after a blank (`+PACEAPI`). */
export interface ClientHello {
  readonly minVersion: number;
  readonly maxVersion: number;
  readonly options: string;
}

/** The versions that this server speaks, both ends included. */
export interface VersionRange {
  readonly minVersion: number;
  readonly maxVersion: number;
}

export type HandshakeError =
  /** The first bytes are not "API\0": an older client, or no TWS client at all. */
  | { readonly type: "BAD_PREFIX" }
  | { readonly type: "HELLO_LENGTH"; readonly lengthBytes: number; readonly maxBytes: number }
  | { readonly type: "BAD_VERSION_RANGE"; readonly text: string }
  | { readonly type: "VERSION_REFUSED"; readonly client: ClientHello; readonly server: VersionRange };

const PREFIX = "API\0";
const LENGTH_BYTES = 4;
const MAX_HELLO_BYTES = 1024;
const HELLO = /^v(\d{1,5})(?:\.\.(\d{1,5}))?(?: (.*))?$/s;

export const SUPPORTED_VERSIONS: VersionRange = { minVersion: MIN_SERVER_VERSION, maxVersion: MAX_SERVER_VERSION };

/** Takes the client's hello off the queue; `undefined` while it is incomplete. A wrong first byte is refused at once. */
export function takeHello(queue: ByteQueue): Result<ClientHello | undefined, HandshakeError> {
  const head = queue.peek(Math.min(queue.size, PREFIX.length)).toString("latin1");
  if (!PREFIX.startsWith(head)) return err({ type: "BAD_PREFIX" });
  const bodyAt = PREFIX.length + LENGTH_BYTES;
  if (queue.size < bodyAt) return ok(undefined);
  const lengthBytes = queue.peek(bodyAt).readUInt32BE(PREFIX.length);
  if (lengthBytes === 0 || lengthBytes > MAX_HELLO_BYTES) {
    return err({ type: "HELLO_LENGTH", lengthBytes, maxBytes: MAX_HELLO_BYTES });
  }
  if (queue.size < bodyAt + lengthBytes) return ok(undefined);
  const text = queue.peek(bodyAt + lengthBytes).toString("utf8", bodyAt);
  queue.drop(bodyAt + lengthBytes);
  return parseHello(text);
}

function parseHello(text: string): Result<ClientHello, HandshakeError> {
  const match = HELLO.exec(text);
  if (match === null) return err({ type: "BAD_VERSION_RANGE", text });
  const minVersion = Number(match[1]);
  const maxVersion = Number(match[2] ?? match[1]);
  if (maxVersion < minVersion) return err({ type: "BAD_VERSION_RANGE", text });
  return ok({ minVersion, maxVersion, options: match[3] ?? "" });
}

/** The highest version that both know. */
export function negotiateVersion(client: ClientHello, server: VersionRange): Result<number, HandshakeError> {
  const version = Math.min(client.maxVersion, server.maxVersion);
  if (version < client.minVersion || version < server.minVersion)
    return err({ type: "VERSION_REFUSED", client, server });
  return ok(version);
}

/** The server's answer, a frame without a message id: two fields, no more. */
export const handshakeAnswer = (serverVersion: number, connectionTime: string): readonly string[] => [
  String(serverVersion),
  connectionTime,
];

export function describeHandshakeError(error: HandshakeError): string {
  switch (error.type) {
    case "BAD_PREFIX":
      return 'the first bytes are not "API\\0"';
    case "HELLO_LENGTH":
      return `the version range is announced with ${error.lengthBytes} bytes (1 to ${error.maxBytes} accepted)`;
    case "BAD_VERSION_RANGE":
      return `no version range: ${JSON.stringify(error.text.slice(0, 80))}`;
    case "VERSION_REFUSED": {
      const { client, server } = error;
      return `the client speaks ${client.minVersion}..${client.maxVersion}, this server ${server.minVersion}..${server.maxVersion}`;
    }
  }
}
