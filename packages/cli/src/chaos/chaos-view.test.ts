import { Writable } from "node:stream";
import type { Fired } from "@bowline/chaos";
import { expect, it } from "vitest";
import { makeChaosView } from "./chaos-view.ts";
import type { ChaosEvent } from "./run-chaos.ts";

const FIRED: Fired = { run: 3, seq: 7, fault: { kind: "kill", service: "strategy" }, state: "NEW", clOrdId: "A" };
const EVENTS: readonly ChaosEvent[] = [
  { phase: "calm", market: 0 },
  { phase: "fired", session: 1, fired: FIRED, done: 3 },
  {
    ...{ phase: "violation", session: 1, law: "no-orphan", text: "long", run: 3, fired: [FIRED] },
    ...{ entries: [], again: "again", runDir: "/tmp/run" },
  },
];

function shown(isTTY: boolean, runs: number | undefined): string {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk);
      done();
    },
  });
  const terminal = { isTTY, columns: 120, cursorTo: () => true, clearLine: () => true, moveCursor: () => true };
  const view = makeChaosView(runs, Object.assign(stream, terminal) as unknown as NodeJS.WriteStream);
  for (const event of EVENTS) view.show(event);
  view.end();
  return Buffer.concat(chunks).toString();
}

it("shows events as lines where nobody looks, a violation by its name alone", () => {
  const lines = shown(false, 20)
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as object);
  expect(lines).toEqual([EVENTS[0], EVENTS[1], { phase: "violation", session: 1, law: "no-orphan" }]);
  expect(shown(true, undefined)).toContain('"phase":"fired"');
});

it("shows a bar on a terminal, with the fault that was let loose last", () => {
  const bar = shown(true, 20);
  expect(bar).toContain("3 of 20 runs");
  expect(bar).toContain("kill strategy");
  expect(bar).not.toContain("{");
});
