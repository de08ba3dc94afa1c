import { us } from "@bowline/kernel";
import { figure } from "@bowline/testkit";
import { afterEach, expect, it, vi } from "vitest";
import { makeFreeClock, makeLockstepClock } from "./clock.ts";

afterEach(() => void vi.useRealTimers());
const HOUR_MS = 3_600_000;

it("[fault 45] real time takes no notice of a wall clock that is set an hour ahead, or back", () => {
  const clock = makeFreeClock();
  const before = clock.nowUs();
  vi.useFakeTimers({ toFake: ["Date"] });
  const moves = [HOUR_MS, -HOUR_MS].map((jumpMs) => {
    vi.setSystemTime(Date.now() + jumpMs);
    return clock.nowUs() - before;
  });
  figure("moved by", Math.max(...moves) / 1e6, "s");
  for (const moved of moves) {
    expect(moved).toBeGreaterThanOrEqual(0);
    expect(moved).toBeLessThan(60_000_000);
  }
});

it("the conductor's time never goes back", () => {
  const clock = makeLockstepClock(us(5));
  for (const time of [7, 6]) clock.set(us(time));
  expect(clock.nowUs()).toBe(7);
});
