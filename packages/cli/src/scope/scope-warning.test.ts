import { expect, it } from "vitest";
import type { ScopeLook } from "./look-up-scope.ts";
import { killWarning, resumeWarning } from "./scope-warning.ts";

const nobody: ScopeLook = { is: "unknown", kind: "group", name: "tehc", names: ["banks", "tech"], nearest: "tech" };
const unchecked: ScopeLook = { is: "unchecked", because: "the journal does not answer" };

it("says of a kill for a name that nobody has that the rest goes on, who there is, and how to stop everything", () =>
  expect(killWarning(nobody, false)).toBe(
    [
      'WARNING: the journal knows no group called "tehc": this kill waits for that name, stops nothing that is known to trade, and the rest of the system GOES ON TRADING',
      "  groups: banks, tech",
      "  did you mean: ./bowline kill --scope group:tech",
      "  to stop everything: ./bowline kill",
    ].join("\n"),
  ));

it("names a symbol as a flag does, and says where none is known", () => {
  const symbol: ScopeLook = { is: "unknown", kind: "symbol", name: "aapl", names: ["AAPL"], nearest: "AAPL" };
  expect(killWarning(symbol, false)).toContain("kill --scope AAPL\n");
  expect(killWarning({ is: "unknown", kind: "symbol", name: "X", names: [] }, false)).toContain("none is known yet");
});

it("says what could not be looked up", () => {
  expect(killWarning(unchecked, false)).toMatch(/could not be looked up: the journal does not answer\n.*kill$/);
  expect(resumeWarning(unchecked)).toContain("could not be looked up");
});

it("is silent where the name is somebody's, or everything was stopped all the same", () => {
  expect(killWarning({ is: "known" }, false)).toBeUndefined();
  expect(killWarning(nobody, true)).toBeUndefined();
  expect(resumeWarning({ is: "known" })).toBeUndefined();
});

it("says of a resume that it lets nothing go on", () =>
  expect(resumeWarning(nobody)).toMatch(
    /lets nothing go on\n {2}groups: banks, tech\n.*resume --scope group:tech\n.*status$/,
  ));
