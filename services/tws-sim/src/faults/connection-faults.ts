import type { WireSession } from "@bowline/tws-wire";
import type { Client } from "../clients/client.ts";

/** Faults of the connection itself. */
export type ConnectionFaults = {
  /** Destroys every socket; clients may come back at once. */
  cut(): void;
  /** Half open: nothing is read, nothing is written, the sockets stay. Who connects gets no further than the handshake. */
  silence(): void;
  /** Ends the silence. Connections from before are cut: what they missed would never come. */
  unsilence(): void;
  isSilenced(): boolean;
  /** Takes a session that came during the silence; the function forgets it again. */
  mute(session: WireSession): () => void;
};

export function makeConnectionFaults(clients: ReadonlyMap<number, Client>): ConnectionFaults {
  let isSilenced = false;
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
    silence: () => {
      isSilenced = true;
      for (const client of clients.values()) {
        client.isSilent = true;
        client.session.pauseReading();
      }
    },
    unsilence: () => {
      isSilenced = false;
      cut();
    },
    isSilenced: () => isSilenced,
    mute,
  };
}
