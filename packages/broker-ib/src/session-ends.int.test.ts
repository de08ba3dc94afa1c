import { encode } from "@bowline/tws-wire";
import { afterEach, describe, expect, it } from "vitest";
import { describeRequestError } from "./index.ts";
import { frameOfLength, startRawTws } from "./test-raw-tws.ts";
import { connect, endSessions, fresh, session, theTws } from "./test-session.ts";

afterEach(endSessions);

const READ_ONLY = "Error validating request.-'bN' : cause - The API interface is currently in Read-Only mode.";
const say = (wire: Awaited<ReturnType<typeof session>>["wire"], code: number, text: string, id = -1): void =>
  void wire.send(encode.errorMessage(wire.serverVersion, { id, code, text }));

describe("what a code makes of a session", () => {
  it("1300: it ends, and a person is told the new port", async () => {
    await fresh();
    const { heard, wire } = await session();
    say(wire, 1300, "TWS socket port has been reset and this connection is being dropped. Please reconnect on 7496");
    expect(await heard.closed).toContain("7496");
    expect(heard.troubles).toEqual([expect.stringMatching(/^PORT_CHANGED .*7496/)]);
  });

  it("2110 is a lost line, as 1100 is", async () => {
    await fresh();
    const { ib, heard, wire } = await session();
    say(wire, 2110, "Connectivity between TWS and server is broken. It will be restored automatically.");
    say(wire, 1102, "restored");
    await ib.fence();
    expect(heard.lines).toEqual(["LOST", "RESTORED_DATA_KEPT"]);
  });

  it("504 ends it: what was asked has no answer", async () => {
    await fresh();
    const { heard, wire } = await session();
    say(wire, 504, "Not connected");
    expect(await heard.closed).toBe("504: Not connected");
  });

  it("321 with those words: TWS takes no orders, and a person is told; with others nothing", async () => {
    await fresh();
    const { ib, heard, wire } = await session();
    say(wire, 321, "Error validating request.-'bN' : cause - Invalid account code");
    expect(await ib.takesOrders()).toEqual({ ok: true, value: undefined });
    expect(heard.troubles).toEqual([]);
    theTws().readOnly = true;
    const answer = await ib.takesOrders();
    expect(!answer.ok && describeRequestError(answer.error)).toContain("Switch off Read-Only API");
    expect(heard.troubles).toEqual([`READ_ONLY_API : 321: ${READ_ONLY}`]);
    expect(heard.orders).toEqual([]);
  });

  it("100: it lasts, and a person is told", async () => {
    await fresh();
    const { ib, heard, wire } = await session();
    say(wire, 100, "Max rate of messages per second has been exceeded:max=50 rec=51 (1)");
    expect((await ib.fence()).ok).toBe(true);
    expect(heard.troubles[0]).toMatch(/^MESSAGE_RATE_EXCEEDED/);
  });

  it("one that nobody knows: nothing but a word to a person [pitfall 9]", async () => {
    await fresh();
    const { ib, heard, wire } = await session();
    say(wire, 77_777, "news");
    const unknown = ib.instrument("AAPL");
    expect((await unknown).ok).toBe(true);
    expect(heard.lines).toEqual([]);
    expect(heard.troubles).toEqual(["UNKNOWN_BROKER_CODE : 77777: news"]);
  });
});

describe("an account of the other kind", () => {
  it("is refused by either configuration, in clear words", async () => {
    await fresh();
    expect((await connect({ mode: "live", accountId: "DU1234567" })).result).toMatchObject({
      ok: false,
      error: { type: "account", message: expect.stringContaining("is a paper account") },
    });
    theTws().accounts.splice(0, 1, "U1234567");
    expect((await connect({ mode: "paper", accountId: "U1234567" })).result).toMatchObject({
      ok: false,
      error: { type: "account", message: expect.stringContaining("is not a paper account") },
    });
    expect((await connect({ mode: "live", accountId: "U1234567" })).result).toMatchObject({ ok: true });
  });
});

describe("a length that no frame has", () => {
  it.each([
    ["negative, which would hang the library for ever", -4],
    ["beyond what TWS sends", 0x7f_ff_ff_ff],
  ])("%s, ends the session at once [fault 43]", async (_, length) => {
    await fresh();
    const raw = await startRawTws((socket) => void setTimeout(() => socket.write(frameOfLength(length)), 50));
    const { heard } = await connect({ port: raw.port });
    expect(await heard.closed).toContain(`could not be read: a frame says that it is ${length} bytes long`);
    await raw.close();
  });
});
