import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { recordMinutes } from "../moment/test-recording.ts";
import { EXAMPLES } from "../run-inputs.ts";
import { commandHere } from "../test-command.ts";

const record = recordMinutes(20);
const folder = mkdtempSync(join(tmpdir(), "bowline-diff-"));
afterAll(() => rmSync(folder, { recursive: true }));
const surer = join(folder, "surer.yaml");
const text = readFileSync(EXAMPLES.strategy, "utf8");
writeFileSync(surer, text.replace("minConfidence: { value: 0.55", "minConfidence: { value: 0.9"));
const diff = (...args: readonly string[]) => commandHere("rules", "diff", ...args);

it("lists where two files decide otherwise over a recording, and counts them", async () => {
  const { code, out } = await diff(EXAMPLES.strategy, surer, "--record", record);
  expect(code).toBe(0);
  const count = Number(/^(\d+) differing decisions in \d+ entries$/m.exec(out)?.[1]);
  expect(count).toBeGreaterThan(0);
  expect(out.match(/BLOCKED by .*prediction/g)?.length).toBeGreaterThanOrEqual(count);
  const json = await diff(EXAMPLES.strategy, surer, "--record", record, "--json");
  expect(json.out.trim().split("\n")).toHaveLength(count);
});

it("shows a part of them by day and time", async () => {
  const all = await diff(EXAMPLES.strategy, surer, "--record", record, "--json");
  const none = await diff(EXAMPLES.strategy, surer, "--record", record, "--session", "2020-01-02");
  expect(none.out).toMatch(/^0 differing decisions/);
  const late = await diff(EXAMPLES.strategy, surer, "--record", record, "--from", "09:40", "--json");
  const early = await diff(EXAMPLES.strategy, surer, "--record", record, "--to", "09:39:59", "--json");
  expect(`${early.out}${late.out}`).toBe(all.out);
});

it("asks for two files or none, a strategy that traded, and times that are some", async () => {
  expect(await diff(surer)).toMatchObject({ code: 64, errors: "rules diff: two files, or none\n" });
  expect((await diff("--record", record)).errors).toContain("name two files");
  expect((await diff(surer, surer, "--record", record, "--from", "9")).errors).toContain("is no time such as 10:31");
  expect((await diff(surer, surer, "--record", record, "--session", "today")).errors).toContain("is no date such as");
  const other = join(folder, "other.yaml");
  writeFileSync(other, text.replace("strategy: prediction-follow", "strategy: other"));
  expect((await diff(surer, other, "--record", record)).errors).toContain(
    "strategy other cannot be compared: prediction-follow traded",
  );
});
