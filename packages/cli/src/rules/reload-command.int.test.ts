import { sha256Hex } from "@bowline/kernel";
import { beforeAll, expect, it } from "vitest";
import { commandHere, type Ran } from "../test-command.ts";
import { textOf, withStrategyJournal } from "./test-journal.ts";

const journal = withStrategyJournal();
const NEXT = textOf("position.open && position.age_minutes > 30");
const reload = (text: string, ...flags: readonly string[]): Promise<Ran> =>
  commandHere("rules", "reload", journal.write("next.yaml", text), "--nats", journal.natsUrl, "--by", "me", ...flags);

beforeAll(() => journal.begin(textOf("position.open")));

it("says from which entry on a file is in force, and then that it is already", async () => {
  const { code, out } = await reload(NEXT, "--reason", "hold longer", "--json");
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ strategy: "demo", hash: sha256Hex(NEXT), seq: 3 });
  expect((await journal.journaled("control.strategy"))[1]).toMatchObject({ reason: "hold longer", by: "me" });
  expect((await reload(NEXT)).out).toContain("is in force already");
});

it("ends with 64 and line and column where the file does not hold", async () => {
  const { code, errors } = await reload(textOf("position.opne"));
  expect(code).toBe(64);
  expect(errors).toMatch(/next\.yaml:5:\d+: .*did you mean `position\.open`/);
});

it("ends with 1 where another strategy runs", async () => {
  const { code, errors } = await reload(textOf("position.open", "other"));
  expect(code).toBe(1);
  expect(errors).toContain("the file is of strategy other, and demo runs");
});
