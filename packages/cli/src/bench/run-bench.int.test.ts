import { describe, expect, it } from "vitest";
import { runBench } from "./run-bench.ts";
import { measureSimulator } from "./sim-load.ts";

const onPhase = (): void => undefined;

describe("the bench", () => {
  it("refuses a part that there is not", async () => {
    await expect(runBench("fast", onPhase)).rejects.toThrow('bench: "fast" is none of order-path, journal');
  });

  it("loads a simulator with clients, and counts what reaches them", async () => {
    const load = { symbols: 3, clients: 2, measuredMs: 1000, lookMs: 1300 };
    const figures = await measureSimulator(onPhase, load);
    expect(figures).toMatchObject({ symbols: 3, clients: 2, ticksPerSecond: 10 });
    // Ten moments a second of each symbol to each client, one to eight messages each; a busy machine may delay some.
    expect(figures.ticksSentPerSecond).toBeGreaterThan(20);
    expect(figures.ticksSentPerSecond).toBeLessThan(100);
    const messages = figures.messagesPerSecond / figures.ticksSentPerSecond;
    expect(messages > 0.5 && messages < 10).toBe(true);
    expect(figures.bytesPerSecond).toBeGreaterThan(figures.messagesPerSecond * 4);
    expect([figures.cpuPerSecond > 0, figures.rssMiB > 10]).toEqual([true, true]);
  });
});
