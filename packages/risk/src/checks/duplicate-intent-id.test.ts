import { expect, it } from "vitest";
import { aView } from "../test-view.ts";
import { duplicateIntentId } from "./duplicate-intent-id.ts";

it("passes a new id", () => expect(duplicateIntentId.check(aView(), {})).toBeUndefined());
it("denies an id that was decided on", () =>
  expect(duplicateIntentId.check(aView({ decidedBefore: true }), {})).toEqual({ clOrdId: "ORDER000000000000001" }));
