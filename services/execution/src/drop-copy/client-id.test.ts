import { ConfigFailure } from "@bowline/config";
import { expect, it } from "vitest";
import { dropCopyClientId } from "./client-id.ts";

it("is another than that of the session that trades", () => {
  expect(dropCopyClientId({ BOWLINE_CLIENT_ID: 17 })).toEqual({});
  expect(dropCopyClientId({ BOWLINE_CLIENT_ID: 17, BOWLINE_DROP_COPY_CLIENT_ID: 18 })).toEqual({
    dropCopyClientId: 18,
  });
  const same = (): unknown => dropCopyClientId({ BOWLINE_CLIENT_ID: 17, BOWLINE_DROP_COPY_CLIENT_ID: 17 });
  expect(same).toThrow(ConfigFailure);
  expect(same).toThrow("BOWLINE_DROP_COPY_CLIENT_ID");
});
