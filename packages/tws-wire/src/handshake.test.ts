import { Buffer } from "node:buffer";
import { describe, expect, test } from "vitest";
import { makeByteQueue } from "./framing.ts";
import {
  describeHandshakeError,
  handshakeAnswer,
  negotiateVersion,
  SUPPORTED_VERSIONS,
  takeHello,
} from "./handshake.ts";
import { hello } from "./test-support.ts";

const taken = (bytes: Uint8Array) => {
  const queue = makeByteQueue();
  queue.push(bytes);
  return takeHello(queue);
};

describe("takeHello", () => {
  test("reads the range, one version, and options after a blank", () => {
    expect(taken(hello())).toEqual({ ok: true, value: { minVersion: 100, maxVersion: 193, options: "" } });
    expect(taken(hello("v178"))).toEqual({ ok: true, value: { minVersion: 178, maxVersion: 178, options: "" } });
    expect(taken(hello("v157..178 +PACEAPI"))).toEqual({
      ok: true,
      value: { minVersion: 157, maxVersion: 178, options: "+PACEAPI" },
    });
  });

  test("waits for each byte and leaves what follows", () => {
    const queue = makeByteQueue();
    const bytes = hello();
    for (const byte of bytes) {
      expect(takeHello(queue)).toEqual({ ok: true, value: undefined });
      queue.push(Buffer.from([byte]));
    }
    queue.push(Buffer.from("next"));
    expect(takeHello(queue)).toMatchObject({ ok: true, value: { maxVersion: 193 } });
    expect(queue.peek(4).toString()).toBe("next");
  });

  test("refuses the first wrong byte: an HTTP request, TLS, a client older than version 100", () => {
    for (const bytes of ["GET / HTTP/1.1", "\x16\x03\x01", "76\0", "API ", "APJ"]) {
      expect(taken(Buffer.from(bytes)), bytes).toEqual({ ok: false, error: { type: "BAD_PREFIX" } });
    }
  });

  test("refuses a hello of no length or a hostile one before it has arrived", () => {
    for (const length of [
      [0, 0, 0, 0],
      [0, 0, 4, 1],
      [255, 255, 255, 255],
    ]) {
      expect(taken(Buffer.from([...Buffer.from("API\0"), ...length]))).toMatchObject({
        ok: false,
        error: { type: "HELLO_LENGTH", maxBytes: 1024 },
      });
    }
  });

  test("refuses what is no range, and one that runs backwards", () => {
    for (const text of ["100..193", "v", "v..", "v100...193", "v100..193x", "v193..100", "vabc"]) {
      expect(taken(hello(text)), text).toEqual({ ok: false, error: { type: "BAD_VERSION_RANGE", text } });
    }
  });
});

describe("negotiateVersion", () => {
  const negotiated = (minVersion: number, maxVersion: number, server = SUPPORTED_VERSIONS) =>
    negotiateVersion({ minVersion, maxVersion, options: "" }, server);

  test("takes the highest version that both know", () => {
    expect(negotiated(100, 193)).toEqual({ ok: true, value: 193 });
    expect(negotiated(157, 178)).toEqual({ ok: true, value: 178 });
    expect(negotiated(100, 225)).toEqual({ ok: true, value: 193 });
    expect(negotiated(100, 157)).toEqual({ ok: true, value: 157 });
    expect(negotiated(100, 193, { minVersion: 157, maxVersion: 178 })).toEqual({ ok: true, value: 178 });
    expect(negotiated(193, 193)).toEqual({ ok: true, value: 193 });
  });

  test("refuses a client that is too old and one that is too new, naming both ranges", () => {
    const old = negotiated(100, 156);
    expect(old).toMatchObject({ ok: false, error: { type: "VERSION_REFUSED" } });
    expect(!old.ok && describeHandshakeError(old.error)).toBe("the client speaks 100..156, this server 157..193");
    expect(negotiated(213, 225)).toMatchObject({ ok: false, error: { type: "VERSION_REFUSED" } });
    expect(negotiated(179, 193, { minVersion: 157, maxVersion: 178 })).toMatchObject({ ok: false });
  });
});

test("answers with version and time, two fields", () => {
  expect(handshakeAnswer(193, "20240102 09:30:00 EST")).toEqual(["193", "20240102 09:30:00 EST"]);
});

test("describes each refusal in one line", () => {
  expect(describeHandshakeError({ type: "BAD_PREFIX" })).toBe('the first bytes are not "API\\0"');
  expect(describeHandshakeError({ type: "HELLO_LENGTH", lengthBytes: 0, maxBytes: 1024 })).toContain(
    "0 bytes (1 to 1024",
  );
  expect(describeHandshakeError({ type: "BAD_VERSION_RANGE", text: "v\n" })).toBe('no version range: "v\\n"');
});
