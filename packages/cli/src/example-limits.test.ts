import { join } from "node:path";
import { micros, money } from "@bowline/kernel";
import { renderLimits } from "@bowline/risk";
import { describe, expect, it } from "vitest";
import { DEMO_EQUITY } from "./run-inputs.ts";
import { ROOT } from "./runner/home.ts";

/** A changed check changes these files: `vitest -u` writes them. */
describe("the example limits", () => {
  it("are what `limits new` writes for the demo's account", async () => {
    const text = renderLimits({ equity: money(micros(DEMO_EQUITY)), profile: "normal" });
    await expect(text).toMatchFileSnapshot(join(ROOT, "deploy/limits/demo.yaml"));
  });
  it("are what `limits new` writes for a small account, carefully", async () => {
    const text = renderLimits({ equity: money(micros("25000")), profile: "careful" });
    await expect(text).toMatchFileSnapshot(join(ROOT, "deploy/limits/careful-25000.yaml"));
  });
});
