import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { DECISION_KINDS, makeDecisionHash } from "../../packages/contracts/src/decision-hash.ts";
import { aClock, aFill, aJournal, anOrder } from "../../packages/testkit/src/index.ts";

const PAGE = readFileSync(join(import.meta.dirname, "../../docs/concepts/decision-hash.md"), "utf8");
const command = /```sh\n(jq [\s\S]*?)\n```/.exec(PAGE)?.[1] ?? "";

it("documents exactly the kinds that the decision hash covers", () => {
  const kinds = [...command.matchAll(/"([a-z.-]+)"/g)].map(([, kind = ""]) => kind);
  expect(new Set(kinds)).toEqual(DECISION_KINDS);
});

it("documents a command that gives the same hash", (context) => {
  if (spawnSync("jq", ["--version"]).status !== 0) return context.skip("jq is not on the PATH");
  const denied = {
    kind: "order.denied",
    clOrdId: "ORDER000000000000002",
    group: "tech",
    symbol: "BRK.B",
    strategy: "demo",
    rule: 'enter "é"',
    side: "SELL",
    orderQty: anOrder().orderQty,
    reasons: [{ code: "CLOCK_STALE", detail: [{ key: "missing", value: "clock" }] }],
  } as const;
  const entries = aJournal([{ kind: "order.intent", order: anOrder() }, aClock(), denied, aFill()]);
  const hash = makeDecisionHash();
  for (const entry of entries) hash.add(entry);
  const input = entries.map((entry) => `${JSON.stringify(entry)}\n`).join("");
  const ran = spawnSync("sh", ["-c", command.replace("export.jsonl", "")], { input, encoding: "utf8" });
  expect(ran.stderr).toBe("");
  expect(ran.stdout.split(" ")[0]).toBe(hash.digest());
});
