import type { EventByKind } from "@bowline/contracts";
import { expect, it } from "vitest";
import { settingsOf } from "./service-settings.ts";

const config = (settings: object): EventByKind<"control.config"> =>
  ({ kind: "control.config", service: "risk-gate", yaml: JSON.stringify(settings) }) as EventByKind<"control.config">;

it("gives what the service started with", () => {
  const settings = settingsOf("risk gate", config({ BOWLINE_LIMITS: "/etc/limits.yaml" }));
  expect(settings.get("BOWLINE_LIMITS")).toBe("/etc/limits.yaml");
  expect(settings.need("BOWLINE_LIMITS", "--limits")).toBe("/etc/limits.yaml");
});

it.each([
  ["left out", config({})],
  ["empty", config({ BOWLINE_LIMITS: "" })],
  ["no text", config({ BOWLINE_LIMITS: 7 })],
  ["not journaled", undefined],
])("knows nothing of what is %s, and says what to give instead", (_, event) => {
  const settings = settingsOf("risk gate", event);
  expect(settings.get("BOWLINE_LIMITS")).toBeUndefined();
  expect(() => settings.need("BOWLINE_LIMITS", "--limits")).toThrow(
    "the journal does not say BOWLINE_LIMITS of the risk gate: it needs --limits",
  );
});
