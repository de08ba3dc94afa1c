import { US_PER_SECOND } from "@bowline/kernel";
import { encode, type ReqRealTimeBars } from "@bowline/tws-wire";
import { type Client, send } from "../../clients/client.ts";
import { sendError } from "../../clients/errors.ts";
import { isRegular } from "../../data/bar-buckets.ts";
import { quoteBar, type TimedStep } from "../../data/data-bar.ts";
import type { BarKind } from "../../data/history-query.ts";
import type { Desk } from "../../desk.ts";
import { isLineFree } from "./permissions.ts";
import { symbolFor } from "../reference/which-symbol.ts";

const KINDS: ReadonlySet<string> = new Set(["TRADES", "MIDPOINT", "BID", "ASK"]);
const NOT_SUBSCRIBED = {
  code: 420,
  text: (name: string) => `Invalid Real-time Query:No market data permissions for ${name}`,
};
const PACED = "Invalid Real-time Query:Historical data request pacing violation";

const isKind = (text: string): text is Exclude<BarKind, "BID_ASK"> => KINDS.has(text);

/** reqRealTimeBars: a bar of five seconds with every step, whatever size was asked for. */
export function subscribeBars(desk: Desk, client: Client, request: ReqRealTimeBars): void {
  const { reqId, whatToShow, useRth } = request;
  const found = symbolFor(desk, client, request, NOT_SUBSCRIBED);
  if (found === undefined) return;
  if (!isKind(whatToShow)) {
    const words = `Real-time bars of ${whatToShow}: TRADES, MIDPOINT, BID and ASK are legal.`;
    return sendError(client, reqId, 420, `Invalid Real-time Query:${words}`);
  }
  if (client.bars.has(reqId)) return sendError(client, reqId, 102);
  if (!isLineFree(desk, found.symbol)) return sendError(client, reqId, 101);
  if (desk.data.limits.isBarsQuotaUsedUp()) return sendError(client, reqId, 420, PACED);
  client.bars.set(reqId, { symbol: found.symbol, kind: whatToShow, useRth });
}

const NONE = -1_000_000;

/** The bar of a step to all who asked for it. Bars of quotes have no volume: TWS writes -1. */
export function sendRealTimeBars(client: Client, timed: TimedStep): void {
  const { step, startUs } = timed;
  for (const [reqId, line] of client.bars.of(step.symbol)) {
    if (line.useRth && !isRegular(startUs)) continue;
    const quote = line.kind === "TRADES" ? undefined : quoteBar([timed], line.kind);
    const { openPx, highPx, lowPx, closePx } = quote ?? step;
    const amounts =
      quote === undefined
        ? { wapPx: step.wapPx, volumeQty: step.volume, count: step.tradeCount }
        : { wapPx: NONE, volumeQty: NONE, count: -1 };
    send(client, encode.realtimeBar, {
      reqId,
      startEpochSeconds: startUs / US_PER_SECOND,
      bar: { openPx, highPx, lowPx, closePx, ...amounts },
    });
  }
}
