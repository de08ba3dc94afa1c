import { appendFileSync, writeFileSync } from "node:fs";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { err, ok, type Result } from "@bowline/kernel";
import { headerOf, type RecordedMessage } from "./format.ts";
import { makeRedaction } from "./redact.ts";
import { type Direction, makeTap } from "./tap.ts";

export type RecorderOptions = {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** The TWS that clients are connected to. */
  readonly upstream: { readonly host: string; readonly port: number };
  /** Must not exist: a recording is never written over. */
  readonly file: string;
  /** Account numbers become DU0000001 .. in the file. What passes stays as it is. */
  readonly redact: boolean;
  /** One line for whoever watches. */
  readonly onNotice: (text: string) => void;
};

export type Recorder = {
  readonly port: number;
  /** Cuts every connection; resolves when the file is complete. */
  stop(): Promise<void>;
};

/** The lines of one recording; times are put to them as they are written. */
type Pen = {
  message(said: Omit<RecordedMessage, "t">): void;
  note(connection: number, note: string, direction?: Direction): void;
};

/** Stands between clients and a TWS: passes every byte unchanged, and writes what it said to a file. */
export async function startRecorder(options: RecorderOptions): Promise<Result<Recorder, string>> {
  const { upstream, onNotice } = options;
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true });
  const port = await listen(server, options);
  if (!port.ok) return port;
  const pen = openFile(options);
  if (!pen.ok) {
    server.close();
    return pen;
  }
  let connections = 0;
  server.on("connection", (client) => {
    connections += 1;
    const tws = connect({ ...upstream, allowHalfOpen: true });
    for (const socket of [client, tws]) {
      sockets.add(socket);
      socket.once("close", () => sockets.delete(socket));
    }
    join({ client, tws, connection: connections, pen: pen.value, onNotice });
  });
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  return ok({ port: port.value, stop });
}

function listen(server: Server, { host, port }: RecorderOptions): Promise<Result<number, string>> {
  return new Promise((resolve) => {
    server.once("error", (cause: NodeJS.ErrnoException) =>
      resolve(err(`cannot listen on ${host}:${port}: ${cause.code ?? cause.message}`)),
    );
    server.listen(port, host, () => resolve(ok((server.address() as AddressInfo).port)));
  });
}

function openFile({ file, upstream, redact }: RecorderOptions): Result<Pen, string> {
  const startedMs = performance.now();
  const startedAt = Temporal.Now.instant().toString();
  const head = headerOf({ startedAt, upstream: `${upstream.host}:${upstream.port}`, redacted: redact });
  try {
    // It tells of an account: for its owner alone.
    writeFileSync(file, `${JSON.stringify(head)}\n`, { flag: "wx", mode: 0o600 });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    return err(
      code === "EEXIST"
        ? `${file}: is there already, and a recording is not written over: name another file`
        : `${file}: cannot be written: ${code}`,
    );
  }
  // Written at once, so that a kill loses no more than the line it falls into.
  const write = (line: object): void => {
    const t = Math.round((performance.now() - startedMs) * 1000) / 1000;
    appendFileSync(file, `${JSON.stringify({ t, ...line })}\n`);
  };
  const redaction = redact ? makeRedaction() : undefined;
  return ok({
    message: ({ fields, ...said }) => {
      write({ ...said, fields: redaction?.(said.direction, said.serverVersion, fields) ?? fields });
    },
    note: (connection, note, direction) =>
      write({ connection, ...(direction === undefined ? {} : { direction }), note }),
  });
}

type Joint = {
  readonly client: Socket;
  readonly tws: Socket;
  readonly connection: number;
  readonly pen: Pen;
  readonly onNotice: (text: string) => void;
};

/** Passes the bytes of two sockets to each other, their ends too, and reads along. */
function join({ client, tws, connection, pen, onNotice }: Joint): void {
  const tap = makeTap({
    onHandshake: (direction, serverVersion, fields) => {
      const version = serverVersion === undefined ? {} : { serverVersion };
      pen.message({ connection, direction, handshake: true, ...version, fields: [...fields] });
    },
    onFrame: (direction, serverVersion, fields) => {
      const version = serverVersion === undefined ? {} : { serverVersion };
      pen.message({ connection, direction, ...version, fields: [...fields] });
    },
    onUnreadable: (direction, text) => {
      pen.note(connection, text, direction);
      onNotice(`connection ${connection}: ${text}; its bytes still pass, unrecorded`);
    },
  });
  const sides = [
    { direction: "in", from: client, to: tws, who: "the client" },
    { direction: "out", from: tws, to: client, who: "TWS" },
  ] as const;
  let isOver = false;
  const end = (text: string): void => {
    if (isOver) return;
    isOver = true;
    pen.note(connection, text);
  };
  for (const { direction, from, to, who } of sides) {
    from.setNoDelay(true);
    from.on("data", (chunk: Uint8Array) => tap(direction, chunk));
    from.pipe(to);
    from.once("end", () => end(`ended by ${who}`));
    from.on("error", (cause) => {
      end(`${who}: ${cause.message}`);
      onNotice(`connection ${connection}: ${who}: ${cause.message}`);
    });
    from.once("close", () => to.destroy());
  }
}
