import { US_PER_SECOND } from "@bowline/kernel";
import { encode, wireDate, wireTime } from "@bowline/tws-wire";
import { type Client, send } from "../../clients/client.ts";
import type { BarSize } from "../../data/bar-sizes.ts";
import { wapOf } from "../../data/data-bar.ts";
import type { HistoryRow } from "../../data/history-query.ts";
import type { HistoryKind } from "./history-request.ts";
import type { KeptHistory } from "./subscriptions.ts";

/** Days and more are stamped with a date in every format; see stoqey/ibkr#146. */
export function dateText(client: Client, size: BarSize, formatDate: number, { labelUs }: HistoryRow): string {
  if (size.period !== undefined) return wireDate(labelUs);
  return formatDate === 2 ? String(Math.floor(labelUs / US_PER_SECOND)) : wireTime(client.serverVersion, labelUs);
}

const NONE = -1_000_000;

/** What is no trade has neither volume nor count: TWS writes -1. */
export function wireBar(row: HistoryRow, kind: HistoryKind) {
  const { openPx, highPx, lowPx, closePx, volume, count } = row;
  const prices = { openPx, highPx, lowPx, closePx };
  if (kind !== "TRADES" && kind !== "ADJUSTED_LAST") return { ...prices, volumeQty: NONE, wapPx: NONE, count: -1 };
  return { ...prices, volumeQty: volume, wapPx: wapOf(row), count };
}

/** The newest bar of a request that is kept up to date. */
export function sendUpdate(client: Client, reqId: number, { kind, size, formatDate, current }: KeptHistory): void {
  if (current === undefined) return;
  const { count, ...bar } = wireBar(current, kind);
  send(client, encode.historicalDataUpdate, {
    reqId,
    count,
    date: dateText(client, size, formatDate, current),
    ...bar,
  });
}
