import type { Event } from "@bowline/contracts";
import { anEntry } from "@bowline/testkit";
import { expect, it } from "vitest";
import { makeResumes } from "./resumes.ts";

const of = (symbol: string) => ({ accountId: "DU1", group: "tech", strategy: "demo", symbol });
const generation = (name: string): Event => ({ kind: "control.generation", generation: name });
const resume = (scope: string): Event => ({ kind: "control.resume", scope, reason: "r", by: "b" });

it("knows the newest resume of the scopes of an order, of this journal", () => {
  const resumes = makeResumes();
  const told: readonly (readonly [number, Event])[] = [
    [1, generation("g1")],
    [4, resume("AAPL")],
    [6, resume("global")],
    [9, resume("MSFT")],
  ];
  for (const [seq, event] of told) resumes.observe(anEntry(event, { seq }));
  expect([resumes.newestOf(of("AAPL")), resumes.newestOf(of("MSFT"))]).toEqual([6, 9]);
  resumes.observe(anEntry(generation("g2"), { seq: 1 }));
  expect(resumes.newestOf(of("AAPL"))).toBe(0);
});
