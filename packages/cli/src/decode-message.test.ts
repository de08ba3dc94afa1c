import { encodeEvent, lockstepHelloCodec, tickBatchCodec } from "@bowline/contracts";
import { us } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import { decodeMessage } from "./decode-message.ts";
import { aDay } from "./test-day.ts";

describe("decoding a payload", () => {
  it("gives an entry's header and event", () => {
    for (const { subject, header, event } of aDay())
      expect(decodeMessage(subject, encodeEvent(header, event))).toEqual({ ok: true, value: { header, event } });
  });
  it("gives ticks and the conductor's words", () => {
    const batch = { symbol: "SPY", ticks: [{ field: "BID" as const, value: 1, eventUs: us(2) }] };
    expect(decodeMessage("tick.SPY", tickBatchCodec.encode(batch))).toEqual({ ok: true, value: batch });
    const hello = { process: "p", participant: "execution" };
    expect(decodeMessage("lockstep.hello", lockstepHelloCodec.encode(hello))).toEqual({ ok: true, value: hello });
  });
  it("says what is wrong with an empty payload", () => {
    const decoded = decodeMessage("bw.control.clock", new Uint8Array());
    expect(!decoded.ok && decoded.error).toMatch(/no header/);
  });
  it("gives a dead letter as it was put aside", () => {
    const letter = { seq: 7, subject: "bw.order.filled.tech.AAPL", reason: "no header", base64: "AA==" };
    const bytes = new TextEncoder().encode(JSON.stringify(letter));
    expect(decodeMessage("deadletter.7", bytes)).toEqual({ ok: true, value: letter });
    const broken = decodeMessage("deadletter.7", new Uint8Array([1]));
    expect(!broken.ok && broken.error).toMatch(/^no dead letter: SyntaxError/);
  });
  it("says what is wrong with ticks that are none", () => {
    const decoded = decodeMessage("tick.SPY", new Uint8Array([255]));
    expect(!decoded.ok && decoded.error).toMatch(/^tick\.SPY: /);
  });
  it("knows no subject of others", () => {
    const decoded = decodeMessage("weather.berlin", new Uint8Array());
    expect(!decoded.ok && decoded.error).toMatch(/no subject of Bowline's/);
  });
});
