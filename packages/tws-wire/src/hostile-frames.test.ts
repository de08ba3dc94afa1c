import { Buffer } from "node:buffer";
import { makePrng, type Prng } from "@bowline/kernel";
import { describe, expect, test } from "vitest";
import { decodeClientMessage } from "./client-messages/index.ts";
import { encodeFrame, makeByteQueue, takeFrame, type WireFields } from "./framing.ts";
import { decodeServerMessage } from "./server-messages/index.ts";
import { readGoldens, readRequests } from "./test-goldens.ts";

/** Frames as nobody sends them: goldens whose fields, counts, lengths and bytes were changed, and noise. */

const SEEDS: readonly WireFields[] = [
  ...readRequests(),
  ...readGoldens("server-messages.txt").map(({ fields }) => fields),
];
const HOSTILE = [
  ...[
    "",
    "0",
    "-1",
    "1000000000",
    "2147483647",
    "-2147483648",
    "9223372036854775807",
    "1e9",
    "NaN",
    "Infinity",
    "0x10",
  ],
  ...["1.7976931348623157E308", "-0", "+", "1,000,000", "\\u0041", "\\u", "{", "[]", "null", "BAG", "FUND", "PEG BEST"],
  ...[
    "inf",
    "None",
    "a",
    "o",
    "__proto__",
    "toString",
    "\uD83D\uDE00",
    "x".repeat(5000),
    "9".repeat(400),
    ",".repeat(900),
  ],
];

const below = (random: Prng, limit: number): number => Math.floor(random.unit() * limit);
const anyOf = <T>(random: Prng, values: readonly T[]): T => values[below(random, values.length)] as T;

function mutated(random: Prng, seed: WireFields): WireFields {
  const fields = [...seed];
  for (let changes = below(random, 4); changes >= 0; changes -= 1) {
    const at = below(random, fields.length + 1);
    const kind = below(random, 5);
    if (kind === 0) fields.splice(at, 1);
    else if (kind === 1) fields.splice(at, 0, anyOf(random, HOSTILE));
    else if (kind === 2) fields.length = Math.max(1, at);
    else if (kind === 3) fields.push(...anyOf(random, SEEDS));
    else fields[at] = anyOf(random, HOSTILE);
  }
  return fields.length === 0 ? [""] : fields;
}

const LENGTHS = [0, 1, 0x7f_ff_ff_ff, 0x80_00_00_00, 0xff_ff_ff_ff, 256 * 1024, 256 * 1024 + 1];

function hostileBytes(random: Prng): Buffer {
  const kind = below(random, 20);
  const frame = encodeFrame(mutated(random, anyOf(random, SEEDS)));
  if (kind === 0) frame.writeUInt32BE(anyOf(random, LENGTHS), 0);
  if (kind === 1) frame.writeUInt32BE(Math.max(0, frame.readUInt32BE(0) + below(random, 5) - 2), 0);
  if (kind === 2) return frame.subarray(0, below(random, frame.length));
  if (kind === 3) frame[below(random, frame.length)] = below(random, 256);
  if (kind === 4) return Buffer.from(Uint8Array.from({ length: below(random, 64) }, () => below(random, 256)));
  return frame;
}

/** What became of so many frames that came one after the other; a stream that is lost begins anew. */
function survive(seed: string, frames: number) {
  const random = makePrng(seed);
  const seen = { decoded: 0, malformed: 0, unknown: 0, lost: 0, largestQueue: 0 };
  let queue = makeByteQueue();
  for (let sent = 0; sent < frames; sent += 1) {
    queue.push(hostileBytes(random));
    let frame = takeFrame(queue);
    for (; frame.ok && frame.value !== undefined; frame = takeFrame(queue)) {
      const version = 157 + below(random, 37);
      const message = decodeClientMessage(version, frame.value);
      decodeServerMessage(version, frame.value);
      if (!message.ok) seen.malformed += 1;
      else if (message.value.type === "unknown") seen.unknown += 1;
      else seen.decoded += 1;
    }
    seen.largestQueue = Math.max(seen.largestQueue, queue.size);
    if (!frame.ok) {
      seen.lost += 1;
      queue = makeByteQueue();
    }
  }
  return seen;
}

/** What waits is never more than one frame that has been announced, and what has come since. */
const MAX_QUEUE_BYTES = 2 * 256 * 1024;
const MAX_GROWN_BYTES = 256 * 1024 * 1024;

/** Everything that can become of a frame has, and neither the queue nor the heap has grown with their number. */
function isUnharmed(seed: string, frames: number): boolean {
  const before = process.memoryUsage().heapUsed;
  const { largestQueue, ...fates } = survive(seed, frames);
  const grownBytes = process.memoryUsage().heapUsed - before;
  return largestQueue < MAX_QUEUE_BYTES && grownBytes < MAX_GROWN_BYTES && Math.min(...Object.values(fates)) > 0;
}

test("20,000 hostile frames are decoded or refused, and nothing grows", () => {
  expect(isUnharmed("hostile", 20_000)).toBe(true);
});

test("a million hostile frames are decoded or refused, and nothing grows", { tags: ["all"], timeout: 600_000 }, () => {
  expect(isUnharmed("a million", 1_000_000)).toBe(true);
});

describe("a count that says more than the message holds is refused at once", () => {
  const counts = ["1000000000", "2147483646", "-1"];
  const serverMessages: Readonly<Record<string, (count: string) => string>> = {
    historicalData: (count) => `17|4|a|b|${count}|20240102|1|2|`,
    historicalTicks: (count) => `96|10|${count}|1|0|`,
    marketRule: (count) => `93|26|${count}|0|0.01|`,
    symbolSamples: (count) => `79|2|1|1|A|STK|N|USD|${count}|OPT|`,
    securityDefinitionOptionParameter: (count) => `75|2|CBOE|1|A|100|0|${count}|185|`,
  };
  test.each(
    Object.entries(serverMessages).flatMap(([name, text]) => counts.map((count) => [name, text(count)] as const)),
  )("%s: %s", (_name, text) => {
    const result = decodeServerMessage(193, text.slice(0, -1).split("|"));
    expect(result).toMatchObject({ ok: false, error: { reason: "COUNT_OUT_OF_RANGE" } });
  });
});
