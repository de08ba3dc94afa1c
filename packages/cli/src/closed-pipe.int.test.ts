import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, it } from "vitest";
import { EXIT_CLOSED_PIPE } from "./closed-pipe.ts";

/** Runs a command whose reader is gone before it writes. */
async function runUnread(...args: readonly string[]): Promise<{ readonly code: unknown; readonly errors: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "main.ts"), ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stdout.destroy();
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => void (errors += text));
  const [code] = await once(child, "close");
  return { code, errors };
}

it("ends without a word when nobody reads", async () => {
  expect(await runUnread("indicators", "list")).toStrictEqual({ code: EXIT_CLOSED_PIPE, errors: "" });
});

it("stops what it runs when nobody reads", async () => {
  const { code, errors } = await runUnread("sim", "--port", "0", "--account", "DU1234567", "--symbols", "SPY");
  // The simulator ends in order, as for any SIGTERM.
  expect(code).toBe(0);
  expect(errors).not.toContain("EPIPE");
});
