import { WHY_NOT_LIVE } from "./components.ts";
import type { Coverage } from "./coverage.ts";

/** The page docs/status.md: what is covered, what is below its threshold, and whether a component is ready for live trading. */
export function renderStatus(coverages: readonly Coverage[]): string {
  const rows = coverages.map(
    (each) =>
      `| ${each.folder} | ${each.lines.toFixed(1)} | ${each.branches.toFixed(1)} | ${each.least} | ${readiness(each)} |`,
  );
  return `# Status

Written by \`pnpm coverage\`; do not edit. Lines and branches in percent over the default tier of \`./bowline test\`: what ran in
the test processes and in the processes that they started (services, the CLI, and what that starts), \`main.ts\` included. A process
writes what it ran when it exits; one that a test kills with SIGKILL is not counted. Generated code and what only tests use is left out.

| component | lines | branches | lines wanted | ready for live |
|---|---:|---:|---:|---|
${rows.join("\n")}
`;
}

/** Low coverage is named first: it is what someone can act on today. */
function readiness({ lines, least }: Coverage): string {
  if (lines < least)
    return `not ready: ${(least - lines).toFixed(1)} points of line coverage are missing; ${WHY_NOT_LIVE}`;
  return `not ready: ${WHY_NOT_LIVE}`;
}

/** What is below its threshold, one line each. */
export function shortfalls(coverages: readonly Coverage[]): string[] {
  return coverages
    .filter(({ lines, least }) => lines < least)
    .map(({ folder, lines, least }) => `${folder}: ${lines.toFixed(1)} % of lines covered, ${least} % are wanted`);
}
