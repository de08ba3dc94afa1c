import { ok, type Result } from "@bowline/kernel";
import type { ListenError, WireServer } from "@bowline/tws-wire";

export type RestartableServer = {
  readonly port: number;
  /** Stops listening and cuts everybody; listens again on the same port after so long. */
  goDown(downMs: number): void;
  close(): Promise<void>;
};

/** A server that can go away and come back while its program lives. */
export async function restartable(
  port: number,
  start: (port: number) => Promise<Result<WireServer, ListenError>>,
): Promise<Result<RestartableServer, ListenError>> {
  const first = await start(port);
  if (!first.ok) return first;
  let server: WireServer | undefined = first.value;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  const taken = server.port;

  const comeBack = async (): Promise<void> => {
    const again = await start(taken);
    // Somebody may have taken the port meanwhile: TWS would wait for it too.
    if (!again.ok) timer = setTimeout(() => void comeBack(), RETRY_MS);
    else if (isClosed) await again.value.close();
    else server = again.value;
  };
  return ok({
    port: taken,
    goDown: (downMs) => {
      if (server === undefined) return;
      const leaving = server;
      server = undefined;
      void leaving.close().then(() => {
        timer = setTimeout(() => void comeBack(), downMs);
      });
    },
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      await server?.close();
    },
  });
}

const RETRY_MS = 200;
