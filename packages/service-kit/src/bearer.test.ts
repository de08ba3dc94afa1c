import { expect, it } from "vitest";
import { isAuthorized } from "./bearer.ts";

it("lets in who has the token, and nobody where it is empty: the file that holds it may be, after a crash", () => {
  expect(
    ["Bearer secret", "Bearer other", "secret", undefined].map((header) => isAuthorized(header, "secret")),
  ).toEqual([true, false, false, false]);
  expect(["Bearer ", "", undefined].map((header) => isAuthorized(header, ""))).toEqual([false, false, false]);
});
