import type { Socket } from "node:net";
import { assert } from "@bowline/kernel";
import { type EventName, IBApi } from "@stoqey/ib";
import { makeFrameLengths } from "./frame-lengths.ts";

/** Nothing may wait inside the library: what waits there outlives the connection and is sent on the next one. */
const NO_LIMIT_PER_SECOND = 1_000_000;

export type IbEndpoint = { readonly host: string; readonly port: number; readonly clientId: number };

/**
 * A new library object for one connection. Everything that the library would else read from the environment or from a
 * `.env` file is given, so that it reads neither.
 */
export const makeIbApi = ({ host, port, clientId }: IbEndpoint): IBApi =>
  new IBApi({ host, port, clientId, maxReqPerSec: NO_LIMIT_PER_SECOND });

type Listener<A extends readonly unknown[]> = (...args: A) => void;

/** Registers listeners that cannot throw into the library's socket handler: a throw goes to `onThrow`, once each. */
export function guardedListeners(api: IBApi, onThrow: (failure: unknown) => void) {
  return <A extends readonly unknown[]>(name: EventName, listener: Listener<A>): void => {
    api.on(
      name as never,
      ((...args: unknown[]) => {
        try {
          listener(...(args as unknown as A));
        } catch (failure) {
          onThrow(failure);
        }
      }) as never,
    );
  };
}

type Internals = { readonly controller?: { readonly socket?: { readonly client?: Socket } } };

/**
 * Reaches the library's socket, which it does not offer: without TCP_NODELAY the second leg of a bracket waits for the
 * acknowledgement of the first; the library lets what its decoder throws escape from the data handler; and a negative length hangs it for ever.
 */
export function guardSocket(api: IBApi, onThrow: (failure: unknown) => void): void {
  const socket = (api as unknown as Internals).controller?.socket?.client;
  assert(socket !== undefined, "@stoqey/ib keeps its socket elsewhere: look again at this version's controller");
  socket.setNoDelay(true);
  const [onData] = socket.listeners("data") as ((chunk: Buffer) => void)[];
  assert(onData !== undefined, "@stoqey/ib reads its socket in another way: look again at this version");
  socket.removeListener("data", onData);
  const lengths = makeFrameLengths();
  let sound = true;
  socket.on("data", (chunk: Buffer) => {
    if (!sound) return;
    const badLength = lengths.take(chunk);
    sound = badLength === undefined;
    if (!sound) return onThrow(new Error(`a frame says that it is ${badLength} bytes long`));
    try {
      onData(chunk);
    } catch (failure) {
      onThrow(failure);
    }
  });
}
