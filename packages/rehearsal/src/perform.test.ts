import type { Entry, Event } from "@bowline/contracts";
import { err, ok } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import { perform, type Stage } from "./perform.ts";
import { parseScript, type Script } from "./script.ts";

/** A stage in memory: what a prediction or a fault leads to is written down at once. */
function aStage(reactions: Readonly<Record<string, readonly object[]>>, wish: Partial<Stage> = {}): Stage {
  const entries: Entry[] = [];
  const react = (to: string): void => {
    for (const event of reactions[to] ?? [])
      entries.push({ seq: entries.length + 1, subject: "", header: {}, event: event as Event } as Entry);
  };
  const none = { orders: [], executions: [], positions: [], deadLetters: 0 };
  return {
    entries: () => entries,
    decisions: () => [],
    changed: (withinMs) => new Promise((resolve) => setTimeout(resolve, Math.min(withinMs, 5))),
    inject: async ({ fault }) => {
      react(fault);
      return ok(fault);
    },
    predict: async (symbol, does) => {
      react(does);
      return ok(`key of ${symbol}`);
    },
    freeSymbol: () => "IBM",
    mark: async () => ({ entries: entries.length, permId: 0, executions: 0, deadLetters: 0 }),
    facts: async (since) => ({ ...none, entries: entries.slice(since.entries) }),
    ...wish,
  };
}

const INTENT = { kind: "order.intent", order: { triggerKey: "key of IBM", clOrdId: "a" } };
const FILLED = { kind: "order.filled", clOrdId: "a", execId: "1.01" };

function aScript(steps: string, holds = "none-unknown"): Script {
  const script = parseScript(`rehearsal: it\nabout: x\nsteps:\n${steps}\nholds: [${holds}]\n`, "it.yaml");
  if (!script.ok) throw new Error(JSON.stringify(script.error));
  return script.value;
}
const violationOf = async (script: Script, stage: Stage) => (await perform(script, stage, () => undefined)).violation;

describe("a performance", () => {
  it("passes where every step and every law holds, and says each step", async () => {
    const steps: string[] = [];
    const stage = aStage({ ENTER: [INTENT, FILLED], cut: [{ kind: "broker.session", state: "READY" }] });
    const script = aScript(
      "  - trade: any\n  - inject: { fault: cut }\n  - expect: broker.session\n    where: { state: READY }\n  - never: order.lost\n    for: 10 ms\n  - pause: 1 ms",
    );
    expect(await perform(script, stage, (text) => steps.push(text))).toMatchObject({ rehearsal: "it", passed: true });
    expect(steps).toEqual([
      "trade any: filled",
      "inject cut",
      "expect broker.session READY",
      "never order.lost",
      "pause 1 ms",
    ]);
  });

  it.each<[string, string, Readonly<Record<string, readonly object[]>>, string, string]>([
    [
      "an order that does not end so",
      "  - trade: IBM\n    within: 10 ms",
      { ENTER: [INTENT] },
      "step 1: trade IBM: filled",
      "IBM was not filled within 10 ms: nothing became of it",
    ],
    [
      "an order that should not go out",
      "  - trade: IBM\n    outcome: unsent\n    within: 10 ms",
      { ENTER: [INTENT, { kind: "order.submitted", clOrdId: "a" }] },
      "step 1: trade IBM: unsent",
      "IBM: the order went out, entry 2",
    ],
    [
      "an entry that does not come",
      "  - inject: { fault: cut }\n  - expect: order.lost\n    within: 10 ms",
      {},
      "step 2: expect order.lost",
      "no such entry within 10 ms",
    ],
    [
      "an entry from before the fault",
      "  - trade: any\n  - inject: { fault: cut }\n  - expect: order.filled\n    within: 10 ms",
      { ENTER: [INTENT, FILLED] },
      "step 3: expect order.filled",
      "no such entry within 10 ms",
    ],
    [
      "an entry that must not come",
      "  - inject: { fault: cut }\n  - never: order.lost\n    for: 10 ms",
      { cut: [{ kind: "order.lost" }] },
      "step 2: never order.lost",
      "it is in the journal, entry 1",
    ],
    [
      "a position that stays",
      "  - leave: IBM\n    within: 10 ms",
      {},
      "step 1: leave IBM",
      "IBM was not closed within 10 ms",
    ],
  ])("ends at %s", async (_what, ...[steps, reactions, where, text]) => {
    expect(await violationOf(aScript(steps), aStage(reactions))).toEqual({ where, text });
  });

  it("ends where the fault cannot be, or no prediction is taken", async () => {
    const stage = aStage({}, { inject: async () => err("not now"), predict: async () => err("closed") });
    expect(await violationOf(aScript("  - inject: { fault: cut }"), stage)).toMatchObject({ text: "not now" });
    expect(await violationOf(aScript("  - trade: any"), stage)).toMatchObject({ text: "closed" });
    expect(await violationOf(aScript("  - leave: IBM"), stage)).toMatchObject({ text: "closed" });
    expect(await violationOf(aScript("  - trade: any\n    outcome: any"), stage)).toBeUndefined();
    const full = aStage({}, { freeSymbol: () => undefined });
    expect(await violationOf(aScript("  - trade: any"), full)).toMatchObject({
      text: expect.stringContaining("free") as string,
    });
  });

  it("sees that trading goes on, and gives the laws time to come true", async () => {
    let asked = 0;
    const stage = aStage(
      { ENTER: [INTENT, FILLED] },
      {
        facts: async () => ({
          entries: [],
          orders: [],
          executions: [],
          positions: [],
          deadLetters: asked++ < 3 ? 1 : 0,
        }),
      },
    );
    expect(await violationOf(aScript("  - pause: 1 ms", "recovers"), stage)).toBeUndefined();
    expect(asked).toBe(4);
  });
});
