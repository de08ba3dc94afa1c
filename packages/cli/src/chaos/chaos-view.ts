import { describeFault } from "@bowline/chaos";
import { SingleBar } from "cli-progress";
import type { ChaosEvent } from "./run-chaos.ts";

/** Shows how far the runs are: a bar on a terminal, else JSON lines, both on standard error. */
export type ChaosView = { show(event: ChaosEvent): void; end(): void };

export function makeChaosView(runs: number | undefined, stream: NodeJS.WriteStream = process.stderr): ChaosView {
  return stream.isTTY && runs !== undefined ? barView(runs, stream) : lineView(stream);
}

function barView(runs: number, stream: NodeJS.WriteStream): ChaosView {
  const bar = new SingleBar({
    stream,
    format: "{what} [{bar}] {value} of {total} runs, {duration_formatted}, {eta_formatted} to go",
    barCompleteChar: "=",
    barIncompleteChar: " ",
    hideCursor: true,
    clearOnComplete: false,
  });
  bar.start(runs, 0, { what: "starting" });
  return {
    show: (event) => {
      if (event.phase === "fired") bar.update(event.done, { what: describeFault(event.fired.fault) });
      if (event.phase === "calm") bar.update({ what: "calm run" });
    },
    end: () => bar.stop(),
  };
}

function lineView(stream: NodeJS.WriteStream): ChaosView {
  return {
    show: (event) => {
      // The report on standard output has it whole.
      if (event.phase === "violation")
        return void stream.write(`${JSON.stringify({ phase: event.phase, session: event.session, law: event.law })}\n`);
      stream.write(`${JSON.stringify(event)}\n`);
    },
    end: () => undefined,
  };
}
