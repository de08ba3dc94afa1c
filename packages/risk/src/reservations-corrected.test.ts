import type { EventByKind } from "@bowline/contracts";
import { shares } from "@bowline/kernel";
import { anOrder } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { releaseFill, restateFill } from "./reservations.ts";
import { about, entry, fill, open, reserved } from "./test-reservations.ts";

describe("a corrected execution", () => {
  const corrected = (clOrdId: string, from: number, to: number, leaves: number): EventByKind<"order.corrected"> =>
    ({
      kind: "order.corrected",
      ...about,
      clOrdId,
      lastQty: shares(to),
      correctedQty: shares(from),
      cumQty: shares(to),
      leavesQty: shares(leaves),
    }) as EventByKind<"order.corrected">;
  it("opens again what was not bought, and takes it from the legs", () => {
    const reservations = reserved(entry);
    releaseFill(reservations, fill("ENTRY", 60, 40));
    restateFill(reservations, corrected("ENTRY", 60, 50, 50));
    expect(open(reservations)).toEqual({ buys: 50, sells: 50 });
    expect(reservations.get("ENTRY")?.cumQty).toBe(shares(50));
  });
  it("of a leg takes from it what moved more, and never more than there is", () => {
    const reservations = reserved(entry);
    releaseFill(reservations, fill("ENTRY", 60, 40));
    releaseFill(reservations, fill("STOP", 10, 90));
    restateFill(reservations, corrected("STOP", 10, 15, 85));
    expect(reservations.get("STOP")?.leavesQty).toBe(shares(45));
    restateFill(reservations, corrected("STOP", 15, 100, 1));
    expect(reservations.get("STOP")?.leavesQty).toBe(shares(0));
    restateFill(reservations, corrected("ENTRY", 100, 0, 100));
    expect(reservations.get("TARGET")?.leavesQty).toBe(shares(0));
  });
  it("of what nobody holds changes nothing, and one that fills the rest ends the order", () => {
    const reservations = reserved(anOrder({ clOrdId: "ENTRY" }));
    restateFill(reservations, corrected("OTHER", 60, 50, 0));
    expect(open(reservations).buys).toBe(100);
    releaseFill(reservations, fill("ENTRY", 60, 40));
    restateFill(reservations, corrected("ENTRY", 60, 100, 0));
    expect(reservations.size).toBe(0);
  });
});
