import { anEntry, at } from "@bowline/testkit";
import { expect, it } from "vitest";
import { makeLimitsLog } from "./limits-held.ts";

const proposed = (hash: string) =>
  ({ kind: "control.limits", hash, replaces: "", yaml: "-", reason: "-", by: "ada" }) as const;
const taken = (hash: string) => ({ kind: "risk.limits", hash, by: "ada", looser: "" }) as const;
const log = makeLimitsLog("first");
log.add(anEntry(proposed("refused"), { seq: 5, seenUs: at(1) }));
log.add(anEntry(proposed("second"), { seq: 10, seenUs: at(2) }));
log.add(anEntry(taken("second"), { seq: 13, seenUs: at(3) }));

it("has a change hold from where it was proposed, and only one that the gate took", () =>
  expect([4, 9, 10, 11, 14].map(log.at)).toEqual(["first", "first", "first", "second", "second"]));

it("names those of a stretch, with who gave them", () => {
  const hashes = (fromSeq: number, toSeq: number) => log.between(fromSeq, toSeq).map(({ hash }) => hash);
  expect([hashes(1, 9), hashes(1, 20), hashes(11, 20)]).toEqual([["first"], ["first", "second"], ["second"]]);
  expect(log.between(1, 20)[1]).toMatchObject({ by: "ada", from: expect.stringMatching(/Z$/) as string });
});

it("says where the journal does not tell of the first", () => expect(makeLimitsLog().at(1)).toBe("not in the journal"));
