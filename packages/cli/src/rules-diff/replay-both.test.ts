import { readFileSync } from "node:fs";
import { type CompiledStrategy, checkRules } from "@bowline/rules";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openRecordedSession } from "../moment/recorded-session.ts";
import { recordMinutes } from "../moment/test-recording.ts";
import { EXAMPLES } from "../run-inputs.ts";
import { replayBoth } from "./replay-both.ts";

const TEXT = readFileSync(EXAMPLES.strategy, "utf8");
function compiled(text: string): CompiledStrategy {
  const checked = checkRules(text, "s.yaml");
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  return checked.value;
}
const folder = recordMinutes(20);
let session: ReturnType<typeof openRecordedSession>;
beforeAll(() => void (session = openRecordedSession(folder)));
afterAll(() => session.close());

const diff = (active: string, candidate: string, isStrict = false) =>
  replayBoth(session, { active: compiled(active), candidate: compiled(candidate) }, isStrict);

describe("a recorded session through two files", () => {
  it("gives no difference where they say the same", async () => {
    const { differences, entries } = await diff(TEXT, `${TEXT}# another text\n`, true);
    expect(entries).toBeGreaterThan(1000);
    expect(differences).toEqual([]);
  });
  it("names entry, symbol, rule, both decisions and the leaf", async () => {
    const surer = TEXT.replace("minConfidence: { value: 0.55", "minConfidence: { value: 0.9");
    expect(surer).not.toBe(TEXT);
    const { differences } = await diff(TEXT, surer);
    expect(differences.length).toBeGreaterThan(0);
    for (const difference of differences) {
      expect(difference).toMatchObject({ active: { outcome: "FIRED" }, candidate: { outcome: "BLOCKED" } });
      expect(difference.leaf).toMatchObject({ active: { result: "TRUE" }, candidate: { result: "FALSE" } });
    }
    const back = await diff(surer, TEXT);
    expect(back.differences.map(({ seq, symbol }) => [seq, symbol])).toEqual(
      differences.map(({ seq, symbol }) => [seq, symbol]),
    );
  });
});
