import { PAPER_SESSIONS, provenBy } from "./components.ts";
import type { Coverage } from "./coverage.ts";
import type { Missed } from "./missed.ts";

/** What is known beside coverage: what the last runs missed, fault rows that nobody showed, and what a real TWS has seen. */
export type Known = {
  readonly missed: readonly Missed[];
  readonly unseen: readonly number[];
  readonly realTws: { readonly all: number; readonly seen: number };
};

/** The page docs/status.md: what is covered, what is below its threshold, and how far a component is from live trading. */
export function renderStatus(coverages: readonly Coverage[], { missed, unseen, realTws }: Known): string {
  const rows = coverages.map(
    (each) =>
      `| ${each.folder} | ${each.lines.toFixed(1)} | ${each.branches.toFixed(1)} | ${each.least} | ${readiness(each, missed)} |`,
  );
  return `# Status

Written by \`pnpm coverage\` and \`pnpm run docs\`; do not edit.

## Before real money

- ${realText(realTws)}
- Run at least ${PAPER_SESSIONS} sessions on a paper account with the files that are to go live, a kill drill and a restart of each service and of TWS among
  them, and read each session's report: [trade on paper](how-to/trade-on-paper.md), then [go live](how-to/go-live.md).
${missed.map(({ folder, what }) => `- Missed: ${what} (${folder ?? "the whole path"}).`).join("\n")}${missed.length === 0 ? "- No bound or aim was missed when it was last measured." : ""}
- ${unseenText(unseen)}

## By component

Lines and branches in percent over the default tier of \`./bowline test\`: what ran in the test processes and in the processes that they started
(services, the CLI, and what that starts), \`main.ts\` included. A process writes what it ran when it exits; one that a test kills with SIGKILL is not
counted. Generated code and what only tests use is left out.

| component | lines | branches | lines wanted | ready for live |
|---|---:|---:|---:|---|
${rows.join("\n")}
`;
}

const SCENARIOS = "[scenarios for any TWS](reference/real-tws.md)";
const realText = ({ all, seen }: Known["realTws"]): string =>
  seen === 0
    ? `**Nothing has ever traded at a real TWS**, on paper or live: only at the project's own simulator, which was written from IB's documents. None of the
  ${all} ${SCENARIOS} was ever run on one.`
    : `${seen} of the ${all} ${SCENARIOS} passed on a real TWS; all else was held against the project's own simulator alone.`;

const unseenText = (rows: readonly number[]): string =>
  rows.length === 0
    ? "Every row of the [fault matrix](reliability.md) was shown by a recorded run."
    : `${rows.length} rows of the [fault matrix](reliability.md) were shown by no recorded run: ${rows.join(", ")}.`;

/** What someone can act on is named first. */
function readiness({ folder, lines, least }: Coverage, missed: readonly Missed[]): string {
  const own = [
    ...(lines < least ? [`${(least - lines).toFixed(1)} points of line coverage are missing`] : []),
    ...missed.filter((one) => one.folder === folder).map(({ what }) => what),
  ];
  const proven = provenBy(folder);
  if (own.length === 0) return proven;
  return proven.startsWith("not ready") ? [proven, ...own].join("; ") : `not ready: ${[...own, proven].join("; ")}`;
}

/** What is below its threshold, one line each. */
export function shortfalls(coverages: readonly Coverage[]): string[] {
  return coverages
    .filter(({ lines, least }) => lines < least)
    .map(({ folder, lines, least }) => `${folder}: ${lines.toFixed(1)} % of lines covered, ${least} % are wanted`);
}
