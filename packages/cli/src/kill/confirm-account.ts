import { createInterface } from "node:readline";
import { note } from "../command.ts";

/** What a person types to have every order of the account canceled. */
export const CONFIRMATION = "CANCEL ALL";

const PATIENCE_MS = 60_000;

/** Whether a person said so, by flag or by a line on standard input. Nobody answers within a minute: no. */
export async function confirmAccount(given: string | undefined): Promise<boolean> {
  if (given !== undefined) return given.trim() === CONFIRMATION;
  note(
    `this cancels EVERY order of the account, also those made by hand in TWS or by another program, protective stops included\n  type ${CONFIRMATION} to go on, anything else to leave them:`,
  );
  return (await lineTyped()).trim() === CONFIRMATION;
}

async function lineTyped(): Promise<string> {
  const lines = createInterface({ input: process.stdin });
  const late = setTimeout(() => lines.close(), PATIENCE_MS);
  try {
    for await (const line of lines) return line;
    return "";
  } finally {
    clearTimeout(late);
    lines.close();
  }
}
