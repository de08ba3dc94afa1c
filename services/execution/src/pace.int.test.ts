import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type IbSession, connectIb } from "@bowline/broker-ib";
import { micros, px, shares, us } from "@bowline/kernel";
import type { BrokerCallback, OrderLeg } from "@bowline/orders";
import { afterAll, beforeAll, expect, it } from "vitest";

const CLI = join(import.meta.dirname, "../../../packages/cli/src/main.ts");

/** The simulator as users start it, with the pace that IB allows, on real sockets. */
let child: ChildProcess;
let sim: { readonly port: number; readonly accountId: string };
beforeAll(async () => {
  const home = mkdtempSync(join(tmpdir(), "bowline-pace-"));
  const args = ["--port", "0", "--control-port", "0", "--json", "--symbols", "AAPL,SPY", "--ticks-per-second", "0"];
  const started = spawn(process.execPath, [CLI, "sim", ...args], {
    cwd: home,
    env: { ...process.env, BOWLINE_HOME: home },
    stdio: ["ignore", "pipe", "inherit"],
  });
  child = started;
  const [line] = (await once(createInterface({ input: started.stdout }), "line")) as [string];
  sim = JSON.parse(line) as typeof sim;
});
afterAll(async () => {
  for (const session of open) session.close("test over");
  child.kill("SIGTERM");
  await once(child, "exit");
});

type Heard = { readonly orders: BrokerCallback[]; readonly notices: number[]; readonly closed: Promise<string> };
type Line = { readonly ib: IbSession; readonly heard: Heard; orders(ends: () => boolean): Promise<void> };

const open: IbSession[] = [];

async function connected(clientId: number): Promise<Line> {
  const closing = Promise.withResolvers<string>();
  const heard: Heard = { orders: [], notices: [], closed: closing.promise };
  let wake = (): void => undefined;
  const connection = await connectIb({
    host: "127.0.0.1",
    port: sim.port,
    clientId,
    paced: true,
    probed: true,
    connectTimeoutMs: 5000,
    requestTimeoutMs: 60_000,
    probeEveryMs: 2000,
    probeDeadlineMs: 2500,
    events: {
      onOrder: (callback) => {
        heard.orders.push(callback);
        wake();
      },
      onTick: () => undefined,
      onBar: () => undefined,
      onAccount: () => undefined,
      onPnl: () => undefined,
      onPosition: () => undefined,
      onLine: () => undefined,
      onTrouble: () => undefined,
      onNotice: (code) => void heard.notices.push(code),
      onClosed: closing.resolve,
      onBug: (failure) => closing.reject(failure),
    },
  });
  if (!connection.ok) throw new Error(connection.error.message);
  open.push(connection.value);
  const orders = async (holds: () => boolean): Promise<void> => {
    while (!holds()) await new Promise<void>((resolve) => void (wake = resolve));
  };
  return { ib: connection.value, heard, orders };
}

const aLeg = (clOrdId: string): OrderLeg => ({
  clOrdId,
  leg: "ENTRY",
  accountId: sim.accountId,
  strategy: "demo",
  rule: "entry",
  group: "tech",
  symbol: "AAPL",
  side: "BUY",
  orderQty: shares(1),
  ordType: "LMT",
  lmtPx: px(micros("1")),
  timeInForce: "DAY",
  transmit: true,
});

const hasStatus = (heard: Heard, status: string): boolean =>
  heard.orders.some((callback) => callback.type === "orderStatus" && callback.status === status);

it("has a cancel at the broker and its answer back within 200 ms, behind 500 queued requests [fault 44]", async () => {
  const { ib, heard, orders } = await connected(41);
  expect(await ib.orderRoom(1)).toBe(true);
  ib.placeOrder(aLeg("RESTS0000000000000001"), { ibOrderId: ib.nextValidId });
  await orders(() => heard.orders.some(({ type }) => type === "openOrder"));
  const requests = Array.from({ length: 250 }, () => ib.executions());
  const bars = { symbol: "SPY", timeframe: "1m", endUs: us(1_704_205_800_000_000), bars: 1 } as const;
  const history = Array.from({ length: 250 }, () => ib.history(bars));
  expect(ib.waiting().request + ib.waiting().history).toBeGreaterThan(450);
  const startedMs = performance.now();
  ib.cancelOrder(ib.nextValidId);
  await orders(() => hasStatus(heard, "Cancelled"));
  const tookMs = performance.now() - startedMs;
  process.stdout.write(`a cancel behind 500 requests: ${tookMs.toFixed(1)} ms to the broker and back\n`);
  expect(tookMs).toBeLessThanOrEqual(200);
  expect(heard.notices).not.toContain(100);
  ib.close("enough");
  expect((await Promise.all([...requests, ...history])).filter(({ ok }) => !ok).length).toBeGreaterThan(400);
});

it("never hears of too many messages, at ten times what TWS takes [fault 44]", async () => {
  const { ib, heard } = await connected(42);
  const endsMs = performance.now() + 4000;
  const answers: Promise<{ readonly ok: boolean }>[] = [];
  while (performance.now() < endsMs) {
    for (let i = 0; i < 50; i++) answers.push(ib.executions());
    ib.cancelOrder(1_000_000);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const sent = answers.length - ib.waiting().request;
  const refused = heard.notices.filter((code) => code === 100).length;
  process.stdout.write(`${answers.length} requests in 4 s: ${sent} were sent, error 100 came ${refused} times\n`);
  expect(answers.length).toBeGreaterThan(1500);
  expect(heard.notices).not.toContain(100);
  expect((await ib.probe()).ok).toBe(true);
  ib.close("enough");
  expect(await heard.closed).toBe("enough");
});
