import { writeFileSync } from "node:fs";
import { sha256Hex } from "@bowline/kernel";
import { expect, it } from "vitest";
import { textOf, withStrategyJournal } from "./test-journal.ts";
import { watchStrategy } from "./watch-strategy.ts";

const journal = withStrategyJournal();

it("puts a file into force at once and at each change, and goes on after one that does not hold", async () => {
  await journal.begin(textOf("position.open"));
  const lines: string[] = [];
  let heard = Promise.withResolvers<void>();
  const say = (line: string): void => {
    lines.push(line);
    heard.resolve();
  };
  const told = async (text: string): Promise<void> => {
    while (!lines.join("\n").includes(text)) {
      heard = Promise.withResolvers();
      await heard.promise;
    }
  };
  const first = textOf("position.open && position.age_minutes > 30");
  const file = journal.write("watched.yaml", first);
  const watched = await watchStrategy(journal.natsUrl, file, { again: true, say });
  expect(lines).toEqual([expect.stringContaining(`version ${sha256Hex(first).slice(0, 12)} is in force from entry`)]);
  writeFileSync(file, textOf("position.opne"));
  await told("not put into force: ");
  const last = textOf("position.open && position.age_minutes > 45");
  writeFileSync(file, last);
  await told(`version ${sha256Hex(last).slice(0, 12)} is in force from entry`);
  await watched.stop();
  const hashes = (await journal.journaled("control.strategy")).map(({ hash }) => hash);
  expect(hashes.slice(-2)).toEqual([first, last].map((text) => sha256Hex(text)));
});
