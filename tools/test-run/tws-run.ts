import { DEFAULT_SYMBOL, TARGET_VARIABLE } from "../../e2e/tws/target.ts";
import { SCENARIOS } from "../../e2e/tws/list.ts";
import { findPaperAccount } from "../../e2e/tws/paper-account.ts";
import { FLOORS } from "./floors.ts";
import { EXIT_USAGE, type TestRequest, type TwsRequest } from "./request.ts";
import { countsOf, hasSucceeded, type TestOutcome } from "./summary.ts";
import { renderScenarios } from "./tws-summary.ts";
import { runVitest } from "./vitest-run.ts";

const FILE = "e2e/tws/scenarios.test.ts";
const ADDRESS = /^(?<host>[\w.-]+|\[[\da-fA-F:]+\]):(?<port>\d{1,5})$/;

/** Runs the scenarios against the TWS at an address, once it has shown a paper account. Answers the exit code. */
export async function runScenarios(request: TestRequest, tws: TwsRequest): Promise<number> {
  if (tws.address === "") return say(0, `skipped ${SCENARIOS.length}: --tws names no address`, skippedLine());
  const { host, port } = ADDRESS.exec(tws.address)?.groups ?? {};
  if (host === undefined)
    return fail(EXIT_USAGE, `--tws: ${JSON.stringify(tws.address)} is no address such as 127.0.0.1:7497`);
  const endpoint = { host: host.replaceAll(/[[\]]/g, ""), port: Number(port) };
  const account = await findPaperAccount({ ...endpoint, accountId: tws.accountId });
  if (!account.ok) return fail(account.error.isRefusal ? EXIT_USAGE : 1, account.error.text);
  const target = { ...endpoint, accountId: account.value, symbol: tws.symbol ?? DEFAULT_SYMBOL };
  process.env[TARGET_VARIABLE] = JSON.stringify(target);
  const outcomes = await runVitest({ ...request, filters: [FILE] });
  const outcome = { ...outcomes, where: `${tws.address}, account ${account.value}, ${target.symbol}` };
  process.stdout.write(`\n${renderScenarios(outcome).join("\n")}\n`);
  return hasSucceeded(countsOf(outcomes)) && isWhole(outcomes.tests) ? 0 : 1;
}

/** A run with fewer scenarios has lost some of them. */
const isWhole = (tests: readonly TestOutcome[]): boolean => tests.length >= FLOORS.twsScenarios;

const skippedLine = (): string => `0 passed, 0 failed, ${SCENARIOS.length} skipped`;

function say(code: number, ...lines: readonly string[]): number {
  process.stdout.write(`${lines.join("\n")}\n`);
  return code;
}

function fail(code: number, text: string): number {
  process.stderr.write(`test: ${text}\n`);
  return code;
}
