import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { px, shares } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import type { LogRecord } from "./log-records.ts";
import { encodeRecord } from "./record-file.ts";
import { describeLogError, openWriteAheadLog } from "./write-ahead-log.ts";

const aDirectory = (): string => join(mkdtempSync(join(tmpdir(), "bowline-wal-")), "deep", "er");
const leg = {
  ibOrderId: 12,
  clOrdId: "c1",
  leg: "ENTRY",
  accountId: "DU1",
  strategy: "s",
  rule: "r",
  group: "g",
  symbol: "SPY",
  side: "BUY",
  orderQty: shares(1),
  ordType: "LMT",
  lmtPx: px(5),
  timeInForce: "DAY",
  transmit: false,
} as const;
const submitting: LogRecord = {
  type: "SUBMITTING",
  generation: "g1",
  clOrdId: "c1",
  approvalId: "a1",
  approvalSeq: 9,
  legs: [leg, { ...leg, ibOrderId: 13, clOrdId: "c2", parentClOrdId: "c1", leg: "STOP", transmit: true }],
};

function opened(directory: string) {
  const log = openWriteAheadLog(directory);
  if (!log.ok) throw new Error(describeLogError(log.error));
  return log.value;
}

describe("write-ahead log", () => {
  it("forgets orders that ended, over a restart, and never an id", () => {
    const directory = aDirectory();
    const before = opened(directory);
    before.append(submitting);
    before.append({ ...submitting, clOrdId: "d1", legs: [{ ...leg, clOrdId: "d1", ibOrderId: 14 }] });
    before.append({
      type: "REPLACING",
      generation: "g1",
      clOrdId: "d1",
      replaceId: "r1",
      approvalSeq: 9,
      orderQty: shares(2),
    });
    expect(before.unsent("g1").map(({ record }) => record.clOrdId)).toEqual(["c1", "d1"]);
    before.append({ type: "SENT", clOrdId: "c1" });
    expect(before.unsent("g1").map(({ record }) => record.clOrdId)).toEqual(["d1"]);
    before.append({ type: "FORGOTTEN", untilUs: 5, clOrdIds: ["d1"] });
    const state = (log: typeof before) => [
      log.orders("g1").map(({ record }) => record.clOrdId),
      log.unsent("g1"),
      log.orderOf("d1"),
      log.changes("g1"),
      log.maxIbOrderId(),
      log.forgottenUs(),
    ];
    expect(state(before)).toEqual([["c1"], [], undefined, [], 14, 5]);
    before.close();
    expect(state(opened(directory))).toEqual([["c1"], [], undefined, [], 14, 5]);
  });

  it("remembers how far each order came, over a restart", () => {
    const directory = aDirectory();
    const before = opened(directory);
    expect([before.coverage(), before.baseline(), before.maxIbOrderId()]).toEqual([undefined, undefined, 0]);
    before.append({ type: "GENERATION", generation: "g1", seq: 4 });
    before.append({ type: "BASELINE", positions: { SPY: 5 } });
    before.append(submitting);
    before.append({ type: "SENT", clOrdId: "c1" });
    before.append({ ...submitting, clOrdId: "d1", legs: [{ ...leg, clOrdId: "d1", ibOrderId: 14 }] });
    before.append({ type: "ABANDONED", clOrdId: "d1", reason: "killed" });
    before.close();
    const after = opened(directory);
    expect(after.orderOf("c2")).toEqual({ record: submitting, state: "SENT", reason: "" });
    expect(after.orders("g1").map((o) => [o.record.clOrdId, o.state, o.reason])).toEqual([
      ["c1", "SENT", ""],
      ["d1", "ABANDONED", "killed"],
    ]);
    expect(after.orders("g2")).toEqual([]);
    expect([after.coverage(), after.baseline()?.get("SPY"), after.maxIbOrderId(), after.torn]).toEqual([
      { generation: "g1", seq: 4 },
      5,
      14,
      false,
    ]);
    after.append({ type: "GENERATION", generation: "g2", seq: 1 });
    expect(after.baseline()).toBeUndefined();
    after.append({ type: "SENT", clOrdId: "never begun" });
    after.close();
  });

  it("remembers kills until they are over, and the highest epoch of each journal", () => {
    const directory = aDirectory();
    const before = opened(directory);
    const kill = {
      type: "KILL",
      level: "STOP",
      by: "me",
      reason: "drill",
      way: "FILE",
      generation: "g1",
      seq: 7,
    } as const;
    before.append({ ...kill, scope: "global" });
    before.append({ ...kill, scope: "SPY" });
    before.append({ ...kill, scope: "global", level: "CANCEL" });
    before.append({ type: "RESUMED", scope: "SPY" });
    before.append({ type: "TAKEN", generation: "g1", epoch: 5 });
    before.append({ type: "TAKEN", generation: "g2", epoch: 3 });
    before.close();
    const after = opened(directory);
    expect([...after.kills()].map(([scope, { level }]) => [scope, level])).toEqual([["global", "CANCEL"]]);
    expect(["g1", "g2", "g3"].map(after.maxEpoch)).toEqual([5, 3, 0]);
    after.close();
  });

  it("remembers that the account was canceled, until another kill asks for it", () => {
    const directory = aDirectory();
    const before = opened(directory);
    const done = { type: "ACCOUNT_CANCELED", generation: "g1", seq: 9 } as const;
    const kill = {
      type: "KILL",
      scope: "global",
      by: "me",
      reason: "",
      way: "FILE",
      generation: "g1",
      seq: 7,
    } as const;
    expect(before.accountCanceled()).toBeUndefined();
    before.append({ ...kill, level: "CANCEL_ACCOUNT" });
    before.append(done);
    before.append({ ...kill, level: "STOP" });
    before.close();
    const after = opened(directory);
    expect(after.accountCanceled()).toEqual(done);
    after.append({ ...kill, level: "CANCEL_ACCOUNT" });
    expect(after.accountCanceled()).toBeUndefined();
    after.close();
  });

  it("[fault 23] says what failed and the exit code, and stays closed", () => {
    const log = opened(aDirectory());
    log.close();
    for (let attempt = 0; attempt < 2; attempt++)
      expect(() => log.append({ type: "SENT", clOrdId: "c1" })).toThrow(
        expect.objectContaining({
          name: "HaltError",
          exitCode: 74,
          alert: expect.objectContaining({ code: "DISK_FAILED" }),
        }),
      );
  });

  it.each([
    ["no JSON", "{"],
    ["a kind from the future", '{"type":"TOMORROW"}'],
  ])("does not start on %s", (_, text) => {
    const directory = mkdtempSync(join(tmpdir(), "bowline-wal-"));
    writeFileSync(
      join(directory, "execution.wal"),
      Buffer.concat([Buffer.from("BWLWAL1\n"), encodeRecord(Buffer.from(text))]),
    );
    const log = openWriteAheadLog(directory);
    expect(!log.ok && describeLogError(log.error)).toContain("start the build that wrote it");
  });

  it("says where it is damaged and what to do", () => {
    const directory = mkdtempSync(join(tmpdir(), "bowline-wal-"));
    writeFileSync(join(directory, "execution.wal"), "something else entirely");
    const log = openWriteAheadLog(directory);
    expect(!log.ok && describeLogError(log.error)).toMatch(/execution\.wal: .* at byte 0\. Keep the file/);
  });
});
