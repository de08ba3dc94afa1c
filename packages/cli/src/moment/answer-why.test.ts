import { describe, expect, test } from "vitest";
import { answerWhy } from "./answer-why.ts";
import { renderWhy } from "./render-why.ts";
import { recordMinutes } from "./test-recording.ts";

const record = recordMinutes(12);

test("answers for one rule, and shows the leaves that it looked at", async () => {
  const answer = await answerWhy("AAPL", { record, at: "09:41", rule: "leave-after-holding" });
  expect(renderWhy(answer)).toMatch(
    /^AAPL \(tech\), strategy prediction-follow [0-9a-f]{12}, at 2024-03-04 09:41:00 .*\n\nleave-after-holding \(on clock\): BLOCKED by position\.is, asked at 2024-03-04 09:41:00 by clock:2024-03-04:11 .*\n {2}FALSE {3}position\.is: flat, wanted open/,
  );
});

describe("what there is not is refused with what there is", () => {
  test.each([
    ["APL", { at: "09:41" }, /no symbol `APL` in any group; did you mean `AAPL`\?/],
    ["AAPL", { at: "09:41", rule: "leave-after-holdin" }, /did you mean `leave-after-holding`\?/],
    ["AAPL", { at: "19:41" }, /lies outside of the session: its entries are from 2024-03-04 09:30:00/],
    ["AAPL", { entry: 99_999_999 }, /not there yet: the last one is \d+/],
    ["AAPL", {}, /Either --at or --entry/],
    ["AAPL", { at: "09:41", entry: 3 }, /Either --at or --entry/],
  ] as const)("%s %j", (symbol, flags, message) =>
    expect(answerWhy(symbol, { record, ...flags })).rejects.toThrow(message),
  );
  test("a folder that is no recording", () =>
    expect(answerWhy("AAPL", { record: "/nowhere", at: "09:41" })).rejects.toThrow(/export\.jsonl: no such file/));
});
