import { expect, test } from "vitest";
import { renderProblem } from "./check.ts";

test("renders a problem with its place, its check and its remedy", () => {
  const problem = { path: "a.ts", line: 3, message: "is wrong", remedy: "Do it right." };
  expect(renderProblem("layers", problem)).toBe("a.ts:3: is wrong [layers]\n  Do it right.");
  expect(renderProblem("layers", { ...problem, line: undefined })).toMatch(/^a\.ts: is wrong/);
});
