import { Buffer } from "node:buffer";
import { once } from "node:events";
import { makePrng, type Prng } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import type { Simulator } from "../simulator.ts";
import { aSimulator } from "../test-simulator.ts";
import { connectReader, frameOf, type RawReader } from "./test-raw-reader.ts";

/** Messages that a client sends, as field lists: what is done to them is below. */
const STOCK = [0, "MSFT", "STK", "", 0, "", "", "SMART", "", "USD", "", ""];
const SEEDS: readonly (readonly (string | number)[])[] = [
  [1, 11, 5, ...STOCK, 0, "233", 0, 0, ""],
  [2, 2, 5],
  [4, 1, 3, ""],
  [5, 1],
  [6, 2, 1, "DU1234567"],
  [7, 3, 9, 0, "", "", "", "", "", ""],
  [8, 1, 1],
  [9, 8, 11, ...STOCK, 0, "", "", ""],
  [16, 1],
  [17, 1],
  [20, 6, 12, ...STOCK, 0, "20240304 10:00:00 US/Eastern", "5 mins", "1 D", 1, "TRADES", 1, 0, ""],
  [49, 1],
  [50, 3, 13, ...STOCK, 5, "TRADES", 0, ""],
  [59, 1, 3],
  [61, 1],
  [62, 1, 14, "All", "NetLiquidation,BuyingPower"],
  [63, 1, 14],
  [81, 15, "MS"],
  [87, 16, ...STOCK, 0, "TRADES", 1, 1],
  [91, 26],
  [96, 17, ...STOCK, 0, "20240304 10:00:00", "", 10, "TRADES", 1, 0, ""],
  [97, 18, ...STOCK, "AllLast", 0, 0],
  [99, 0],
  [3, 7, ...STOCK, "", "", "BUY", 1, "LMT", 10, "", "DAY", "", "DU1234567", "O", 0, "", 1, 0, 0, 0, 0, 0, 0, 0, ""],
];
const HOSTILE = [
  ...["", "0", "-1", "1000000000", "2147483647", "-2147483648", "9223372036854775807", "1e9", "NaN", "Infinity"],
  ...[
    "1.7976931348623157E308",
    "None",
    "\\u0041",
    "{",
    "__proto__",
    "toString",
    "BAG",
    "9".repeat(400),
    "x".repeat(3000),
  ],
];

const below = (random: Prng, limit: number): number => Math.floor(random.unit() * limit);
const anyOf = <T>(random: Prng, values: readonly T[]): T => values[below(random, values.length)] as T;

function hostileFrame(random: Prng): Buffer {
  const fields = [...anyOf(random, SEEDS)];
  for (let changes = below(random, 4); changes > 0; changes -= 1) {
    const at = below(random, fields.length + 1);
    const kind = below(random, 4);
    if (kind === 0) fields.splice(at, 1);
    else if (kind === 1) fields.splice(at, 0, anyOf(random, HOSTILE));
    else if (kind === 2) fields.length = Math.max(1, at);
    else fields[at] = anyOf(random, HOSTILE);
  }
  return frameOf(...(fields.length === 0 ? [""] : fields));
}

const LENGTHS = [0, 0x7f_ff_ff_ff, 0x80_00_00_00, 0xff_ff_ff_ff, 256 * 1024 + 1];

/** A piece that ends a stream: its length lies, or it is noise. */
function lethal(random: Prng): Buffer {
  const frame = hostileFrame(random);
  if (below(random, 2) === 0) frame.writeUInt32BE(anyOf(random, LENGTHS), 0);
  else frame.writeUInt8(255, frame.length - 1);
  return frame;
}

const FRAMES_PER_CONNECTION = 500;

/** One connection's life: hostile frames, then a piece that the server ends it for, or the client's own end. */
async function attack(port: number, clientId: number, random: Prng): Promise<void> {
  const attacker = await connectReader(port, clientId);
  attacker.socket.removeAllListeners("data").resume();
  const closed = once(attacker.socket, "close");
  const frames = Array.from({ length: FRAMES_PER_CONNECTION - 1 }, () => hostileFrame(random));
  attacker.write(Buffer.concat([...frames, lethal(random)]));
  attacker.socket.end();
  await closed;
}

async function survive(
  { world, server, desk }: Simulator,
  frames: number,
): Promise<{ grownMiB: number; answers: number }> {
  await world.beginStep();
  const good: RawReader = await connectReader(server.port, 1);
  const random = makePrng("hostile input");
  await attack(server.port, 2, random);
  while (desk.clients.has(2)) await new Promise((resolve) => setImmediate(resolve));
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  let answers = 0;
  for (let sent = 0; sent < frames; sent += FRAMES_PER_CONNECTION) {
    const attacking = attack(server.port, 2, random);
    await good.askTime();
    answers += 1;
    await attacking;
    // The next connection has the same id: it is let in when the server has seen this one's end.
    while (desk.clients.has(2)) await new Promise((resolve) => setImmediate(resolve));
    if (sent % 20_000 === 0) await world.beginPart();
  }
  globalThis.gc?.();
  good.socket.destroy();
  return { grownMiB: (process.memoryUsage().heapUsed - before) / 2 ** 20, answers };
}

const UNLIMITED = { messagesPerSecond: 0, historyPerTenMinutes: 0, historySameSeconds: 0, historyPerContract: 0 };
const MOST_MIB = 200;

describe("hostile frames to a simulator that runs", () => {
  it("20,000: it answers another client all the time, and its heap does not grow with them", async () => {
    const { grownMiB, answers } = await survive(await aSimulator({ switches: UNLIMITED }), 20_000);
    expect(answers).toBe(40);
    expect(grownMiB).toBeLessThan(MOST_MIB);
  });

  it("a million: the same", { tags: ["all"], timeout: 3_000_000 }, async () => {
    const { grownMiB, answers } = await survive(await aSimulator({ switches: UNLIMITED }), 1_000_000);
    expect(answers).toBe(2000);
    expect(grownMiB).toBeLessThan(MOST_MIB);
  });
});
