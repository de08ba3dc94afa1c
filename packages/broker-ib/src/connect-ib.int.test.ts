import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encode } from "@bowline/tws-wire";
import { afterEach, describe, expect, it } from "vitest";
import { EventName } from "@stoqey/ib";
import { makeIbApi } from "./ib-api.ts";
import { aLeg, connect, endSessions, fresh, session, theTws } from "./test-session.ts";
import { TEST_ACCOUNT } from "./test-support.ts";

afterEach(endSessions);

describe("connecting", () => {
  it("is done when TWS has given the account and the next order id", async () => {
    await fresh();
    const { ib } = await session();
    expect([ib.accountId, ib.serverVersion, ib.nextValidId]).toEqual([TEST_ACCOUNT, 193, 7]);
    expect(theTws().session().clientId).toBe(17);
    expect(ib.silentMs()).toBeLessThan(5000);
  });

  it("asks for no setting that the environment or a .env file might hold", async () => {
    await fresh();
    const directory = mkdtempSync(join(tmpdir(), "bowline-"));
    writeFileSync(join(directory, ".env"), "IB_PORT=1\nBOWLINE_FROM_DOTENV=1\n");
    const before = { cwd: process.cwd(), port: process.env["IB_PORT"] };
    if (process.env["VITEST_POOL_ID"] !== undefined) process.chdir(directory);
    process.env["IB_PORT"] = "2";
    await session();
    process.chdir(before.cwd);
    if (before.port === undefined) delete process.env["IB_PORT"];
    expect(process.env["BOWLINE_FROM_DOTENV"]).toBeUndefined();
  });

  it("is refused for an account that is no paper account", async () => {
    await fresh();
    theTws().accounts.splice(0, 1, "U1234567");
    expect((await connect()).result).toMatchObject({
      ok: false,
      error: { type: "account", message: expect.stringContaining("not a paper account") },
    });
  });

  it("asks which of several accounts is meant, and refuses one that is not there", async () => {
    await fresh();
    theTws().accounts.push("DU7654321");
    expect((await connect()).result).toMatchObject({
      ok: false,
      error: { type: "account", message: expect.stringContaining("BOWLINE_ACCOUNT") },
    });
    expect((await connect({ accountId: "DU0000000" })).result).toMatchObject({ ok: false, error: { type: "account" } });
    expect((await connect({ accountId: "DU7654321" })).result).toMatchObject({
      ok: true,
      value: { accountId: "DU7654321" },
    });
  });

  it("fails at once where nobody listens, and in time where nobody answers", async () => {
    await fresh();
    const silent = createServer((socket) => void socket.resume());
    await new Promise<void>((resolve) => void silent.listen(0, "127.0.0.1", resolve));
    const address = silent.address() as { port: number };
    expect((await connect({ port: address.port, connectTimeoutMs: 100 })).result).toMatchObject({
      ok: false,
      error: { type: "unreachable", message: expect.stringContaining("100 ms") },
    });
    await new Promise((resolve) => void silent.close(resolve));
    expect((await connect({ port: address.port })).result).toMatchObject({
      ok: false,
      error: { type: "unreachable", message: expect.stringContaining("ECONNREFUSED") },
    });
  });

  it("says when the client id is in use", async () => {
    await fresh();
    theTws().accounts.length = 0;
    theTws().nextOrderId = 0;
    const result = connect();
    await new Promise<void>((resolve) => {
      const wait = (): void => (theTws().sessionCount() > 0 ? resolve() : void setImmediate(wait));
      wait();
    });
    const wire = theTws().session();
    wire.send(
      encode.errorMessage(wire.serverVersion, {
        id: -1,
        code: 326,
        text: "Unable to connect as the client id is already in use.",
      }),
    );
    wire.close();
    expect((await result).result).toMatchObject({ ok: false, error: { type: "client-id-in-use" } });
  });
});

describe("the end of a session", () => {
  it("comes when a probe has no answer, although the socket is open", async () => {
    await fresh();
    const startedMs = performance.now();
    const { heard } = await session({ probeEveryMs: 100, probeDeadlineMs: 300 });
    theTws().session().pauseReading();
    expect(await heard.closed).toMatch(/did not answer a probe/);
    expect(performance.now() - startedMs).toBeLessThan(5000);
  });

  it("does not come while probes are answered", async () => {
    await fresh();
    const { ib, heard } = await session({ probeEveryMs: 100, probeDeadlineMs: 300 });
    for (let i = 0; i < 4; i++) await theTws().next("reqCurrentTime");
    await ib.fence();
    ib.close("enough");
    expect(await heard.closed).toBe("enough");
  });

  it("comes when a message cannot be decoded; the process lives on", async () => {
    await fresh();
    const { heard, wire } = await session();
    wire.send(["4", "2", "7", "201", "Order rejected", "{no json"]);
    expect(await heard.closed).toContain("could not be read");
  });

  it("comes when the library loses its place in the protocol", async () => {
    await fresh();
    const { heard, wire } = await session();
    wire.send(["11", "1"]);
    expect(await heard.closed).toContain("505");
  });

  it("comes when a callback of ours throws, with the failure handed over", async () => {
    await fresh();
    const { heard, wire } = await session(
      {},
      {
        onOrder: () => {
          throw new Error("a bug");
        },
      },
    );
    wire.send(encode.commissionReport(wire.serverVersion, { execId: "e1", commission: 1, currency: "USD" }));
    expect(await heard.closed).toContain("listener failed");
    expect(heard.bugs).toMatchObject([{ message: "a bug" }]);
  });

  it("leaves nothing behind that a later connection could send", async () => {
    await fresh();
    const { ib, heard } = await session();
    const requests = Array.from({ length: 60 }, () => ib.executions());
    ib.cancelOrder(5);
    const room = ib.orderRoom(30);
    ib.close("cut");
    await heard.closed;
    expect(await room).toBe(false);
    expect((await Promise.all(requests)).every((r) => !r.ok)).toBe(true);
    const again = await session();
    await again.ib.fence();
    const types = theTws().heard.map((m) => m.type);
    expect(types.filter((type) => type === "reqExecutions").length).toBeLessThanOrEqual(8);
    expect(types.at(-1)).toBe("reqCurrentTime");
  });

  it("answers at once that it is over to whoever asks behind it, with a time-out of ten minutes too", async () => {
    await fresh();
    const { ib, heard } = await session({ requestTimeoutMs: 600_000 });
    ib.close("cut");
    await heard.closed;
    const answers = [ib.openOrders(), ib.executions(), ib.instrument("SPY"), ib.fence(), ib.followAccount()];
    for (const answer of await Promise.all(answers)) expect(answer).toMatchObject({ error: { type: "closed" } });
  });
});

describe("the library", () => {
  it("holds nothing back: what it is given leaves at once, however much it is [pitfall 1]", async () => {
    await fresh();
    const api = makeIbApi({ host: "127.0.0.1", port: theTws().port, clientId: 17 });
    const { promise, resolve } = Promise.withResolvers<void>();
    api.on(EventName.nextValidId, () => resolve());
    api.connect(17);
    await promise;
    let sent = 0;
    api.on(EventName.sent, () => void (sent += 1));
    for (let i = 0; i < 500; i++) api.reqCurrentTime();
    expect(sent).toBe(500);
    for (let i = 0; i < 500; i++) await theTws().next("reqCurrentTime");
    api.disconnect();
  });

  it("is not there any more after the end: an order that is placed then reaches no connection [pitfall 1]", async () => {
    await fresh();
    const { ib, heard } = await session();
    theTws().session().destroy();
    await heard.closed;
    ib.placeOrder(aLeg(), { ibOrderId: 7 });
    ib.cancelOrder(7);
    const again = await session();
    await again.ib.fence();
    expect(theTws().heard.map(({ type }) => type)).toEqual(["reqCurrentTime"]);
  });
});

describe("pace", () => {
  it("keeps requests below the broker's limit, and orders ahead of them", async () => {
    await fresh();
    const { ib } = await session();
    const requests = Array.from({ length: 40 }, () => ib.executions());
    ib.cancelOrder(5);
    await theTws().next("cancelOrder");
    expect(theTws().heard.filter((m) => m.type === "reqExecutions").length).toBe(7);
    expect((await ib.fence()).ok).toBe(true);
    expect(theTws().heard.filter((m) => m.type === "reqExecutions").length).toBe(40);
    await Promise.all(requests);
  });

  it("is off in lock-step", async () => {
    await fresh();
    const { ib } = await session({ paced: false, probed: false });
    await Promise.all(Array.from({ length: 80 }, () => ib.executions()));
    expect(await ib.orderRoom(100)).toBe(true);
  });
});
