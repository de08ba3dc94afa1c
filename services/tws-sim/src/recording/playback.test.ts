import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { RecordedRequest } from "./conversation.ts";
import { makePlayback, type Playback } from "./playback.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => void vi.useRealTimers());

const sent: string[] = [];
const told = (): string[] => sent.splice(0);

/** A request recorded at a time, in milliseconds; its answers at theirs. Places follow the times. */
const request = (t: number, ...answersAt: readonly number[]): RecordedRequest => ({
  place: t,
  t,
  type: "reqCurrentTime",
  key: "",
  reqId: undefined,
  orderId: undefined,
  answers: answersAt.map((at) => ({ place: at, delayMs: at - t, fields: [`at ${at}`], message: undefined })),
});

const ask = (playback: Playback, asked: RecordedRequest): void =>
  playback.ask(asked, ({ fields: [name = ""] }) => void sent.push(name));

describe("the playback of a recording", () => {
  it("sends answers after their delays, or so many times as fast", () => {
    const playback = makePlayback(10);
    ask(playback, request(0, 0, 1000, 2000));
    expect(told()).toEqual(["at 0"]);
    vi.advanceTimersByTime(100);
    expect(told()).toEqual(["at 1000"]);
    vi.advanceTimersByTime(99);
    expect(told()).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(told()).toEqual(["at 2000"]);
  });

  it("sends nothing before an earlier answer of another request that was asked", () => {
    const playback = makePlayback(1);
    ask(playback, request(0, 500));
    ask(playback, request(400, 510, 520));
    vi.advanceTimersByTime(499);
    expect(told()).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(told()).toEqual(["at 500", "at 510", "at 520"]);
  });

  it("moves ahead with a client that asks sooner, and nothing is lost or out of order", () => {
    const playback = makePlayback(1);
    ask(playback, request(0, 1, 5000, 9000, 9100));
    vi.advanceTimersByTime(1);
    expect(told()).toEqual(["at 1"]);
    ask(playback, request(9050, 9060, 9200));
    expect(told()).toEqual(["at 5000", "at 9000"]);
    vi.advanceTimersByTime(10);
    expect(told()).toEqual(["at 9060"]);
    vi.advanceTimersByTime(90);
    expect(told()).toEqual(["at 9100"]);
    vi.advanceTimersByTime(60);
    expect(told()).toEqual(["at 9200"]);
  });

  it("waits for no answer of what was not asked, and sends it in its place when it is", () => {
    const playback = makePlayback(1);
    ask(playback, request(100, 110, 400));
    vi.advanceTimersByTime(10);
    expect(told()).toEqual(["at 110"]);
    ask(playback, request(20, 30));
    vi.advanceTimersByTime(290);
    expect(told()).toEqual(["at 30", "at 400"]);
  });

  it("sends nothing more once it is stopped", () => {
    const playback = makePlayback(1);
    ask(playback, request(0, 10));
    playback.stop();
    vi.advanceTimersByTime(1000);
    expect(told()).toEqual([]);
  });
});
