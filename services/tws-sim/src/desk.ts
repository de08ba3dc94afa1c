import type { Us } from "@bowline/kernel";
import type { DisplayGroups } from "./answers/reference/display-groups.ts";
import type { Client } from "./clients/client.ts";
import type { DataDesk } from "./data/data-desk.ts";
import type { Exchange } from "./exchange/exchange.ts";
import type { Faults } from "./faults/faults.ts";
import type { Instruments } from "./instruments/instruments.ts";

/** What the answers to requests are made from. */
export type Desk = {
  readonly exchange: Exchange;
  readonly instruments: Instruments;
  /** The first account of the login: what names none is its. */
  readonly accountId: string;
  readonly data: DataDesk;
  readonly faults: Faults;
  readonly displayGroups: DisplayGroups;
  /** By client id: two clients cannot have the same one. */
  readonly clients: Map<number, Client>;
  /** Sees the orders of every client; there is none where it is absent. */
  readonly masterClientId: number | undefined;
  /** Orders are refused: the API is set to read only. */
  readonly isReadOnly: boolean;
  /** Simulated time. */
  nowUs(): Us;
};
