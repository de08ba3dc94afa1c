import type { Event, TradingState } from "@bowline/contracts";
import { shares } from "@bowline/kernel";
import { aFill, aJournal, anEntry, at, machineTest } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { about, account, accountId, clock, gate, intentOf, NOW, order, ready, session } from "./test-gate.ts";

const kill = (scope: string, state?: TradingState): Event => ({
  kind: "control.kill",
  scope,
  reason: "test",
  by: "me",
  ...(state === undefined ? {} : { state }),
});
const resume = (scope: string, state?: TradingState): Event => ({
  kind: "control.resume",
  scope,
  reason: "fine",
  by: "me",
  ...(state === undefined ? {} : { state }),
});
/** An entry at a second of the session. */
const on = (seconds: number, event: Event) => anEntry(event, { seenUs: at(seconds) });
const differs = account("100000", [{ symbol: "AAPL", quantity: shares(10) }]);
/** What is said of trading after these, such as `AAPL HALTED`. */
const said = (given: Event[], ...when: Parameters<ReturnType<typeof machineTest>["when"]>[0][]) =>
  machineTest(gate())
    .given([...ready, ...given])
    .when(when.flat() as Event[])
    .emitted.flatMap((event) =>
      event.kind === "risk.trading-state"
        ? [`${event.scope} ${event.state}`]
        : event.kind === "risk.resume-refused"
          ? [`${event.scope} refused: ${event.because}`]
          : [],
    );

describe("a resume", () => {
  it("counts at once where our books are the broker's, as far as it says", () => {
    expect(said([kill("global")], [resume("global")])).toEqual(["global ACTIVE"]);
    expect(said([kill("group:tech")], [resume("group:tech", "REDUCING"), resume("group:tech")])).toEqual([
      "group:tech REDUCING",
      "group:tech ACTIVE",
    ]);
  });

  it("takes a locked scope to HALTED, and only the next one further", () => {
    expect(said([kill("global", "LOCKED")], [resume("global"), resume("global")])).toEqual([
      "global HALTED",
      "global ACTIVE",
    ]);
  });

  it("never takes a scope down, and a kill never up", () => {
    expect(said([kill("global", "REDUCING")], [resume("global", "HALTED")])).toEqual([]);
    expect(said([kill("global", "LOCKED")], [kill("global", "REDUCING")])).toEqual([]);
  });

  it.each<[string, Event[], string]>([
    ["without a session", [session("DISCONNECTED")], "the session with the broker is DISCONNECTED"],
    ["while a position differs", [differs], "the position in AAPL is not the broker's"],
    [
      "while an order is in doubt",
      [{ kind: "order.unknown", ...about, clOrdId: "OTHER", reason: "" }],
      "nobody knows what became of order OTHER",
    ],
  ])("%s waits a minute and is refused", (_, given, because) => {
    const within = said([kill("global"), ...given], [on(NOW, resume("global")), clock(NOW + 59)]);
    expect(within).toEqual([]);
    expect(said([kill("global"), ...given], [on(NOW, resume("global")), on(NOW + 60, clock(NOW + 60))])).toEqual([
      `global refused: ${because}`,
    ]);
  });

  it("that waits counts as soon as the books agree", () => {
    expect(said([kill("AAPL"), differs, resume("AAPL")], [account("100000")])).toEqual(["AAPL ACTIVE"]);
    expect(
      said(
        [kill("AAPL"), differs, resume("AAPL")],
        [
          {
            kind: "broker.adjustment",
            adjustmentId: "a1",
            accountId,
            group: "tech",
            symbol: "AAPL",
            quantity: shares(10),
            atUs: at(NOW),
            knownQty: shares(0),
            brokerQty: shares(10),
            evidence: "OPERATOR",
            reason: "",
          } as Event,
        ],
      ),
    ).toEqual(["AAPL ACTIVE"]);
  });

  it("that waits is over with the next kill", () => {
    expect(said([kill("AAPL"), differs, resume("AAPL"), kill("AAPL")], [account("100000")])).toEqual([]);
  });

  it("lets a symbol begin its run of orders anew when it counts, not when it is asked for", () => {
    const machine = gate();
    const tell = (...events: Event[]): void => {
      for (const entry of aJournal(events)) machine.apply(entry, () => undefined);
    };
    const wanted = order({ ordType: "MKT", lmtPx: undefined });
    tell(...ready, intentOf(wanted) as unknown as Event, aFill({ clOrdId: wanted.clOrdId, lastQty: shares(10) }));
    tell(kill("AAPL"), account("100000"), resume("AAPL"));
    expect([...machine.state().activity.runs.keys()]).toEqual(["demo|AAPL"]);
    tell(account("100000", [{ symbol: "AAPL", quantity: shares(10) }]));
    expect([...machine.state().activity.runs.keys()]).toEqual([]);
  });

  it("waits for its own symbols alone, and for none that is halted by itself", () => {
    expect(said([kill("MSFT"), differs], [resume("MSFT")])).toEqual(["MSFT ACTIVE"]);
    expect(said([kill("group:banks"), differs], [resume("group:banks")])).toEqual(["group:banks ACTIVE"]);
    expect(said([kill("group:tech"), differs], [resume("group:tech")])).toEqual([]);
    expect(said([kill("global"), kill("AAPL"), differs], [resume("global")])).toEqual(["global ACTIVE"]);
  });
});
