import type { Event, EventByKind } from "@bowline/contracts";
import { micros, money, qty, shares, US_PER_MINUTE, us } from "@bowline/kernel";
import { aClock, aFill, aJournal, aQuote, at, checkMachineLaws, dollars, machineTest, T0 } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { contract } from "./contract.ts";
import { makePortfolio } from "./machine.ts";

const accountId = "DU1234567";
const portfolio = () => makePortfolio({ accountId });
const cash = (text: string) => money(micros(text));
type Held = EventByKind<"broker.account">["positions"];
const broker = (amount: string, positions: Held = []): Event => ({
  kind: "broker.account",
  accountId,
  cash: cash(amount),
  equity: cash(amount),
  positions,
});
const commission = (amount: string): Event => ({
  kind: "order.commission",
  clOrdId: "ORDER000000000000001",
  group: "tech",
  symbol: "AAPL",
  execId: "exec-1",
  commission: cash(amount),
  currency: "USD",
});
const opened = broker("25000");

describe("positions", () => {
  it("are opened, increased, reduced, flipped and closed by fills, with the causing fill", () => {
    const fills = [
      aFill({ execId: "1", transactUs: at(1) }),
      aFill({ execId: "2", transactUs: at(2), lastPx: dollars("102") }),
      aFill({ execId: "3", transactUs: at(3), side: "SELL", lastQty: shares(50), lastPx: dollars("103") }),
      aFill({ execId: "4", transactUs: at(4), side: "SELL_SHORT", lastQty: shares(250), lastPx: dollars("100") }),
      aFill({ execId: "5", transactUs: at(5), side: "BUY", lastPx: dollars("99") }),
    ];
    const about = { accountId, strategy: "demo", group: "tech", symbol: "AAPL" };
    machineTest(portfolio())
      .when(fills)
      .thenMatch([
        { kind: "position.opened", ...about, quantity: shares(100), cost: cash("10000"), entryUs: at(1), execId: "1" },
        { kind: "position.increased", quantity: shares(200), cost: cash("20200"), entryUs: at(1), execId: "2" },
        { kind: "position.reduced", quantity: shares(150), cost: cash("15150"), realizedPnl: cash("100"), execId: "3" },
        {
          kind: "position.flipped",
          quantity: shares(-100),
          cost: cash("10000"),
          realizedPnl: cash("-150"),
          entryUs: at(4),
        },
        { kind: "position.closed", quantity: 0, cost: 0, realizedPnl: cash("100"), entryUs: at(4), execId: "5" },
      ]);
  });
  it("do not move by fills of another account", () => {
    machineTest(portfolio())
      .given([opened])
      .when([aFill({ accountId: "DU9" })])
      .thenNothing();
  });
});

describe("the account", () => {
  it("is written on a fill, a commission and the first clock of a minute, valued at the quotes", () => {
    const quote = aQuote({ bidPx: dollars("101"), askPx: dollars("103"), lastPx: dollars("102") });
    machineTest(portfolio())
      .given([opened, aClock()])
      .when([aFill(), commission("1"), quote, aClock({ nowUs: at(59) }), aClock({ nowUs: at(60) })])
      .thenMatch([
        { kind: "position.opened" },
        { kind: "account", cash: cash("15000"), equity: cash("25000"), sessionDate: "2013-10-04" },
        { kind: "account", cash: cash("14999"), equity: cash("24999"), commissions: cash("1") },
        { kind: "control.heartbeat", source: "portfolio", clockUs: at(60) },
        {
          kind: "account",
          cash: cash("14999"),
          equity: cash("25199"),
          grossExposure: cash("10200"),
          netExposure: cash("10200"),
          unrealizedPnl: cash("200"),
          realizedPnl: 0,
        },
      ]);
  });
  it("is not written before the broker's first account", () => {
    machineTest(portfolio())
      .when([aClock(), commission("1"), aClock({ nowUs: us(T0 + US_PER_MINUTE) })])
      .thenMatch([{ kind: "control.heartbeat" }, { kind: "control.heartbeat" }]);
  });
});

describe("the comparison with the broker", () => {
  const held = [{ symbol: "AAPL", quantity: shares(100), avgPx: dollars("100"), marketPx: dollars("100") }];
  it("is silent while all is equal", () => {
    machineTest(portfolio())
      .given([opened, aFill(), commission("1")])
      .when([broker("14999", held), broker("14999", held)])
      .thenNothing();
  });
  it("tells when a difference appears, changes and goes, once each", () => {
    const lost = portfolio();
    const outcome = machineTest(lost)
      .given([opened])
      .when([
        broker("15000", held),
        broker("15000", held),
        broker("14999", held),
        aFill(),
        commission("1"),
        broker("14999", held),
      ]);
    expect(outcome.emitted.filter((e) => e.kind === "account.reconciliation")).toEqual([
      {
        kind: "account.reconciliation",
        accountId,
        clean: false,
        differences: [
          { subject: "CASH", ours: "25000", broker: "15000" },
          { subject: "AAPL", ours: "0", broker: "100" },
        ],
      },
      {
        kind: "account.reconciliation",
        accountId,
        clean: false,
        differences: [
          { subject: "CASH", ours: "25000", broker: "14999" },
          { subject: "AAPL", ours: "0", broker: "100" },
        ],
      },
      { kind: "account.reconciliation", accountId, clean: true, differences: [] },
    ]);
  });
  it("takes what the account held at first as the opening balance", () => {
    machineTest(portfolio())
      .when([broker("1000", held), broker("1000", held)])
      .thenNothing();
  });
  it("does not look at another account", () => {
    machineTest(portfolio())
      .when([{ ...broker("1000"), accountId: "DU9" } as Event, aClock()])
      .thenMatch([{ kind: "control.heartbeat" }]);
  });
});

it("is a lawful machine that publishes what its contract says", () => {
  const journal = aJournal([
    opened,
    aClock(),
    aFill({ execId: "1", lastQty: shares(60), cumQty: shares(60), leavesQty: shares(40) }),
    commission("0.35"),
    aQuote({ lastPx: dollars("100.01") }),
    broker("7", []),
    aClock({ nowUs: at(60) }),
    aFill({ execId: "2", side: "SELL", leavesQty: qty(0) }),
    broker("25000"),
    aClock({ nowUs: at(120) }),
  ]);
  checkMachineLaws(
    portfolio,
    journal,
    journal.map((_, index) => index),
  );
  const kinds = new Set<string>();
  const machine = portfolio();
  for (const entry of journal) machine.apply(entry, (event) => kinds.add(event.kind));
  for (const kind of kinds) expect(contract.publishes).toContain(kind);
});
