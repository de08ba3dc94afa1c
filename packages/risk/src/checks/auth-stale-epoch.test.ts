import { expect, it } from "vitest";
import { aView } from "../test-view.ts";
import { authStaleEpoch } from "./auth-stale-epoch.ts";

it("passes under the lease that holds", () => expect(authStaleEpoch.check(aView(), {})).toBeUndefined());
it("denies under an older lease", () =>
  expect(authStaleEpoch.check(aView({ epoch: 2 }), {})).toEqual({ epoch: "2", leaseEpoch: "3" }));
it("denies a machine whose lease was never seen", () =>
  expect(authStaleEpoch.check(aView({ leaseEpoch: undefined }), {})).toEqual({ missing: "lease" }));
