import { expect, it } from "vitest";
import { makeRehearsal, parseCrashPoint } from "./crash-point.ts";

const heartbeat = { kind: "control.heartbeat", source: "a", clockUs: 1 } as never;
const kill = { kind: "control.kill", scope: "global", reason: "r", by: "b" } as const;

it("reads a moment, a kind and a number, and nothing else", () => {
  expect(parseCrashPoint("before-publish:order.approved")).toEqual({
    at: "before-publish",
    kind: "order.approved",
    nth: 1,
  });
  expect(parseCrashPoint("after-publish:order.denied:12")?.nth).toBe(12);
  for (const text of [
    "",
    "before-publish",
    "before-publish:order.appro",
    "amid:order.approved",
    "after-publish:order.denied:0",
  ])
    expect(parseCrashPoint(text), text).toBeUndefined();
});

it("ends the process around the nth event of the kind, on its side, once", () => {
  let killed = 0;
  const rehearse = makeRehearsal(parseCrashPoint("after-publish:control.kill:3"), () => void (killed += 1));
  rehearse("after-publish", [{ event: kill }, { event: kill }]);
  rehearse("before-publish", [{ event: kill }]);
  rehearse("after-publish", [{ event: heartbeat }]);
  expect(killed).toBe(0);
  rehearse("after-publish", [{ event: heartbeat }, { event: kill }]);
  rehearse("after-publish", [{ event: kill }]);
  expect(killed).toBe(1);
});

it("does nothing where no moment is given", () => {
  let killed = 0;
  makeRehearsal(undefined, () => void (killed += 1))("before-publish", [{ event: kill }]);
  expect(killed).toBe(0);
});
