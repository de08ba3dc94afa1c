import { once } from "node:events";
import { createConnection, type Socket } from "node:net";
import { afterEach, beforeAll, expect, it } from "vitest";
import { connectRecorder } from "./recorder.ts";
import { type SimProcess, startSim } from "./sim-process.ts";

/** Bytes on a socket, as any client may cut them. */
let sim: SimProcess;
const sockets: Socket[] = [];
beforeAll(async () => {
  sim = await startSim(["--symbols", "SPY", "--minutes", "1"]);
});
// 32 clients are all that there may be.
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (let count = 1; count > 0;) count = (await sim.get<{ clients: number[] }>("/sim")).clients.length;
});

function frame(text: string): Buffer {
  const body = Buffer.from(text);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  return Buffer.concat([length, body]);
}

const hello = (range: string): Buffer => Buffer.concat([Buffer.from("API\0"), frame(range)]);
const startApi = (clientId: number): Buffer => frame(`71\x002\0${clientId}\0\0`);

async function connect(): Promise<Socket> {
  const socket = createConnection({ host: "127.0.0.1", port: sim.port, noDelay: true });
  sockets.push(socket);
  await once(socket, "connect");
  return socket;
}

/** Reads until the last farm's notice, and gives the fields of every frame. */
async function greetingOf(socket: Socket): Promise<string[][]> {
  let received = Buffer.alloc(0);
  while (!received.includes("2158")) {
    const [chunk] = (await once(socket, "data")) as [Buffer];
    received = Buffer.concat([received, chunk]);
  }
  const frames: string[][] = [];
  while (received.length >= 4) {
    const end = 4 + received.readUInt32BE(0);
    frames.push(received.subarray(4, end).toString().split("\0").slice(0, -1));
    received = received.subarray(end);
  }
  return frames;
}

const greeting = (version: number): unknown[] => [
  [String(version), expect.stringMatching(/^20240304 09:(29|30):\d\d EST$/)],
  ["15", "1", "DU1234567"],
  ["9", "1", "1"],
  ...["2104", "2106", "2158"].map((code) => expect.arrayContaining(["4", "2", "-1", code]) as unknown),
];

it("a handshake that comes byte by byte is understood", async () => {
  const socket = await connect();
  const told = greetingOf(socket);
  for (const byte of Buffer.concat([hello("v100..193"), startApi(901)])) {
    socket.write(Buffer.from([byte]));
    await new Promise((resolve) => void setImmediate(resolve));
  }
  expect(await told).toEqual(greeting(193));
});

it.each([
  ["v157..178 +PACEAPI", 178],
  ["v176", 176],
  ["v100..226", 193],
])("a handshake of %s in one piece with its first message is understood", async (range, version) => {
  const socket = await connect();
  const told = greetingOf(socket);
  socket.write(Buffer.concat([hello(range), startApi(1000 + version)]));
  expect(await told).toEqual(greeting(version));
});

it("a client that knows only 100..151 is closed without a word, and the log names its range", async () => {
  const socket = await connect();
  let bytes = 0;
  socket.on("data", (chunk: Buffer) => void (bytes += chunk.length));
  const closed = once(socket, "close");
  socket.write(hello("v100..151"));
  await closed;
  expect(bytes).toBe(0);
  expect(await sim.noticed("100..151")).toMatch(/100\.\.151/);
});

it("32 clients are served at once, and an id that is in use is refused", async () => {
  const clients = await Promise.all(Array.from({ length: 32 }, (_, id) => connectRecorder(sim.port, 2000 + id)));
  const answers = await Promise.all(clients.map(({ asked }) => asked((api) => void api.reqManagedAccts())));
  expect(answers).toEqual(clients.map(() => [["managedAccounts", "DU1234567"]]));
  const { clients: ids } = await sim.get<{ clients: number[] }>("/sim");
  expect(ids).toEqual(expect.arrayContaining(clients.map((_, id) => 2000 + id)));
  clients.pop()?.close();
  const double = await connectRecorder(sim.port, 2000);
  const inUse = "Unable to connect as the client id is already in use. Retry with a unique client id.";
  expect(double.greeting).toEqual([["info", inUse, 326], ["disconnected"]]);
  for (const { close } of clients) close();
});
