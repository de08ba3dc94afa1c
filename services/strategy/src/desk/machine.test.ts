import type { Order } from "@bowline/contracts";
import { formatMicros, shares } from "@bowline/kernel";
import { at, checkMachineLaws, dollars } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { contract } from "../contract.ts";
import { makeDeskMachine } from "./machine.ts";
import { aDesk } from "./test-desk.ts";

const anExit: Partial<Order> = { side: "SELL", purpose: "EXIT", lmtPx: undefined, expiresUs: at(100_000) };
const sizes = (orders: readonly Order[]): readonly string[] => orders.map(({ orderQty }) => formatMicros(orderQty));
const TWAP = { name: "TWAP", overSeconds: 40, slices: 4 } as const;

describe("TWAP", () => {
  it("sends equal parts at equal times, and is done when they are filled", () => {
    const desk = aDesk();
    desk.wait(1);
    desk.want({ ordType: "MKT", lmtPx: undefined, orderQty: shares(101) }, TWAP);
    for (let slice = 0; slice < 4; slice++) {
      desk.fillAll();
      desk.wait(10);
    }
    expect(sizes(desk.intents())).toEqual(["25", "25", "25", "26"]);
    expect(desk.states()).toEqual(["WORKING twap", "DONE filled"]);
    expect(desk.intents()[1]).toMatchObject({ parentIntentId: "PARENT00000000000001", expiresUs: at(21) });
    expect(new Set(desk.intents().map(({ clOrdId }) => clOrdId)).size).toBe(4);
  });

  it("takes along what a slice could not have, and never more than the whole", () => {
    const desk = aDesk();
    desk.wait(1);
    desk.deny(true);
    desk.want({ ordType: "MKT", lmtPx: undefined }, TWAP);
    desk.wait(10);
    desk.deny(false);
    desk.wait(10);
    desk.fillAll();
    desk.wait(10);
    desk.fillAll();
    expect(sizes(desk.intents())).toEqual(["25", "50", "75", "25"]);
    expect(desk.states().at(-1)).toBe("DONE filled");
  });

  it("cancels what works when its time is over, and says that it is not filled", () => {
    const desk = aDesk();
    desk.wait(1);
    desk.want({}, TWAP);
    desk.wait(45);
    expect(desk.kinds("order.cancel-intent")).toHaveLength(4);
    expect(desk.states().at(-1)).toBe("STOPPED its time is over");
  });

  it("goes on after a restart at any moment as if there had been none", () => {
    const run = (restarts: boolean): readonly string[] => {
      const desk = aDesk();
      desk.wait(1);
      desk.want({ ordType: "MKT", lmtPx: undefined }, TWAP);
      for (let second = 0; second < 45; second++) {
        if (restarts) desk.restart();
        desk.wait(1);
        if (second % 7 === 0) desk.fillAll();
      }
      return desk.outputs.map((event) => JSON.stringify(event));
    };
    expect(run(true)).toEqual(run(false));
  });

  it("holds while an order is in doubt, and ends when one is lost", () => {
    const desk = aDesk();
    desk.wait(1);
    desk.want({ ordType: "MKT", lmtPx: undefined }, TWAP);
    const about = { clOrdId: desk.intents()[0]!.clOrdId, group: "tech", symbol: "AAPL" };
    desk.tell({ kind: "order.unknown", ...about, reason: "" });
    desk.wait(20);
    expect(desk.intents()).toHaveLength(1);
    desk.tell({ kind: "order.lost", ...about, evidence: "" });
    expect(desk.states().at(-1)).toBe("STOPPED slice:1 was lost: nothing is sent after it");
  });
});

describe("an iceberg", () => {
  it("shows a part, and the next one when that is filled", () => {
    const desk = aDesk();
    desk.wait(1);
    desk.want({ orderQty: shares(70) }, { name: "ICEBERG", showQty: shares(30) });
    for (let part = 0; part < 3; part++) {
      expect([...desk.orders.values()].filter(({ open }) => open)).toHaveLength(1);
      desk.fillAll();
    }
    expect(sizes(desk.intents())).toEqual(["30", "30", "10"]);
    expect(desk.states().at(-1)).toBe("DONE filled");
  });
  it("ends with a part that is canceled by somebody else", () => {
    const desk = aDesk();
    desk.wait(1);
    desk.want({ orderQty: shares(70) }, { name: "ICEBERG", showQty: shares(30) });
    const { clOrdId } = desk.intents()[0]!;
    desk.tell({ kind: "order.canceled", clOrdId, group: "tech", symbol: "AAPL", cumQty: shares(0), reason: "" });
    expect([desk.intents().length, desk.states().at(-1)]).toEqual([1, "CANCELED part:1: canceled"]);
  });
});

describe("our own trailing stop", () => {
  it("follows the best middle and leaves with what is left, trying again after a minute where it is refused", () => {
    const desk = aDesk();
    desk.wait(1);
    desk.want({ ...anExit, ordType: "MKT" }, { name: "TRAILING_STOP", trailPercent: 10_000 });
    for (const mid of [100, 104, 103.5]) desk.quote(mid);
    desk.restart();
    expect(desk.intents()).toEqual([]);
    desk.deny(true);
    desk.quote(102.9);
    desk.deny(false);
    desk.quote(105);
    expect(desk.intents()).toHaveLength(1);
    desk.wait(61);
    expect(desk.intents().map(({ side, ordType }) => `${side} ${ordType}`)).toEqual(["SELL MKT", "SELL MKT"]);
    desk.fillAll();
    expect(desk.states().at(-1)).toBe("DONE filled");
  });
  it("does nothing on a quote that cannot be trusted", () => {
    const desk = aDesk();
    desk.wait(1);
    desk.want({ ...anExit, ordType: "MKT" }, { name: "TRAILING_STOP", trailAmt: dollars("1") });
    desk.quote(100);
    desk.tell({ ...desk.journal.at(-1)!.event, bidPx: dollars("50"), askPx: dollars("49") } as never);
    desk.tell({ ...desk.journal.at(-1)!.event, bidPx: dollars("50"), askPx: dollars("51"), halted: true } as never);
    expect(desk.intents()).toEqual([]);
  });
});

describe("break-even", () => {
  it("moves the stop once the market is there, and not before", () => {
    const desk = aDesk();
    desk.wait(1);
    desk.want(
      { ...anExit, ordType: "STP", stopPx: dollars("98") },
      { name: "BREAK_EVEN", armPx: dollars("103"), breakEvenPx: dollars("100.05") },
    );
    desk.quote(102.9);
    expect(desk.kinds("order.replace-intent")).toEqual([]);
    desk.quote(103);
    desk.quote(101);
    const [move, ...others] = desk.kinds("order.replace-intent");
    expect([move?.stopPx, others]).toEqual([dollars("100.05"), []]);
    expect(move?.clOrdId).toBe(desk.intents()[0]?.clOrdId);
    const about = { clOrdId: move!.clOrdId, group: "tech", symbol: "AAPL", replaceId: move!.replaceId };
    desk.tell({ kind: "order.replace-rejected", ...about, code: 110, reason: "" });
    desk.wait(61);
    expect(desk.kinds("order.replace-intent")).toHaveLength(2);
  });
});

describe("a ladder", () => {
  const steps = [
    { orderQty: shares(60), lmtPx: dollars("102") },
    { orderQty: shares(40), lmtPx: dollars("104") },
  ];
  it("with a stop price is pairs of which the broker lets only one fill", () => {
    const desk = aDesk();
    desk.wait(1);
    desk.want({ ...anExit, ordType: "LMT", stopPx: dollars("97") }, { name: "LADDER", ladder: steps });
    const told = desk
      .intents()
      .map(({ ordType, orderQty, ocaGroup }) => `${ordType} ${formatMicros(orderQty)} ${ocaGroup}`);
    expect(told).toEqual([
      "STP 60 PARENT00000000000001.1",
      "LMT 60 PARENT00000000000001.1",
      "STP 40 PARENT00000000000001.2",
      "LMT 40 PARENT00000000000001.2",
    ]);
    expect(desk.kinds("control.alert")).toEqual([]);
  });
  it("is denied where its steps do not add up", () => {
    const desk = aDesk();
    desk.want({ ...anExit, orderQty: shares(99) }, { name: "LADDER", ladder: steps });
    expect(desk.states()).toEqual(["DENIED the steps do not add up to the quantity"]);
  });
});

describe("a parent", () => {
  it("is taken once, in time, and only where nothing is killed", () => {
    const desk = aDesk();
    desk.wait(1);
    desk.want({}, {});
    desk.want({}, {});
    desk.want({ clOrdId: "LATE", expiresUs: at(0) }, {});
    desk.tell({ kind: "control.kill", scope: "AAPL", reason: "", by: "me" });
    desk.want({ clOrdId: "KILLED" }, {});
    expect(desk.intents()).toHaveLength(1);
    expect(desk.states()).toEqual(
      ["WORKING plain", "DENIED it came too late", "STOPPED killed", "DENIED killed"].toSorted((a) =>
        a.startsWith("WORK") ? -1 : 0,
      ),
    );
  });
  it("[pitfall 11] ends with a kill, and what protects at the broker is left to the kill's level", () => {
    const desk = aDesk();
    desk.wait(1);
    desk.want(
      { ...anExit, ordType: "STP", stopPx: dollars("98") },
      { name: "BREAK_EVEN", armPx: dollars("103"), breakEvenPx: dollars("100.05") },
    );
    desk.tell({ kind: "control.kill", scope: "AAPL", level: "STOP", reason: "", by: "me" });
    desk.quote(104);
    expect([desk.kinds("order.cancel-intent"), desk.kinds("order.replace-intent")]).toEqual([[], []]);
    expect(desk.states()).toEqual(["WORKING break_even", "STOPPED killed"]);
  });
  it("ends with its orders when it is canceled", () => {
    const desk = aDesk();
    desk.wait(1);
    desk.want({}, { name: "TWAP", overSeconds: 40, slices: 4 });
    desk.tell({
      kind: "order.cancel-intent",
      clOrdId: "PARENT00000000000001",
      group: "tech",
      symbol: "AAPL",
      strategy: "operator",
      rule: "by-hand",
      reason: "by hand",
    });
    desk.wait(40);
    expect([desk.intents().length, desk.states().at(-1)]).toEqual([1, "CANCELED by hand"]);
  });
});

it("[pitfall 11] raises an alarm where a filled entry has no stop, and makes exits no larger than what is there", () => {
  const desk = aDesk();
  const bracket = { stopClOrdId: "S", stopPx: dollars("99"), targetClOrdId: "T", targetLmtPx: dollars("102") };
  desk.wait(1);
  desk.want({ bracket }, {});
  const { clOrdId } = desk.intents()[0]!;
  const about = (id: string) => ({ clOrdId: id, group: "tech", symbol: "AAPL" });
  for (const id of ["S", "T"]) desk.tell({ kind: "order.accepted", ...about(id), orderId: id });
  desk.fill(clOrdId, 40);
  desk.tell({ kind: "order.canceled", ...about(clOrdId), cumQty: shares(40), reason: "" });
  desk.wait(2);
  expect(desk.kinds("order.replace-intent").map((one) => `${one.clOrdId} ${formatMicros(one.orderQty ?? 0)}`)).toEqual([
    "S 40",
    "T 40",
  ]);
  desk.tell({ kind: "order.rejected", ...about("S"), code: 201, reason: "" });
  desk.wait(1);
  expect(desk.kinds("control.alert")).toMatchObject([
    { code: "NAKED_POSITION", severity: "CRITICAL", subject: "AAPL" },
  ]);
});

it("is a lawful machine that publishes only what the contract says", () => {
  const desk = aDesk();
  desk.wait(1);
  desk.want({ ordType: "MKT", lmtPx: undefined }, TWAP);
  desk.want({ ...anExit, clOrdId: "TRAIL", ordType: "MKT" }, { name: "TRAILING_STOP", trailAmt: dollars("1") });
  for (const mid of [100, 98]) desk.quote(mid);
  desk.wait(50);
  checkMachineLaws(() => makeDeskMachine({ group: "tech", symbols: ["AAPL", "MSFT"] }), desk.journal);
  for (const { kind } of desk.outputs) expect(contract.publishes).toContain(kind);
});
