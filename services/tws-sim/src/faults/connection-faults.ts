import type { WireSession } from "@bowline/tws-wire";
import type { Client } from "../clients/client.ts";
import { type ActiveFault, activeWhere } from "./active-fault.ts";

/** Which half of a connection hangs: TWS reads nothing, or writes nothing, or both. */
export type Hanging = "both" | "reading" | "writing";

/** Faults of the connection itself. */
export type ConnectionFaults = {
  /** Destroys every socket; clients may come back at once. */
  cut(): void;
  /** Half open: the sockets stay. Who connects meanwhile gets no further than the handshake. */
  silence(direction: Hanging): void;
  /** Ends the silence. Connections from before are cut: what they missed would never come. */
  unsilence(): void;
  isSilenced(): boolean;
  /** Takes a session that came during the silence; the function forgets it again. */
  mute(session: WireSession): () => void;
  /** Turns the next clients away with a code. */
  refuseLogins(code: number, times: number): void;
  /** The code for the client that knocks now; `undefined` lets it in. */
  nextRefusal(): number | undefined;
  /** What is in force now. */
  active(): readonly ActiveFault[];
};

export function makeConnectionFaults(clients: ReadonlyMap<number, Client>): ConnectionFaults {
  let hanging: Hanging | undefined;
  let refusals: number[] = [];
  const muted = new Set<WireSession>();
  const mute = (session: WireSession): (() => void) => {
    session.pauseReading();
    muted.add(session);
    return () => void muted.delete(session);
  };
  const cut = (): void => {
    for (const session of [...muted, ...[...clients.values()].map((client) => client.session)]) session.destroy();
    muted.clear();
  };
  return {
    cut,
    silence: (direction) => {
      hanging = direction;
      for (const client of clients.values()) {
        client.isSilent = direction !== "reading";
        if (direction !== "writing") client.session.pauseReading();
      }
    },
    unsilence: () => {
      hanging = undefined;
      cut();
    },
    isSilenced: () => hanging !== undefined,
    mute,
    refuseLogins: (code, times) => void (refusals = Array.from({ length: times }, () => code)),
    nextRefusal: () => refusals.shift(),
    active: () => [
      ...activeWhere(hanging !== undefined, "silence", hanging),
      ...activeWhere(refusals.length > 0, "refuse-logins", `${refusals.length} more with ${refusals[0]}`),
    ],
  };
}
