import type { Client } from "../../clients/client.ts";
import { sendError } from "../../clients/errors.ts";
import type { Wish } from "../../limits/switches.ts";
import type { Desk } from "../../desk.ts";

/** As clients ask for it and are told of it. */
const DATA_TYPE = { live: 1, frozen: 2, delayed: 3, delayedFrozen: 4 } as const;

const COMPETING = { code: 10197, text: "No market data during competing live session" };
const NO_DATA = "Requested market data is not subscribed.";
const NEEDS_API_DATA =
  "Requested market data requires additional subscription for API. See link in 'Market Data Connections' dialog for more details.";
const DELAYED_IS_THERE = "Delayed market data is available.";

export const isCompeting = (desk: Desk): boolean => desk.data.switches().competingSession;

export type Permitted = { readonly marketDataType: number; readonly isDelayed: boolean };

/** Whether a request for ticks is served, and with which data; the client is told of everything that is not plain live data. */
export function permitTicks(
  desk: Desk,
  client: Client,
  { reqId, isGeneric }: { readonly reqId: number; readonly isGeneric: boolean },
): Permitted | undefined {
  const { marketDataPermission, notSubscribedCode } = desk.data.switches();
  const refuse = (code: number, text: string): undefined => {
    sendError(client, reqId, code, text);
    return undefined;
  };
  const wantsDelayed = client.marketDataType >= DATA_TYPE.delayed;
  if (isCompeting(desk)) return refuse(COMPETING.code, COMPETING.text);
  if (marketDataPermission === "none") {
    return wantsDelayed ? refuse(10168, `${NO_DATA} Delayed market data is not enabled.`) : refuse(354, NO_DATA);
  }
  if (marketDataPermission === "delayed") {
    if (!wantsDelayed)
      return refuse(notSubscribedCode, `${notSubscribedCode === 354 ? NO_DATA : NEEDS_API_DATA}${DELAYED_IS_THERE}`);
    sendError(client, reqId, 10167, `${NO_DATA} Displaying delayed market data.`);
    return { marketDataType: DATA_TYPE.delayed, isDelayed: true };
  }
  if (marketDataPermission === "partial" && isGeneric) {
    sendError(
      client,
      reqId,
      10090,
      "Part of requested market data is not subscribed. Subscription-independent ticks are still active.",
    );
  }
  // Who has live data gets it, whatever delayed type was asked for; frozen is told while the market is closed.
  const isFrozen = client.marketDataType % 2 === 0 && desk.exchange.timeline.isSessionPlayed();
  return { marketDataType: isFrozen ? DATA_TYPE.frozen : DATA_TYPE.live, isDelayed: false };
}

/** Whether one more instrument fits into the login's lines; one that has a line already always does. */
export function isLineFree(desk: Desk, symbol: string): boolean {
  const { marketDataLines } = desk.data.switches();
  if (marketDataLines === 0) return true;
  const used = new Set<string>();
  for (const { ticks, bars } of desk.clients.values()) {
    for (const line of ticks.values()) used.add(line.symbol);
    for (const line of bars.values()) used.add(line.symbol);
  }
  return used.has(symbol) || used.size < marketDataLines;
}

/** Changes switches while clients are there. Where a competing session begins, every request for ticks is told of it. */
export function changeSwitches(desk: Desk, wish: Wish): void {
  const begins = wish.competingSession === true && !isCompeting(desk);
  desk.data.change(wish);
  if (!begins) return;
  for (const client of desk.clients.values()) {
    for (const reqId of client.ticks.keys()) sendError(client, reqId, COMPETING.code, COMPETING.text);
  }
}
