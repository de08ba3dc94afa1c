import { describe, expect, it } from "vitest";
import { makeLine } from "./line.ts";

describe("line of a session", () => {
  it("is down at once when TWS loses its own, and told so once", () => {
    const downs: string[] = [];
    const line = makeLine((reason) => void downs.push(reason));
    line.onLine("LOST");
    line.onLine("LOST");
    expect([line.isUp(), downs]).toEqual([false, ["TWS lost its line to IB"]]);
    line.onLine("RESTORED_DATA_KEPT");
    expect([line.isUp(), line.takeDataLost()]).toEqual([true, false]);
    expect(line.hasFallen()).toBe(true);
    line.takeFall();
    expect(line.hasFallen()).toBe(false);
    line.onLine("RESTORED_DATA_LOST");
    expect([line.takeDataLost(), line.takeDataLost()]).toEqual([true, false]);
    expect([line.isUp(), line.hasFallen(), downs.length]).toEqual([true, true, 2]);
  });

  it("wakes those who wait for its end", async () => {
    const line = makeLine(() => undefined);
    const ended = line.until((l) => l.closed() !== undefined);
    line.onLine("LOST");
    line.onClosed("cut");
    await ended;
    expect(line.closed()).toBe("cut");
    await line.until(() => true);
  });
});
