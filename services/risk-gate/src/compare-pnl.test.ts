import type { Event } from "@bowline/contracts";
import { aFill, aQuote, at, dollars } from "@bowline/testkit";
import { money, shares } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import { AT, beat, on, type Row, story } from "./test-breakers.ts";
import { accountId, cash, clock } from "./test-gate.ts";

type Journal = ReturnType<typeof beat>;

const told = (dailyPnl: string | undefined, changes: { readonly accountId?: string } = {}): Event => ({
  kind: "broker.pnl",
  accountId,
  ...(dailyPnl === undefined ? {} : { dailyPnl: cash(dailyPnl) }),
  ...changes,
});
/** Half a minute in which TWS tells a P&L before each clock; the middle of AAPL's quotes is a cent above `px`. */
const halfMinute = (from: number, dailyPnl: string | undefined, px = "100"): Journal =>
  [0, 5, 10, 15, 20, 25].flatMap((seconds) => beat(from + seconds, px, told(dailyPnl)));
const row: Row = { limits: { breakerPnlGap: 5000 }, scope: "global", below: [], trips: [] };
const storyOf = (...journal: Journal[]) => story("PNL_GAP_BREAKER", row, journal.flat());
const TRIPPED = ["global TRIPPED REDUCING", "global REDUCING"];
const FROM = AT + 30;
/** A hundred shares at what they are worth, held since before the first P&L was told. */
const held = aFill({ clOrdId: "OLD", execId: "old", lastQty: shares(100), lastPx: dollars("100.01") });

describe("our P&L beside TWS's", () => {
  it("trips where it stays apart by the limit, not below, and not for a moment", () => {
    expect(storyOf(halfMinute(AT, "7"), halfMinute(FROM, "506.9"))).toEqual([]);
    expect(storyOf(halfMinute(AT, "7"), halfMinute(FROM, "507"))).toEqual(TRIPPED);
    expect(storyOf(halfMinute(AT, "7"), halfMinute(FROM, "-493"))).toEqual(TRIPPED);
    expect(storyOf(halfMinute(AT, "7"), halfMinute(FROM, "9000").slice(0, -14))).toEqual([]);
  });
  it("stays with TWS's where a position of before moves both, and parts from it where one alone moves", () => {
    expect(storyOf([held], halfMinute(AT, "-40"), halfMinute(FROM, "960", "110"))).toEqual([]);
    expect(storyOf([held], halfMinute(AT, "-40"), halfMinute(FROM, "-40", "110"))).toEqual(TRIPPED);
  });
  it("says nothing where TWS tells none, or of another account, or stops telling while something is held", () => {
    expect(storyOf(halfMinute(AT, "7"), halfMinute(FROM, undefined))).toEqual([]);
    const other = [0, 5, 10, 15, 20, 25].flatMap((seconds) =>
      beat(FROM + seconds, "100", told("9000", { accountId: "DU9" })),
    );
    expect(storyOf(halfMinute(AT, "7"), other)).toEqual([]);
    const silent = [11, 16, 21, 26, 31, 36].flatMap((seconds) => beat(FROM + seconds, "110"));
    expect(storyOf([held], halfMinute(AT, "-40"), silent)).toEqual([]);
  });
  it("says nothing where a position has no fresh quote, or no sane one", () => {
    const quiet = [60, 65, 70, 75, 80, 85].flatMap((seconds) => [
      told("960"),
      on(FROM + seconds, clock(FROM + seconds)),
    ]);
    expect(storyOf([held], halfMinute(AT, "-40"), quiet)).toEqual([]);
    const crossed = [0, 5, 10, 15, 20, 25].flatMap((seconds) =>
      beat(
        FROM + seconds,
        "100",
        aQuote({ quoteUs: at(FROM + seconds), bidPx: dollars("101"), askPx: dollars("100") }),
        told("960"),
      ),
    );
    expect(storyOf([held], halfMinute(AT, "-40"), crossed)).toEqual([]);
  });
  it("says nothing while the broker holds what our books leave out", () => {
    const others: Event = {
      kind: "broker.external-fill",
      accountId,
      symbol: "MSFT",
      execId: "x",
      orderId: "9",
      side: "BUY",
      lastQty: shares(10),
      lastPx: dollars("100"),
      transactUs: at(AT),
      policy: "IGNORE",
      commission: money(0),
    } as unknown as Event;
    expect(storyOf(halfMinute(AT, "7"), [others], halfMinute(FROM, "9000"))).toEqual([]);
  });
  it("goes on from where it is when a person has let a distance pass", () => {
    const resume: Event = { kind: "control.resume", scope: "global", reason: "another day in TWS", by: "me" };
    const account: Event = {
      kind: "broker.account",
      accountId,
      cash: cash("100000"),
      equity: cash("100000"),
      positions: [],
    };
    const passed = [halfMinute(AT, "7"), halfMinute(FROM, "900"), [account, resume], halfMinute(FROM + 30, "900")];
    const reset = [...TRIPPED, "global RESET REDUCING", "global ACTIVE"];
    expect(storyOf(...passed)).toEqual(reset);
    expect(storyOf(...passed, halfMinute(FROM + 60, "1400"))).toEqual([...reset, ...TRIPPED]);
  });
});
