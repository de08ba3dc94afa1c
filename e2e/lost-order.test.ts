import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readExport } from "@bowline/report";
import { figure } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { makeHome, startDemo } from "./demo-process.ts";
import { readWireLine } from "./live-system.ts";

const placedRefs = (file: string): string[] =>
  readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map(readWireLine)
    .flatMap(({ name, direction, orderRef }) => (name === "placeOrder" && direction === "in" ? [orderRef ?? ""] : []));

type Run = {
  readonly refs: readonly string[];
  readonly lost: readonly string[];
  /** Orders that the journal has the broker's first word of. */
  readonly answered: ReadonlySet<string>;
};

/** Twelve simulated minutes with one crash. Whatever happened: nothing is sent twice, what is lost was never sent, and our books are the broker's. */
async function runWith(crashAt: string): Promise<Run> {
  const record = makeHome();
  const wireLog = join(record, "wire.jsonl");
  const summary = await startDemo(["--seed", "1", "--minutes", "12", "--record", record], {
    BOWLINE_CRASH_AT: crashAt,
    BOWLINE_SIM_WIRE_LOG: wireLog,
  }).summary();
  const refs = placedRefs(wireLog);
  expect(refs.length).toBeGreaterThan(0);
  expect(refs).toHaveLength(new Set(refs).size);
  figure(
    "placeOrder of one order at most",
    Math.max(
      ...Map.groupBy(refs, (ref) => ref)
        .values()
        .map((some) => some.length),
    ),
    "time",
  );
  expect(summary.equityDifference).toBe("0.00");
  expect(summary.unexplainedOrders).toBe(0);
  const entries = [...readExport(join(record, "export.jsonl"))];
  const lost = entries.flatMap(({ event }) => (event.kind === "order.lost" ? [event.clOrdId] : []));
  const answered = entries.flatMap(({ event }) =>
    event.kind === "order.accepted" || event.kind === "order.rejected" ? [event.clOrdId] : [],
  );
  expect(summary.lostOrders).toBe(lost.length);
  expect(lost.filter((clOrdId) => refs.includes(clOrdId))).toStrictEqual([]);
  return { refs, lost, answered: new Set(answered) };
}

describe("execution killed on an order's way to the wire", () => {
  it(
    "[fault 6] before the write-ahead record: the order goes out once, by the next incarnation",
    { tags: ["all"] },
    async () => {
      expect((await runWith("before-wal:3")).lost).toStrictEqual([]);
    },
  );

  it(
    "[fault 7] after the write-ahead record, before the wire: the order is lost, shown, and never sent again",
    { tags: ["all"] },
    async () => {
      expect((await runWith("after-wal:3")).lost.length).toBeGreaterThan(0);
    },
  );

  it("[fault 7] the same once the journal has it", { tags: ["all"] }, async () => {
    expect((await runWith("after-submitted:3")).lost.length).toBeGreaterThan(0);
  });

  it("[fault 8] between the wire and the record that it was sent: what went out is adopted, the legs behind it are lost", async () => {
    // The fifth leg is the second of a bracket: its third was never written. Every incarnation dies there.
    const { refs, lost } = await runWith("after-place:5");
    expect(refs.length).toBeGreaterThanOrEqual(5);
    expect(lost.length).toBeGreaterThan(0);
  });

  it(
    "[fault 9] between the broker's word and the journal's: the word is found again for every order that was sent",
    { tags: ["all"] },
    async () => {
      // An order whose record was on its way to the journal meanwhile may be lost: `runWith` holds it to never having been sent.
      const { refs, answered } = await runWith("after-accepted:3");
      expect(refs.filter((ref) => !answered.has(ref))).toStrictEqual([]);
    },
  );
});
