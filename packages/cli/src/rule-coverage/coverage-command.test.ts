import { cpSync, mkdtempSync, rmSync, statSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { recordMinutes } from "../moment/test-recording.ts";
import { commandHere } from "../test-command.ts";
import { readCoverage } from "./coverage-command.ts";

const record = recordMinutes(3);

test("rules coverage prints a table for each rule, or one object", async () => {
  const { code, out } = await commandHere("rules", "coverage", "--record", record);
  expect(code).toBe(0);
  expect(out).toMatch(/^strategy prediction-follow, 2024-03-04: \d+ of \d+ branches \(\d+ %\)\n/);
  expect(out).toMatch(
    /\nflatten-before-close \(on clock\): asked \d+ times, fired 0; actions: exit 0\n {2}held back by: /,
  );
  const json = await commandHere("rules", "coverage", "--record", record, "--json");
  expect(JSON.parse(json.out)).toMatchObject({ strategy: "prediction-follow", dates: ["2024-03-04"] });
});

test("takes one session of several, and says which there are", async () => {
  expect((await readCoverage({ record, session: "2024-03-04" })).rules.some(({ asked }) => asked > 0)).toBe(true);
  await expect(readCoverage({ record, session: "2024-03-05" })).rejects.toThrow(
    /no entries of 2024-03-05; did you mean `2024-03-04`/,
  );
});

test("a recording that was cut off while it was written covers what is there, and explains it", async () => {
  const cut = mkdtempSync(join(tmpdir(), "bowline-cut-"));
  cpSync(record, cut, { recursive: true });
  const file = join(cut, "export.jsonl");
  truncateSync(file, Math.floor(statSync(file).size / 2));
  const [whole, part] = [await readCoverage({ record }), await readCoverage({ record: cut })];
  const asked = ({ rules }: typeof whole): number => rules.reduce((sum, rule) => sum + rule.asked, 0);
  expect(asked(part)).toBeGreaterThan(0);
  expect(asked(part)).toBeLessThan(asked(whole));
  const explained = await commandHere("explain", "--record", cut, "--symbol", "AAPL", "--at", "09:31");
  expect(explained).toMatchObject({ code: 0, out: expect.stringContaining("enter-on-prediction") as string });
  rmSync(cut, { recursive: true });
});
