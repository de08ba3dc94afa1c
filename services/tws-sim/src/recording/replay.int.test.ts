import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EventName } from "@stoqey/ib";
import { describe, expect, it } from "vitest";
import { connectClient, order, stock, type TestClient } from "../test-client.ts";
import { aSimulator, atEnd, play } from "../test-simulator.ts";
import { headerOf } from "./format.ts";
import { type Recorder, startRecorder } from "./recorder.ts";
import { type Replayer, type ReplayerOptions, startReplayer } from "./replayer.ts";

const HOST = "127.0.0.1";

function aFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "bowline-recording-"));
  atEnd(() => rmSync(folder, { recursive: true }));
  return join(folder, "tws.jsonl");
}

const notices: string[] = [];
const onNotice = (text: string): void => void notices.push(text);

async function aRecorder(upstreamPort: number, file: string, redact = false): Promise<Recorder> {
  const upstream = { host: HOST, port: upstreamPort };
  const recorder = await startRecorder({ host: HOST, port: 0, upstream, file, redact, onNotice });
  if (!recorder.ok) throw new Error(recorder.error);
  atEnd(() => recorder.value.stop());
  return recorder.value;
}

async function aReplayer(file: string, wish: Partial<ReplayerOptions> = {}): Promise<Replayer> {
  const replayer = await startReplayer({ host: HOST, port: 0, file, speed: 1, onNotice, ...wish });
  if (!replayer.ok) throw new Error(replayer.error);
  atEnd(() => replayer.value.stop());
  return replayer.value;
}

async function aClient(port: number, clientId: number): Promise<TestClient> {
  const client = await connectClient(port, clientId, { withData: true });
  atEnd(client.close);
  return client;
}

/** Asks for one thing after the other; what it was told, its own ids as names. */
async function session(client: TestClient, firstId: number, orderId: number, fill: () => unknown): Promise<string[]> {
  const { api, saw, lines } = client;
  const id = (nth: number): number => firstId + nth;
  const executed: string[] = [];
  api.on(EventName.execDetails, (reqId, _contract, execution) =>
    executed.push(`executed for ${reqId}: order ${execution.orderId} of client ${execution.clientId}`),
  );
  api.reqContractDetails(id(1), stock("MSFT"));
  await saw(`detailsEnd ${id(1)}`);
  api.reqHistoricalData(id(2), stock("MSFT"), "", "1 D", "1 hour" as never, "TRADES" as never, 1, 1, false);
  await saw(`history ${id(2)} finished`);
  api.reqMktData(id(3), stock("MSFT"), "", true, false);
  await saw(`tickSnapshotEnd ${id(3)}`);
  api.placeOrder(orderId, stock("MSFT"), order({ orderRef: "kept" }));
  await saw(`orderStatus ${orderId}`);
  await fill();
  await saw("commission");
  api.reqExecutions(id(4), {});
  await saw(`execDetailsEnd ${id(4)}`);
  api.reqPositions();
  await saw("positionEnd");
  api.reqContractDetails(id(5), stock("NONE"));
  await saw(`error ${id(5)} 200`);
  const names = [1, 2, 3, 4, 5].map((nth) => [String(id(nth)), `request-${nth}`] as const);
  const known = new Map([...names, [String(orderId), "the-order"] as const]);
  const own = (text: string): string => text.replace(/\d+/g, (digits) => known.get(digits) ?? digits);
  return [...lines, ...executed].map(own);
}

/** What was told, by what it answers: the order of two answers to each other is a matter of time. */
function byRequest(told: readonly string[]): { readonly [request: string]: readonly string[] | undefined } {
  let lastExecution = "";
  return Object.groupBy(told, (text) => {
    const [event = ""] = text.split(" ");
    if (event === "commission") return lastExecution;
    const isOfOrder = text.includes("the-order") || text.startsWith("execDetails -1");
    const owner = isOfOrder ? "order" : (/request-\d/.exec(text)?.[0] ?? event);
    if (event === "execDetails") lastExecution = owner;
    return owner;
  });
}

describe("a recorded TWS", () => {
  it("tells a fresh client, under its own ids, what it told the recorded one, in the same order", async () => {
    const simulator = await aSimulator();
    await play(simulator, 3);
    const file = aFile();
    const recorder = await aRecorder(simulator.server.port, file);
    const first = await aClient(recorder.port, 4);
    const recorded = await session(first, 7000, first.nextValidId + 20, () => play(simulator, 1));
    await recorder.stop();
    await simulator.server.close();

    const replayer = await aReplayer(file, { speed: 4 });
    const second = await aClient(replayer.port, 4);
    const replayed = await session(second, 90_000, second.nextValidId + 5000, () => undefined);
    expect(recorded.filter((text) => text.startsWith("execDetails "))).toHaveLength(2);
    expect(recorded).toContainEqual(expect.stringMatching(/^position MSFT 100/));
    expect(byRequest(replayed)).toEqual(byRequest(recorded));

    const third = await aClient(replayer.port, 6);
    const again = await session(third, 300, 800, () => undefined);
    expect(again.at(-1)).toBe("executed for request-4: order the-order of client 6");
  });

  it("has no answer for what was not asked, nor twice for what was asked once, and says so", async () => {
    const simulator = await aSimulator();
    const file = aFile();
    const recorder = await aRecorder(simulator.server.port, file);
    const first = await aClient(recorder.port, 4);
    first.api.reqContractDetails(1, stock("MSFT"));
    await first.told();
    const second = await aClient((await aReplayer(file)).port, 4);
    notices.length = 0;
    second.api.reqContractDetails(31, stock("GS"));
    second.api.reqContractDetails(32, stock("MSFT"));
    second.api.reqContractDetails(33, stock("MSFT"));
    second.api.cancelMktData(34);
    await second.saw("detailsEnd 32");
    const told = await second.told();
    expect(told.filter((text) => text.startsWith("details"))).toEqual([
      expect.stringMatching(/^details 32 MSFT/),
      "detailsEnd 32",
    ]);
    expect(notices).toEqual([
      "client 4: no unused request of the recording is like reqContractDetails 31: no answer",
      "client 4: no unused request of the recording is like reqContractDetails 33: no answer",
      "client 4: no unused request of the recording is like cancelMktData 34: no answer",
    ]);
  });

  it("keeps account numbers out of the file where it is asked to, and out of nothing that passes", async () => {
    const simulator = await aSimulator();
    const file = aFile();
    const recorder = await aRecorder(simulator.server.port, file, true);
    const first = await aClient(recorder.port, 4);
    expect(await first.saw("accounts")).toBe("accounts DU1234567");
    first.api.reqAccountUpdates(true, "DU1234567");
    await first.saw("accountEnd");
    expect(readFileSync(file, "utf8")).not.toContain("1234567");
    const second = await aClient((await aReplayer(file)).port, 4);
    expect(await second.saw("accounts")).toBe("accounts DU0000001");
    second.api.reqAccountUpdates(true, "DU0000001");
    await second.saw("accountEnd");
  });

  it("turns away a client that cannot speak the recorded version, and says why", async () => {
    const simulator = await aSimulator();
    const file = aFile();
    const recorder = await aRecorder(simulator.server.port, file);
    await aClient(recorder.port, 4);
    const { port, serverVersion } = await aReplayer(file);
    notices.length = 0;
    const socket = connect(port, HOST);
    socket.write(Buffer.concat([Buffer.from("API\0\0\0\0\u0009"), Buffer.from("v100..158")]));
    socket.resume();
    await once(socket, "close");
    expect(notices).toEqual([
      `connection 1: the client speaks 100..158, this server ${serverVersion}..${serverVersion}`,
    ]);
  });
});

/** A recording of a client that searched for MSFT, was answered after a second, and asked for the time after an hour. */
function aSlowRecording(): string {
  const file = aFile();
  const said = (t: number, direction: "in" | "out", ...fields: readonly string[]): object => {
    const handshake = t === 0 ? { handshake: true } : {};
    return { t, connection: 1, direction, ...handshake, serverVersion: 178, fields };
  };
  const lines = [
    headerOf({ startedAt: "2026-03-02T14:30:00Z", upstream: "tws:7497", redacted: false }),
    said(0, "in", "v100..178", ""),
    said(0, "out", "178", "20260302 09:30:00 EST"),
    said(1, "in", "71", "2", "4", ""),
    said(2, "out", "15", "1", "DU1234567"),
    said(2, "out", "9", "1", "7"),
    said(10, "in", "81", "1", "MSFT"),
    said(1000, "out", "4", "2", "1", "2100", "First answer", ""),
    said(1001, "out", "4", "2", "1", "2100", "Second answer", ""),
    said(2_000_000, "out", "4", "2", "-1", "2103", "Market data farm connection is broken:usfarm", ""),
    said(3_600_000, "in", "49", "1"),
    said(3_600_001, "out", "49", "1", "1772461800"),
  ];
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  return file;
}

describe("a client that asks faster than the recorded one", () => {
  it("is told the time after all that the recorded one was told before it asked, and without its hour of waiting", async () => {
    const { port } = await aReplayer(aSlowRecording());
    const client = await aClient(port, 4);
    client.api.reqMatchingSymbols(50, "MSFT");
    client.api.reqCurrentTime();
    await client.saw("time ");
    expect(client.lines.slice(-4)).toEqual([
      "error 50 2100 First answer",
      "error 50 2100 Second answer",
      "info 2103 Market data farm connection is broken:usfarm",
      "time 1772461800",
    ]);
  });
});

describe("a recorder", () => {
  it("passes what it cannot read, notes it, and passes on who ended", async () => {
    const answer = Buffer.from([0, 0, 0, 2, 65, 65, 0, 255, 1]);
    const tws = createServer((socket) => {
      socket.once("data", () => socket.end(answer));
    });
    tws.listen(0, HOST);
    await once(tws, "listening");
    atEnd(() => tws.close());
    const file = aFile();
    const recorder = await aRecorder((tws.address() as AddressInfo).port, file);
    const socket = connect(recorder.port, HOST);
    socket.write("GET / HTTP/1.1");
    const chunks: Buffer[] = [];
    socket.on("data", (chunk: Buffer) => chunks.push(chunk));
    await once(socket, "end");
    expect(Buffer.concat(chunks)).toEqual(answer);
    const [, ...lines] = readFileSync(file, "utf8").trim().split("\n");
    expect(lines.map((line) => (JSON.parse(line) as { note: string }).note)).toEqual([
      'the first bytes are not "API\\0"',
      "FRAME_UNTERMINATED: a frame of 2 bytes cannot be read",
      "ended by TWS",
    ]);
    const replayer = await startReplayer({ host: HOST, port: 0, file, speed: 1, onNotice });
    expect(!replayer.ok && replayer.error).toContain("no client in it came as far as startApi");
  });

  it("writes over no file, and says that its TWS is not there", async () => {
    const file = aFile();
    writeFileSync(file, "mine");
    const upstream = { host: HOST, port: 1 };
    const options = { host: HOST, port: 0, upstream, redact: false, onNotice };
    const refused = await startRecorder({ ...options, file });
    expect(!refused.ok && refused.error).toContain("is there already, and a recording is not written over");
    expect(readFileSync(file, "utf8")).toBe("mine");
    const recorder = await startRecorder({ ...options, file: `${file}.new` });
    if (!recorder.ok) throw new Error(recorder.error);
    atEnd(() => recorder.value.stop());
    notices.length = 0;
    await once(connect(recorder.value.port, HOST), "close");
    expect(notices).toEqual(["connection 1: TWS: connect ECONNREFUSED 127.0.0.1:1"]);
  });
});
