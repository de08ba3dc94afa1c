import { expect, it } from "vitest";
import { aView } from "../test-view.ts";
import { brokerNotReady } from "./broker-not-ready.ts";

it("passes when READY", () => expect(brokerNotReady.check(aView(), {})).toBeUndefined());
it("denies when connected but not reconciled, and when the session was never seen", () => {
  expect(brokerNotReady.check(aView({ brokerState: "CONNECTED" }), {})).toEqual({ state: "CONNECTED" });
  expect(brokerNotReady.check(aView({ brokerState: undefined }), {})).toEqual({ missing: "session" });
});
