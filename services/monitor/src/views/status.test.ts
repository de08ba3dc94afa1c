import { shares } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import { aDay } from "../test-day.ts";
import { makeStatusView } from "./status.ts";

describe("the monitor's status", () => {
  it("says how the system stands, and counts", () => {
    const view = makeStatusView();
    for (const entry of aDay()) view.add(entry);
    const status = view.show(2);
    expect(status).toMatchObject({
      lastSeq: 14,
      generation: "g1",
      clock: { at: "2013-10-04T13:30:00.000Z", phase: "REGULAR", sessionDate: "2013-10-04" },
      broker: { state: "READY", reason: "reconciled" },
      trading: [{ scope: "global", state: "ACTIVE", reason: "the broker is READY" }],
      leases: [{ machine: "risk-gate", holder: "risk-gate-7-aa", epoch: 3 }],
      counts: { intents: 1, approved: 1, orders: 1, fills: 2, deadLetters: 2, sessions: 1 },
    });
    expect(status.counts).not.toHaveProperty("durationMs");
  });
  it("shows our books against the broker's", () => {
    const view = makeStatusView();
    const differences = [{ subject: "AAPL", ours: "100", broker: "0" }];
    const difference = { kind: "account.reconciliation", accountId: "DU1234567", clean: false, differences } as const;
    for (const entry of aDay([difference])) view.add(entry);
    expect(view.show(0).reconciliation).toStrictEqual({ clean: false, differences });
  });
  it("shows how far the closing of positions is, until it is over", () => {
    const view = makeStatusView();
    const part = {
      symbol: "AAPL",
      step: "CLOSING",
      startQty: shares(5),
      leftQty: shares(3),
      closedQty: shares(2),
    } as const;
    const told = { scope: "AAPL", reason: "drill", parts: [{ ...part, because: "" }] };
    for (const entry of aDay([{ kind: "risk.flatten", phase: "MOVED", ...told }])) view.add(entry);
    expect(view.show(0).flattening).toEqual([{ phase: "MOVED", ...told }]);
    for (const entry of aDay([{ kind: "risk.flatten", phase: "DONE", ...told }])) view.add(entry);
    expect(view.show(0).flattening).toEqual([]);
  });
  it("claims nothing before an entry says it", () => {
    const { counts: _counts, ...rest } = makeStatusView().show(0);
    expect(rest).toStrictEqual({ lastSeq: 0, trading: [], flattening: [], leases: [] });
  });
});
