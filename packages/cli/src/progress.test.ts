import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { makeProgressView } from "./progress.ts";

/** Standard error of a terminal, or of a pipe. */
function aStream(isTTY: boolean) {
  const stream = new PassThrough();
  let text = "";
  stream.on("data", (chunk: Buffer) => void (text += chunk.toString()));
  const terminal = { isTTY, columns: 120, cursorTo: () => true, clearLine: () => true, moveCursor: () => true };
  return { stream: Object.assign(stream, terminal) as unknown as NodeJS.WriteStream, text: () => text };
}

const at = (stepsDone: number, finished = false) => ({
  stepsDone,
  stepsTotal: 1000,
  sessionDate: "2024-03-04",
  finished,
});

describe("progress", () => {
  it("is a bar on a terminal, with the session that is played", () => {
    const { stream, text } = aStream(true);
    const view = makeProgressView(stream);
    view.phase("starting", { runDir: "/somewhere" });
    view.advance(at(0));
    view.advance(at(1000, true));
    view.end();
    expect(text()).toMatch(/^starting\n/);
    expect(text()).toMatch(/2024-03-04 \[=+\] 100% /);
    expect(text()).not.toMatch(/somewhere/);
  });
  it("is a JSON line for each hundredth elsewhere, and one at the end", () => {
    const { stream, text } = aStream(false);
    const view = makeProgressView(stream);
    view.phase("READY", { afterMs: 7 });
    for (const steps of [10, 11, 19, 20, 20]) view.advance(at(steps));
    view.advance(at(20, true));
    view.end();
    const lines = text()
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toEqual([
      { phase: "READY", afterMs: 7 },
      { phase: "running", ...at(10) },
      { phase: "running", ...at(20) },
      { phase: "running", ...at(20, true) },
    ]);
  });
});
