import { execFile } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { ROOT } from "../demo-process.ts";
import { startSim } from "./sim-process.ts";

const run = promisify(execFile);
const page = readFileSync(join(ROOT, "docs/how-to/use-the-simulator-alone.md"), "utf8");

it.each([1, 60])("the page's lines of @stoqey/ib buy ten shares, at speed %i", async (speed) => {
  const [snippet] = /(?<=```js\n)[^]*?(?=```)/.exec(page) ?? [];
  expect(snippet).toContain("@stoqey/ib");
  const args = ["--account", "DU1234567", "--symbols", "TSLA,AAPL,SPY", "--speed", String(speed)];
  const sim = await startSim(args);
  // Beside the test: a program finds its packages from where it stands.
  const file = join(import.meta.dirname, `page-snippet-${process.pid}-${speed}.mjs`);
  writeFileSync(file, snippet ?? "");
  try {
    const env = { ...process.env, TWS_PORT: String(sim.port) };
    const { stdout } = await run(process.execPath, [file], { env, timeout: 60_000 });
    expect(stdout).toMatch(/^(error 399 1 Order Message:[^]*)?BOT 10 TSLA true\n$/);
    const { executions } = await sim.get<{ executions: { order: { symbol: string; side: string } }[] }>(
      "/sim/executions",
    );
    expect(executions.map(({ order }) => `${order.side} ${order.symbol}`)).toEqual(["BUY TSLA"]);
  } finally {
    rmSync(file);
  }
});
