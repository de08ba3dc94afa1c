import { describe, expect, it } from "vitest";
import { checkLegs, checkOrphans } from "./families.ts";
import { entriesOf } from "./test-world.ts";

const leg = (clOrdId: string, over: object = {}) => ({
  kind: "order.submitted",
  ...{ clOrdId, symbol: "IBM", side: "SELL", parentClOrdId: "E" },
  ...over,
});
const ENTRIES = entriesOf([leg("E", { side: "BUY", parentClOrdId: undefined }), leg("STOP"), leg("TARGET")]);
const filled = (quantities: Readonly<Record<string, number>>) =>
  new Map(Object.entries(quantities).map(([clOrdId, cumQty]) => [clOrdId, { cumQty }]));

describe("the legs of a bracket", () => {
  it("trade what their entry brought, together", () => {
    expect(checkLegs(ENTRIES, filled({ E: 60, STOP: 20, TARGET: 40 }))).toBeUndefined();
    expect(checkLegs(ENTRIES, filled({ E: 60, STOP: 21, TARGET: 40 }))).toBe(
      "the legs of E traded 61, and it brought 60",
    );
    expect(checkLegs(ENTRIES, filled({ STOP: 1 }))).toBe("the legs of E traded 1, and it brought 0");
  });

  const orphan = (leaves: Readonly<Record<string, number>>, held: number, more: readonly object[] = []) =>
    checkOrphans({
      entries: [...ENTRIES, ...entriesOf(more)],
      leaves: new Map(Object.entries(leaves)),
      positions: new Map([["IBM", held]]),
    });

  it("work for no more than is held when their entry has ended", () => {
    expect(orphan({ STOP: 60, TARGET: 60 }, 60)).toBeUndefined();
    expect(orphan({ STOP: 61, TARGET: 60 }, 60)).toBe("STOP works for 61 of IBM, and 60 are held");
    expect(orphan({ TARGET: 1 }, 0)).toBe("TARGET works for 1 of IBM, and 0 are held");
    expect(orphan({ STOP: 60 }, -60)).toBe("STOP works for 60 of IBM, and -60 are held");
    expect(orphan({}, 60)).toBeUndefined();
  });

  it("wait for an entry that works, and share what is held with other brackets", () => {
    expect(orphan({ E: 100, STOP: 100, TARGET: 100 }, 0)).toBeUndefined();
    const other = [leg("STOP2", { parentClOrdId: "E2" })];
    expect(orphan({ STOP: 60, STOP2: 40 }, 100, other)).toBeUndefined();
    expect(orphan({ STOP: 60, STOP2: 41 }, 100, other)).toBe("STOP2 works for 41 of IBM, and 40 are held");
  });

  it("of a short sale buy it back", () => {
    const entries = entriesOf([leg("E", { parentClOrdId: undefined }), leg("STOP", { side: "BUY" })]);
    const left = { entries, leaves: new Map([["STOP", 60]]) };
    expect(checkOrphans({ ...left, positions: new Map([["IBM", -60]]) })).toBeUndefined();
    expect(checkOrphans({ ...left, positions: new Map([["IBM", -59]]) })).toContain("59 are held");
  });
});
