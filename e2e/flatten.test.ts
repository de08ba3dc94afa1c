import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Story, tellStory } from "./breaker-story.ts";
import { ENTERS_AND_LEAVES } from "./breaker-strategy.ts";
import { type FlattenStory, tellFlatten } from "./flatten-story.ts";
import { type LiveSystem, startLive } from "./live-system.ts";
import { expectSameState, OFTEN } from "./machine-states.ts";

const HELD = { AAPL: "LONG", AMD: "LONG", AMZN: "LONG", BAC: "SHORT", C: "SHORT" } as const;

let live: LiveSystem;
let story: Story;
let flatten: FlattenStory;

describe("kill --flatten, on a running system", { tags: ["all"], timeout: 400_000 }, () => {
  beforeAll(async () => {
    live = await startLive({ duplicateOrderWindowMs: "0" }, ENTERS_AND_LEAVES, OFTEN);
    story = tellStory(live);
    flatten = tellFlatten(live, story, HELD);
    await live.demo.reached(15);
  }, 180_000);
  afterAll(async () => live.stop());

  it("closes long and short positions, brackets and all, and leaves everything HALTED", async () => {
    story.begin();
    await flatten.open();
    await story.operator("kill", "--flatten");
    await flatten.isFlat();
    const { event } = await live.waitFor("risk.flatten", ({ phase }) => phase === "DONE", 5000);
    expect(event).toMatchObject({ scope: "global" });
    await flatten.resume();
  });

  it.each(["execution", "risk-gate"])(
    "[fault 11] kill -9 of %s while positions are being closed: flat in the end",
    async (service) => {
      story.begin();
      await flatten.open();
      const at = live.entries().at(-1)?.seq ?? 0;
      await story.operator("kill", "--flatten");
      await live.waitFor("order.approved", ({ flattens }, { seq }) => seq > at && flattens !== undefined, 20_000);
      await story.restart(service);
      await expectSameState(live, "risk-gate");
      await flatten.isFlat();
      await flatten.resume();
      expect(story.stateOf("global")).toBe("ACTIVE");
    },
  );
});
