import type { IbSession } from "@bowline/broker-ib";
import { ok } from "@bowline/kernel";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepHearing } from "./hearing.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A session that was heard when it says so, and that answers when told to. */
function aSession() {
  let heardMs = Date.now();
  let answer: (() => void) | undefined;
  const session = {
    questions: 0,
    hear: () => void (heardMs = Date.now()),
    silentMs: () => Date.now() - heardMs,
    probe: (): ReturnType<IbSession["probe"]> => {
      session.questions += 1;
      return new Promise((resolve) => void (answer = () => resolve(ok(undefined))));
    },
    answer: async () => {
      session.hear();
      answer?.();
      await vi.advanceTimersByTimeAsync(0);
    },
  };
  return session;
}

test("a silent TWS is asked before an order would have to", async () => {
  const session = aSession();
  const hearing = keepHearing(() => session);
  for (let second = 0, worstMs = 0; second < 5; second++) {
    await vi.advanceTimersByTimeAsync(149);
    expect(session.questions).toBe(second);
    await vi.advanceTimersByTimeAsync(51);
    expect(session.questions).toBe(second + 1);
    worstMs = Math.max(worstMs, session.silentMs());
    expect(worstMs).toBeLessThan(250);
    await session.answer();
  }
  hearing.stop();
});

test("one that speaks is not asked", async () => {
  const session = aSession();
  const hearing = keepHearing(() => session);
  for (let i = 0; i < 50; i++) {
    await vi.advanceTimersByTimeAsync(100);
    session.hear();
  }
  expect(session.questions).toBe(0);
  hearing.stop();
});

test("one that does not answer is not asked again, and stays silent; the next session is", async () => {
  const [dead, next] = [aSession(), aSession()];
  let ready: typeof dead | undefined = dead;
  const hearing = keepHearing(() => ready);
  await vi.advanceTimersByTimeAsync(5000);
  expect([dead.questions, dead.silentMs()]).toEqual([1, 5000]);
  ready = undefined;
  await vi.advanceTimersByTimeAsync(1000);
  ready = next;
  await vi.advanceTimersByTimeAsync(1000);
  expect([dead.questions, next.questions]).toEqual([1, 1]);
  hearing.stop();
  await next.answer();
  await vi.advanceTimersByTimeAsync(1000);
  expect(next.questions).toBe(1);
});
