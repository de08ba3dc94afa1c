import { describe, expect, it } from "vitest";
import type { Event } from "./events/index.ts";
import { makeKnownNames } from "./known-names.ts";

const told = [
  { kind: "control.strategy", strategy: "trend" },
  { kind: "order.parent-intent", order: { strategy: "operator" } },
  { kind: "control.lease", machineName: "desk.banks" },
  { kind: "control.lease", machineName: "portfolio" },
  { kind: "md.instrument", group: "tech", symbol: "MSFT" },
  { kind: "broker.account", accountId: "DU1", positions: [{ symbol: "BRK.B" }] },
] as unknown as readonly Event[];
const known = makeKnownNames();
for (const event of told) known.add(event);

describe("names that a journal tells", () => {
  it.each(["trend", "operator"].map((name) => `strategy:${name}`))("have the strategy %s", (scope) =>
    expect(known.find(scope)).toMatchObject({ kind: "strategy", isKnown: true }),
  );
  it.each(["group:tech", "group:banks", "MSFT", "BRK.B", "account:DU1"])("have %s", (scope) =>
    expect(known.find(scope)?.isKnown).toBe(true),
  );
  it.each([
    ["strategy:nope", { kind: "strategy", name: "nope", isKnown: false, names: ["operator", "trend"] }],
    ["group:portfolio", { kind: "group", name: "portfolio", isKnown: false, names: ["banks", "tech"] }],
    ["ZZZZ", { kind: "symbol", name: "ZZZZ", isKnown: false, names: ["BRK.B", "MSFT"] }],
    ["account:DU2", { kind: "account", name: "DU2", isKnown: false, names: ["DU1"] }],
  ])("have no %s, and say who there is", (scope, found) => expect(known.find(scope)).toEqual(found));
  it("do not speak of everything", () => expect(known.find("global")).toBeUndefined());
});
