import { describe, expect, it } from "vitest";
import { publishCore, requestCore, subscribeCore } from "./core.ts";
import { lastSequence } from "./journal.ts";
import { bytesOf, withBus } from "./testing/bus-under-test.ts";

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe("core NATS", () => {
  const test = withBus();

  it("carries messages with their subject, in order, until one unsubscribes; none is stored", async () => {
    const got: string[] = [];
    const stop = subscribeCore(test.bus, "tick.*", (bytes, subject) => void got.push(`${subject} ${decode(bytes)}`));
    publishCore(test.bus, "tick.AAPL", bytesOf("1"));
    publishCore(test.bus, "tick.BRK-B", bytesOf("2"));
    await test.bus.nats.flush();
    stop();
    publishCore(test.bus, "tick.AAPL", bytesOf("3"));
    await test.bus.nats.flush();
    expect(got).toEqual(["tick.AAPL 1", "tick.BRK-B 2"]);
    expect(await lastSequence(test.bus)).toBe(0);
  });

  it("answers a request", async () => {
    subscribeCore(test.bus, "lockstep.hello", (bytes, _subject, respond) => respond(bytesOf(`hello ${decode(bytes)}`)));
    await test.bus.nats.flush();
    const answer = await requestCore(await test.another(), "lockstep.hello", bytesOf("you"), 2000);
    expect(decode(answer!)).toBe("hello you");
  });

  it("gives nothing where nobody answers, or not in time", async () => {
    expect(await requestCore(test.bus, "nobody.home", bytesOf("?"), 2000)).toBeUndefined();
    subscribeCore(test.bus, "silent", () => undefined);
    expect(await requestCore(test.bus, "silent", bytesOf("?"), 50)).toBeUndefined();
  });
});
