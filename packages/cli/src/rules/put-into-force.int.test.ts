import { sha256Hex } from "@bowline/kernel";
import { expect, it } from "vitest";
import { linesOf, putIntoForce } from "./put-into-force.ts";
import { textOf, withStrategyJournal } from "./test-journal.ts";

const journal = withStrategyJournal();
const FIRST = textOf("position.open");
const NEXT = textOf("position.open && position.age_minutes > 30");
const put = (text: string, isStrict = false) =>
  putIntoForce(journal.bus, {
    file: journal.write("next.yaml", text),
    strict: isStrict,
    reason: "hold longer",
    by: "me",
  });

it("puts no file into force where no worker has written a version", async () => {
  await expect(put(FIRST)).rejects.toThrow("no strategy runs on this journal");
  expect(await journal.journaled("control.strategy")).toEqual([]);
});

it("journals the text, its hash, who and why, once", async () => {
  await journal.begin(FIRST);
  const version = { strategy: "demo", hash: sha256Hex(NEXT) };
  expect(await put(NEXT)).toEqual({ ...version, seq: 3, warnings: [] });
  expect((await journal.journaled("control.strategy"))[1]).toMatchObject({
    ...version,
    yaml: NEXT,
    reason: "hold longer",
    by: "me",
  });
  const again = await put(NEXT);
  expect(again.seq).toBeUndefined();
  expect(linesOf(again)).toEqual([`demo: version ${sha256Hex(NEXT).slice(0, 12)} is in force already`]);
  expect(await journal.journaled("control.strategy")).toHaveLength(2);
});

it("changes nothing by a file that does not hold: it is thrown with file, line and column, and an alert", async () => {
  await expect(put(textOf("position.opne"))).rejects.toThrow(/next\.yaml:5:\d+: .*did you mean `position\.open`/);
  expect(await journal.journaled("control.strategy")).toHaveLength(2);
  expect(await journal.journaled("control.alert")).toMatchObject([
    {
      source: "rules",
      severity: "WARNING",
      code: "STRATEGY_REFUSED",
      detail: expect.stringContaining("next.yaml:5:") as string,
    },
  ]);
});

it("takes a warning for an error where it is strict, and tells it where it is not", async () => {
  const always = textOf('"1 < 2"');
  await expect(put(always, true)).rejects.toThrow("next.yaml:5:");
  expect(await journal.journaled("control.strategy")).toHaveLength(2);
  expect(linesOf(await put(always))).toEqual([
    expect.stringMatching(/^warning: .*next\.yaml:5:\d+: /) as string,
    expect.stringMatching(/is in force from entry \d+ on$/) as string,
  ]);
});

it("takes no other strategy's place", async () => {
  await expect(put(textOf("position.open", "other"))).rejects.toThrow("the file is of strategy other, and demo runs");
});
