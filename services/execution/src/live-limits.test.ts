import type { Event } from "@bowline/contracts";
import { micros, money } from "@bowline/kernel";
import { renderLimits } from "@bowline/risk";
import { anEntry } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { makeLiveLimits } from "./live-limits.ts";

const basis = { equity: money(micros("25000")), profile: "careful" } as const;
const WHOLE = renderLimits({ ...basis, index: "SPY" });
const PARTS = renderLimits(basis);

const version = (hash: string, yaml: string): Event => ({
  kind: "control.limits",
  hash,
  replaces: "",
  yaml,
  reason: "",
  by: "",
});
const first = (yaml: string) => anEntry(version("first", yaml), { machine: "loop.limits" });
const next = (yaml: string) => anEntry(version("next", yaml), { machine: "operator" });
const taken = anEntry({ kind: "risk.limits", hash: "next", by: "", looser: "" }, { machine: "risk-gate" });

function forbidden(mode: "paper" | "live", ...entries: readonly ReturnType<typeof anEntry>[]): string | undefined {
  const limits = makeLiveLimits(mode);
  for (const entry of entries) limits.observe(entry);
  return limits.forbid();
}

describe("orders to a live account", () => {
  it("go where every limit is set, and not before anybody told of limits", () => {
    expect(forbidden("live")).toMatch(/^LIVE_LIMITS_UNKNOWN: /);
    expect(forbidden("live", first(WHOLE))).toBeUndefined();
  });

  it("do not go where one is waived that real money wants; it is named", () => {
    expect(forbidden("live", first(PARTS))).toMatch(/^LIVE_LIMITS_WAIVED: .*maxValueAtRisk/);
  });

  it("follow what the gate takes, and nothing that it has not taken", () => {
    expect(forbidden("live", first(PARTS), next(WHOLE))).toMatch(/^LIVE_LIMITS_WAIVED/);
    expect(forbidden("live", first(PARTS), next(WHOLE), taken)).toBeUndefined();
    expect(forbidden("live", first(WHOLE), next("limits: ["), taken)).toMatch(/^LIVE_LIMITS_UNKNOWN/);
  });
});

it("a paper account asks for none of that", () => {
  expect(forbidden("paper", first(PARTS))).toBeUndefined();
});
