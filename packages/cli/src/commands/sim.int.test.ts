import { once } from "node:events";
import { connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { runCommand, type Started, startCommand } from "../test-command.ts";

let sim: Started | undefined;
afterEach(async () => void (await sim?.interrupt()));

const start = (...args: string[]): Started => (sim = startCommand(["sim", "--port", "0", "--symbols", "IBM", ...args]));

/** The first words of any TWS client: it speaks the versions 157 to 193. */
async function greeting(port: number): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  const versions = Buffer.from("v157..193");
  const length = Buffer.alloc(4);
  length.writeUInt32BE(versions.length);
  socket.write(Buffer.concat([Buffer.from("API\0"), length, versions]));
  const [answer] = (await once(socket, "data")) as [Buffer];
  socket.destroy();
  return answer.subarray(4).toString();
}

describe("sim", () => {
  it("is a TWS on a port of its own until Ctrl-C, and says where faults are asked for", async () => {
    const started = start("--control-port", "0", "--minutes", "1", "--account", "DU7", "--json");
    const { port, controlPort, ...said } = JSON.parse(await started.line()) as { port: number; controlPort: number };
    expect(said).toEqual({ symbols: ["IBM"], accountId: "DU7", sessionDates: ["2024-03-04"] });
    expect(await greeting(port)).toMatch(/^193\0/);
    expect((await fetch(`http://127.0.0.1:${controlPort}/sim`)).ok).toBe(true);
    expect(await started.interrupt()).toBe(0);
  });
  it("says to a person where it is and what it trades", async () => {
    const started = start("--sessions", "2");
    expect(await started.line()).toMatch(
      /^TWS of DU1234567 on 127\.0\.0\.1:\d+: IBM; sessions 2024-03-04, 2024-03-05$/,
    );
  });
  it("names a speed that is none", async () => {
    expect(await runCommand(["sim", "--speed", "fast"])).toMatchObject({
      code: 64,
      errors: expect.stringContaining('--speed: "fast" is no number such as 1 or 60') as string,
    });
  });
});
