import { expect, it } from "vitest";
import { gaugesOf } from "./gauges.ts";

const told = (gauged: Parameters<typeof gaugesOf>[0]) =>
  Object.fromEntries(gaugesOf(gauged).map((g) => [g.name, "read" in g ? g.read() : g.readEach()]));

it("measures the loop, the line and what waits, in seconds and messages", () => {
  const waiting = { cancel: 0, protective: 1, order: 2, probe: 0, request: 3, subscription: 0, history: 4 };
  const session = { probeAgeMs: () => 1500, silentMs: () => 20, waiting: () => waiting };
  expect(told({ watchdog: { worstLagMs: () => 250 }, session: () => session })).toEqual({
    bowline_event_loop_lag_seconds: 0.25,
    bowline_tws_probe_age_seconds: 1.5,
    bowline_tws_silence_seconds: 0.02,
    bowline_tws_messages_waiting: waiting,
  });
});

it("has no numbers where there is no session", () => {
  expect(told({ watchdog: undefined, session: () => undefined })).toEqual({
    bowline_event_loop_lag_seconds: Number.NaN,
    bowline_tws_probe_age_seconds: Number.NaN,
    bowline_tws_silence_seconds: Number.NaN,
    bowline_tws_messages_waiting: {},
  });
});
