import type { Buffer } from "node:buffer";
import type { Socket } from "node:net";
import { type ClientMessage, decodeClientMessage } from "./client-messages/index.ts";
import type { DecodeError } from "./field-reader.ts";
import { type ByteQueue, encodeFrame, type FrameError, makeByteQueue, takeFrame, type WireFields } from "./framing.ts";
import {
  describeHandshakeError,
  handshakeAnswer,
  type HandshakeError,
  negotiateVersion,
  takeHello,
  type VersionRange,
} from "./handshake.ts";
import { messageNameOf } from "./message-names.ts";
import { makeOutbox, type Outbox } from "./outbox.ts";
import type { SharedMessage } from "./shared-message.ts";

/** Why a connection ended, or was never begun. `text` is one line for the log. */
export interface WireNotice {
  readonly code:
    | HandshakeError["type"]
    | FrameError["type"]
    /** No startApi within the time, or something else before it. */
    | "NOT_STARTED"
    /** The client reads more slowly than it is written to, and the bound of the buffer is reached. */
    | "SLOW_READER"
    /** Said by a server that lets in so many and no more. */
    | "TOO_MANY_CLIENTS"
    | "SOCKET_ERROR";
  readonly connectionId: number;
  readonly remote: string;
  readonly text: string;
}

/** One message as it passed, for tests and debugging. */
export interface WireFrame {
  readonly connectionId: number;
  /** Absent before startApi. */
  readonly clientId: number | undefined;
  /** What both speak; absent before the handshake is over. */
  readonly serverVersion: number | undefined;
  /** "in" is from the client. */
  readonly direction: "in" | "out";
  /** Milliseconds of the process's monotonic clock. */
  readonly monotonicMs: number;
  /** The message's name, "unknown" where this package has none, "handshake" for the server's answer to the hello. */
  readonly name: string;
  readonly fields: WireFields;
}

/** One client that has said who it is. */
export interface WireSession {
  readonly connectionId: number;
  readonly serverVersion: number;
  readonly clientId: number;
  /** What the client asks of the connection: "+PACEAPI" has TWS hold its requests back where they come too fast. Mostly "". */
  readonly connectOptions: string;
  readonly remote: string;
  readonly isOpen: boolean;
  /** Sends one message; false where the connection is gone. What one turn of the event loop sends leaves together. */
  send(fields: WireFields): boolean;
  /** As `send`, of a message that was encoded for this version already. */
  sendShared(message: SharedMessage, reqId: number): boolean;
  /** Sends what is buffered, then ends; nothing more is delivered. */
  close(): void;
  /** Cuts the connection now. */
  destroy(): void;
  /** Reads nothing more, also nothing that has already arrived, until `resumeReading`: a client sees a peer that hangs. */
  pauseReading(): void;
  resumeReading(): void;
}

/** Called one after the other, in the order of the wire. A throw is a bug and ends the process. */
export interface SessionListener {
  onMessage(message: ClientMessage): void;
  /** A message that could not be read; the session goes on. TWS answers with error 320. */
  onMalformed(error: DecodeError): void;
  /** Once, whoever ended it. */
  onClose(): void;
}

export interface ConnectionOptions {
  readonly versions: VersionRange;
  readonly connectionTime: () => string;
  readonly onConnection: (session: WireSession) => SessionListener;
  readonly onNotice: (notice: WireNotice) => void;
  readonly onFrame: ((frame: WireFrame) => void) | undefined;
  readonly maxWriteBufferBytes: number;
  readonly maxInboundFrameBytes: number;
  readonly handshakeTimeoutMs: number;
}

export interface Connection {
  readonly id: number;
  readonly socket: Socket;
  readonly options: ConnectionOptions;
  readonly remote: string;
  readonly received: ByteQueue;
  readonly outbox: Outbox;
  serverVersion: number | undefined;
  connectOptions: string;
  clientId: number | undefined;
  listener: SessionListener | undefined;
  isEnding: boolean;
  isPaused: boolean;
  isDraining: boolean;
}

/** How long a connection that was ended politely may wait for its client's end. */
const LINGER_MS = 1000;

/** Runs the handshake, then hands a session to `onConnection`. */
export function acceptConnection(id: number, socket: Socket, options: ConnectionOptions): Connection {
  const remote = `${socket.remoteAddress ?? "?"}:${socket.remotePort ?? "?"}`;
  const connection: Connection = {
    id,
    socket,
    options,
    remote,
    received: makeByteQueue(),
    outbox: makeOutbox(socket),
    serverVersion: undefined,
    connectOptions: "",
    clientId: undefined,
    listener: undefined,
    isEnding: false,
    isPaused: false,
    isDraining: false,
  };
  socket.setNoDelay(true);
  const timer = setTimeout(
    () => refuse(connection, "NOT_STARTED", "no startApi in time"),
    options.handshakeTimeoutMs,
  ).unref();
  socket.on("data", (chunk: Buffer) => {
    if (connection.isEnding) return;
    connection.received.push(chunk);
    drain(connection);
    if (connection.listener !== undefined) clearTimeout(timer);
  });
  socket.on("error", (cause) => notice(connection, "SOCKET_ERROR", cause.message));
  let hasLeft = false;
  const leave = (): void => {
    if (hasLeft) return;
    hasLeft = true;
    clearTimeout(timer);
    connection.isEnding = true;
    connection.listener?.onClose();
  };
  // A client that says goodbye is gone, whatever is still on its way to it: it may come back at once under the same id.
  socket.on("end", leave);
  socket.on("close", leave);
  return connection;
}

/** Delivers everything that is whole and may be delivered now. Never from within a delivery: that one goes on by itself. */
function drain(connection: Connection): void {
  if (connection.isDraining) return;
  connection.isDraining = true;
  let goesOn = true;
  while (goesOn && !connection.isEnding && !connection.isPaused) {
    const { serverVersion } = connection;
    goesOn = serverVersion === undefined ? readHello(connection) : readFrame(connection, serverVersion);
  }
  connection.isDraining = false;
}

/** False while the hello is incomplete, or refused. */
function readHello(connection: Connection): boolean {
  const { options } = connection;
  const hello = takeHello(connection.received);
  if (!hello.ok) return refuseHello(connection, hello.error);
  if (hello.value === undefined) return false;
  const version = negotiateVersion(hello.value, options.versions);
  if (!version.ok) return refuseHello(connection, version.error);
  connection.serverVersion = version.value;
  connection.connectOptions = hello.value.options;
  send(connection, handshakeAnswer(version.value, options.connectionTime()), "handshake");
  return true;
}

function refuseHello(connection: Connection, error: HandshakeError): false {
  refuse(connection, error.type, describeHandshakeError(error));
  return false;
}

/** False while the frame is incomplete, or refused. */
function readFrame(connection: Connection, serverVersion: number): boolean {
  const frame = takeFrame(connection.received, connection.options.maxInboundFrameBytes);
  if (!frame.ok) {
    refuse(connection, frame.error.type, `a frame of ${frame.error.lengthBytes} bytes cannot be read`);
    return false;
  }
  if (frame.value === undefined) return false;
  log(connection, "in", messageNameOf("in", frame.value[0]), frame.value);
  deliver(connection, serverVersion, frame.value);
  return true;
}

function deliver(connection: Connection, serverVersion: number, fields: WireFields): void {
  const message = decodeClientMessage(serverVersion, fields);
  const { listener } = connection;
  if (listener === undefined) {
    if (message.ok && message.value.type === "startApi")
      return start(connection, serverVersion, message.value.clientId);
    return refuse(connection, "NOT_STARTED", `${messageNameOf("in", fields[0])} came before startApi`);
  }
  if (message.ok) listener.onMessage(message.value);
  else listener.onMalformed(message.error);
}

function start(connection: Connection, serverVersion: number, clientId: number): void {
  connection.clientId = clientId;
  connection.listener = connection.options.onConnection({
    connectionId: connection.id,
    serverVersion,
    clientId,
    connectOptions: connection.connectOptions,
    remote: connection.remote,
    get isOpen() {
      return !connection.isEnding;
    },
    send: (fields) => send(connection, fields, messageNameOf("out", fields[0])),
    sendShared: (message, reqId) => sendShared(connection, message, reqId),
    close: () => close(connection),
    destroy: () => destroy(connection),
    pauseReading() {
      connection.isPaused = true;
      connection.socket.pause();
    },
    resumeReading() {
      connection.isPaused = false;
      connection.socket.resume();
      drain(connection);
    },
  });
}

function send(connection: Connection, fields: WireFields, name: string): boolean {
  if (connection.isEnding) return false;
  const frame = encodeFrame(fields);
  if (!hasRoom(connection, frame.length)) return false;
  connection.outbox.put(frame);
  log(connection, "out", name, fields);
  return true;
}

function sendShared(connection: Connection, message: SharedMessage, reqId: number): boolean {
  if (!message.isPlain || connection.options.onFrame !== undefined)
    return send(connection, message.fieldsFor(reqId), message.name);
  if (connection.isEnding || !hasRoom(connection, message.head.length + message.tail.length)) return false;
  connection.outbox.putShared(message, reqId);
  return true;
}

/** Whether so much more may wait for the client to read it; where it may not, the client is cut. */
function hasRoom(connection: Connection, bytes: number): boolean {
  const { outbox, options, clientId } = connection;
  const { waitingBytes } = outbox;
  if (waitingBytes + bytes <= options.maxWriteBufferBytes) return true;
  const who = clientId === undefined ? "a client" : `client ${clientId}`;
  const text = `${who} does not read: ${waitingBytes} bytes wait for it, ${options.maxWriteBufferBytes} may`;
  notice(connection, "SLOW_READER", text);
  destroy(connection);
  return false;
}

/** Ends after what was sent has left. A cut with unread input would be a reset, and might take the last message with it. */
function close(connection: Connection): void {
  if (connection.isEnding) return;
  connection.isEnding = true;
  connection.socket.resume();
  connection.outbox.flush();
  connection.socket.end();
  setTimeout(() => connection.socket.destroy(), LINGER_MS).unref();
}

export function destroy(connection: Connection): void {
  connection.isEnding = true;
  connection.socket.destroy();
}

function refuse(connection: Connection, code: WireNotice["code"], text: string): void {
  if (connection.isEnding) return;
  notice(connection, code, text);
  close(connection);
}

function notice({ id, remote, options }: Connection, code: WireNotice["code"], text: string): void {
  options.onNotice({ code, connectionId: id, remote, text });
}

function log(connection: Connection, direction: "in" | "out", name: string, fields: WireFields): void {
  const { id, clientId, serverVersion, options } = connection;
  const monotonicMs = performance.now();
  options.onFrame?.({ connectionId: id, clientId, serverVersion, direction, monotonicMs, name, fields });
}
