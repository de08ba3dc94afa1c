import { describe, expect, it } from "vitest";
import { BEHAVIOURS, makeBehaviour } from "./behaviour.ts";

describe("the table of switches", () => {
  it.each(Object.entries(BEHAVIOURS))("says of %s what it does, may be, and who says so", (_name, one) => {
    expect(one.does.length).toBeGreaterThan(20);
    expect(one.source.length).toBeGreaterThan(10);
    const listed: readonly unknown[] = typeof one.values === "string" ? [one.default] : one.values;
    expect(listed).toContain(one.default);
  });

  it("gives the defaults but for what is asked for", () => {
    expect(makeBehaviour()).toMatchObject({ defaultTriggerMethod: 7, cancelTakesMs: 0 });
    expect(makeBehaviour({ cancelTakesMs: 5 })).toEqual({ ...makeBehaviour(), cancelTakesMs: 5 });
  });
});
