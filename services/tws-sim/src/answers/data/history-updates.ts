import type { Client } from "../../clients/client.ts";
import { sendError } from "../../clients/errors.ts";
import { bucketOf, isRegular } from "../../data/bar-buckets.ts";
import { barOfStep, foldBars, quoteBar, type TimedStep } from "../../data/data-bar.ts";
import type { HistoryRow } from "../../data/history-query.ts";
import type { Desk } from "../../desk.ts";
import { sendUpdate } from "./history-bar-messages.ts";
import type { KeptHistory } from "./subscriptions.ts";

/** The newest bar of each request that is kept up to date, as a step makes it grow or begins the next. */
export function sendHistoryUpdates(client: Client, timed: TimedStep): void {
  for (const [reqId, kept] of client.keptHistory.of(timed.step.symbol)) {
    if (kept.useRth && !isRegular(timed.startUs)) continue;
    const grown = grow(kept, timed);
    if (grown === undefined) continue;
    kept.current = grown;
    sendUpdate(client, reqId, kept);
  }
}

function grow({ current, kind, size, useRth }: KeptHistory, timed: TimedStep): HistoryRow | undefined {
  const part = kind === "TRADES" ? barOfStep(timed) : quoteBar([timed], kind);
  if (part === undefined) return undefined;
  const { key, labelUs } = bucketOf(size, timed.startUs, useRth);
  if (current === undefined || bucketOf(size, current.startUs, useRth).key !== key) return { ...part, labelUs };
  // The answer may have been given in the middle of this very step's bar: what it held is not added again.
  if (timed.endUs <= current.endUs) return undefined;
  const folded = foldBars([current, part]);
  return folded === undefined ? undefined : { ...folded, labelUs: current.labelUs };
}

/** cancelHistoricalData: of a request that is kept up to date, or of none. */
export function cancelHistory(desk: Desk, client: Client, reqId: number): void {
  if (!client.keptHistory.delete(reqId))
    return sendError(client, reqId, 366, `No historical data query found for ticker id:${reqId}`);
  if (!desk.data.switches().historyCancelNotice) return;
  const words = `API historical data query cancelled: ${reqId}`;
  sendError(client, reqId, 162, `Historical Market Data Service error message:${words}`);
}
