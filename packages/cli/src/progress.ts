import { SingleBar } from "cli-progress";

/** How far a simulated run is. */
export type Progress = {
  readonly stepsDone: number;
  readonly stepsTotal: number;
  /** Exchange date of the session that is being played; empty before the first. */
  readonly sessionDate: string;
  /** Everything was played, and nobody has anything left to do. */
  readonly finished: boolean;
};

/** Shows progress: a bar on a terminal, else JSON lines, both on standard error. */
export type ProgressView = {
  /** What goes on before the market opens. */
  phase(name: string, facts?: Readonly<Record<string, unknown>>): void;
  advance(progress: Progress): void;
  end(): void;
};

/** A line for each hundredth of the run, or after this long. */
const LINE_EVERY_SHARE = 0.01;
const LINE_EVERY_MS = 5000;

export function makeProgressView(stream: NodeJS.WriteStream = process.stderr): ProgressView {
  return stream.isTTY ? barView(stream) : lineView(stream);
}

function barView(stream: NodeJS.WriteStream): ProgressView {
  let bar: SingleBar | undefined;
  return {
    phase: (name) => void stream.write(`${name}\n`),
    advance: ({ stepsDone, stepsTotal, sessionDate }) => {
      if (bar === undefined) {
        bar = new SingleBar({
          stream,
          format: "{sessionDate} [{bar}] {percentage}% {duration_formatted}, {eta_formatted} to go",
          barCompleteChar: "=",
          barIncompleteChar: " ",
          hideCursor: true,
          clearOnComplete: false,
        });
        bar.start(stepsTotal, stepsDone, { sessionDate });
      }
      bar.update(stepsDone, { sessionDate });
    },
    end: () => bar?.stop(),
  };
}

function lineView(stream: NodeJS.WriteStream): ProgressView {
  let shownMs = Number.NEGATIVE_INFINITY;
  let shownSteps = -1;
  const write = (value: object): void => void stream.write(`${JSON.stringify(value)}\n`);
  return {
    phase: (name, facts) => write({ phase: name, ...facts }),
    advance: (progress) => {
      const { stepsDone, stepsTotal, finished } = progress;
      if (stepsDone === shownSteps && !finished) return;
      const isNews = stepsDone - shownSteps >= stepsTotal * LINE_EVERY_SHARE;
      if (!isNews && !finished && performance.now() - shownMs < LINE_EVERY_MS) return;
      shownMs = performance.now();
      shownSteps = stepsDone;
      write({ phase: "running", ...progress });
    },
    end: () => undefined,
  };
}
