import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type ChangeTerms, type Order, ORD_TYPES } from "@bowline/contracts";
import { shares, us } from "@bowline/kernel";
import { anOrder, at, dollars } from "@bowline/testkit";
import { readOpenOrders } from "@bowline/broker-ib/test-open-orders";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { approvalOf, type Desk, isReady, startDesk } from "./test-desk.ts";

const AFTER = us(Date.UTC(2030, 0, 2, 15) * 1000);
const TILL = us(Date.UTC(2030, 0, 2, 20) * 1000);
const LATER = us(Date.UTC(2030, 0, 2, 21) * 1000);
const NO_LIMIT = { lmtPx: undefined } as const;
/** What TWS tells for a price that was not said. */
const NONE = undefined;

/** One order of ours, and what TWS must show of it then. */
const CASES: readonly (readonly [name: string, ours: Partial<Order>, theirs: Partial<IbOrder>])[] = [
  ["MKT", { ordType: "MKT", ...NO_LIMIT }, { orderType: "MKT" as never, tif: "DAY" }],
  ["LMT", { ordType: "LMT" }, { orderType: "LMT" as never, lmtPrice: 50 }],
  ["STP", { ordType: "STP", ...NO_LIMIT, stopPx: dollars("900.25") }, { orderType: "STP" as never, auxPrice: 900.25 }],
  [
    "STP_LMT",
    { ordType: "STP_LMT", lmtPx: dollars("901"), stopPx: dollars("900") },
    { orderType: "STP LMT" as never, auxPrice: 900, lmtPrice: 901 },
  ],
  [
    "TRAIL",
    { ordType: "TRAIL", ...NO_LIMIT, trailAmt: dollars("5"), stopPx: dollars("900") },
    { orderType: "TRAIL" as never, auxPrice: 5, trailStopPrice: 900 },
  ],
  [
    "TRAIL_LIMIT",
    {
      ordType: "TRAIL_LIMIT",
      ...NO_LIMIT,
      trailPercent: 12_500,
      stopPx: dollars("900"),
      lmtOffset: dollars("0.10"),
    },
    { orderType: "TRAIL LIMIT" as never, trailingPercent: 1.25, trailStopPrice: 900, lmtPriceOffset: 0.1 },
  ],
  ["MIT", { ordType: "MIT", ...NO_LIMIT, stopPx: dollars("50") }, { orderType: "MIT" as never, auxPrice: 50 }],
  [
    "LIT",
    { ordType: "LIT", lmtPx: dollars("49"), stopPx: dollars("50") },
    { orderType: "LIT" as never, auxPrice: 50, lmtPrice: 49 },
  ],
  ["MOC", { ordType: "MOC", ...NO_LIMIT }, { orderType: "MOC" as never }],
  ["LOC", { ordType: "LOC" }, { orderType: "LOC" as never, lmtPrice: 50 }],
  ["MOO", { ordType: "MOO", ...NO_LIMIT, timeInForce: "OPG" }, { orderType: "MKT" as never, tif: "OPG" }],
  ["LOO", { ordType: "LOO", timeInForce: "OPG" }, { orderType: "LMT" as never, tif: "OPG", lmtPrice: 50 }],
  ["REL", { ordType: "REL", pegOffset: dollars("0.02") }, { orderType: "REL" as never, auxPrice: 0.02, lmtPrice: 50 }],
  ["MIDPRICE", { ordType: "MIDPRICE" }, { orderType: "MIDPRICE" as never, lmtPrice: 50 }],
  ["GTC outside hours", { timeInForce: "GTC", outsideRth: true }, { tif: "GTC", outsideRth: true }],
  [
    "GTD between two times",
    { timeInForce: "GTD", goodTillUs: TILL, goodAfterUs: AFTER },
    { tif: "GTD", goodTillDate: "20300102-20:00:00", goodAfterTime: "20300102-15:00:00" },
  ],
  ["all or none", { allOrNone: true }, { allOrNone: true }],
  ["hidden", { hidden: true }, { hidden: true }],
  ["an iceberg", { displayQty: shares(3) }, { displaySize: 3 }],
  ["a least quantity", { minQty: shares(4) }, { minQty: 4 }],
  [
    "a trigger method",
    { ordType: "STP", ...NO_LIMIT, stopPx: dollars("900"), triggerMethod: "DOUBLE_LAST" },
    { triggerMethod: 3 },
  ],
  ["a group", { ocaGroup: "g1", ocaType: "REDUCE_WITH_BLOCK" }, { ocaGroup: "g1", ocaType: 2 }],
  [
    "an algorithm",
    { algo: { name: "ADAPTIVE", params: [{ tag: "adaptivePriority", value: "Patient" }] } },
    { algoStrategy: "Adaptive", algoParams: [{ tag: "adaptivePriority", value: "Patient" }] as never },
  ],
  [
    "Twap",
    { algo: { name: "TWAP", params: [{ tag: "strategyType", value: "Marketable" }] } },
    { algoStrategy: "Twap", algoParams: [{ tag: "strategyType", value: "Marketable" }] as never },
  ],
  [
    "Vwap",
    { algo: { name: "VWAP", params: [{ tag: "maxPctVol", value: "0.1" }] } },
    { algoStrategy: "Vwap", algoParams: [{ tag: "maxPctVol", value: "0.1" }] as never },
  ],
];

type IbOrder = Awaited<ReturnType<typeof readOpenOrders>> extends ReadonlyMap<string, infer T> ? T : never;
/** The simulated TWS is a process of its own: nothing is shared with it but the socket. */
const SIM = join(import.meta.dirname, "../../tws-sim/src/sim.ts");
// The market stays closed: nothing fills, and every time in force is taken.
const RUN = `const { runSim } = await import(${JSON.stringify(SIM)});
const started = await runSim({ port: 0, leadMs: 3_600_000, minutes: 20 });
if (!started.ok) throw new Error(started.error);
console.log(JSON.stringify({ port: started.value.port, symbols: started.value.symbols }));`;

type Sim = { readonly port: number; readonly symbols: readonly string[]; readonly process: ChildProcess };

async function startSim(): Promise<Sim> {
  const child = spawn(process.execPath, ["--input-type=module", "-e", RUN], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  return { ...(JSON.parse(line) as Pick<Sim, "port" | "symbols">), process: child };
}

let sim: Sim;
let desk: Desk;
beforeAll(async () => {
  sim = await startSim();
  desk = await startDesk({ tws: sim });
  await desk.until(isReady(desk));
});
afterAll(async () => {
  await desk.edge.stop();
  sim.process.kill("SIGTERM");
  await once(sim.process, "exit");
});

describe("an approved order of each kind, over the socket to the simulated TWS", () => {
  const idOf = (index: number): string => `KIND${String(index).padStart(16, "0")}`;
  let open: ReadonlyMap<string, IbOrder>;

  it("is taken", async () => {
    CASES.forEach(([, ours], index) => {
      const about = { clOrdId: idOf(index), symbol: sim.symbols[index % sim.symbols.length]!, orderQty: shares(10) };
      desk.journal(approvalOf(anOrder({ lmtPx: dollars("50"), ...about, ...ours })));
    });
    const ends = ["order.rejected", "order.canceled", "order.lost"] as const;
    const ended = () => ends.flatMap((kind) => desk.events(kind));
    await desk.until(() => desk.events("order.accepted").length + ended().length >= CASES.length);
    expect(ended()).toEqual([]);
    open = await readOpenOrders(sim.port);
    expect(open.size).toBe(CASES.length);
  });

  it.each(CASES.map(([name, ours, theirs], index) => ({ name, ours, theirs, index })))(
    "is there as it was meant: $name",
    ({ ours, theirs, index }) => {
      const { side = "BUY" } = ours;
      const base = { action: side, totalQuantity: 10, orderRef: idOf(index), account: "DU1234567", outsideRth: false };
      const rest = { tif: "DAY", allOrNone: false, hidden: false, goodTillDate: NONE, goodAfterTime: NONE };
      const expected = { ...base, ...rest, ...theirs };
      const told = open.get(idOf(index));
      const seen = Object.fromEntries(
        Object.keys(expected).map((key) => [key, emptyIsNone(told?.[key as keyof IbOrder])]),
      );
      expect(seen).toEqual(expected);
    },
  );

  it("covers every order type", () =>
    expect(new Set(CASES.map(([, ours]) => ours.ordType ?? "LMT"))).toEqual(new Set(ORD_TYPES)));
});

/** What is changed of which order, and what TWS must show of it then. */
const CHANGES: readonly (readonly [name: string, change: ChangeTerms, theirs: Partial<IbOrder>])[] = [
  ["LMT", { orderQty: shares(7), lmtPx: dollars("51") }, { totalQuantity: 7, lmtPrice: 51 }],
  ["STP", { stopPx: dollars("901") }, { auxPrice: 901 }],
  ["STP_LMT", { stopPx: dollars("902"), lmtPx: dollars("903") }, { auxPrice: 902, lmtPrice: 903 }],
  ["TRAIL", { trailAmt: dollars("6"), orderQty: shares(8) }, { auxPrice: 6, totalQuantity: 8, trailStopPrice: 900 }],
  [
    "TRAIL_LIMIT",
    { trailPercent: 20_000, lmtOffset: dollars("0.20") },
    { trailingPercent: 2, lmtPriceOffset: 0.2, trailStopPrice: 900 },
  ],
  ["GTD between two times", { goodTillUs: LATER }, { goodTillDate: "20300102-21:00:00" }],
  ["an iceberg", { displayQty: shares(2) }, { displaySize: 2 }],
];

describe("a change of an order, over the socket to the simulated TWS", () => {
  const idOf = (name: string): string => {
    const index = CASES.findIndex(([known]) => known === name);
    return `KIND${String(index).padStart(16, "0")}`;
  };

  it("is told as made where TWS shows it", async () => {
    for (const [name, terms] of CHANGES) {
      const clOrdId = idOf(name);
      const { group, symbol } = desk.events("order.submitted").find((one) => one.clOrdId === clOrdId)!;
      const about = { clOrdId, group, symbol, strategy: "demo", rule: "entry", replaceId: `r ${name}` };
      desk.journal({ kind: "order.replace-approved", ...about, ...terms, expiresUs: at(60) }, "risk-gate");
    }
    const answers = () => [...desk.events("order.replaced"), ...desk.events("order.replace-rejected")];
    await desk.until(() => answers().length >= CHANGES.length);
    expect(desk.events("order.replace-rejected")).toEqual([]);
    const open = await readOpenOrders(sim.port);
    for (const [name, terms, theirs] of CHANGES) {
      expect(desk.events("order.replaced").find(({ clOrdId }) => clOrdId === idOf(name))).toMatchObject(terms);
      expect(open.get(idOf(name)), name).toMatchObject(theirs);
    }
  });
});

const emptyIsNone = (value: unknown): unknown => (value === "" ? undefined : value);
