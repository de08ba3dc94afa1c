import { ConfigFailure } from "@bowline/config";

type Ids = { readonly BOWLINE_CLIENT_ID: number; readonly BOWLINE_DROP_COPY_CLIENT_ID?: number | undefined };

/** The client id of the second session, where there is one; ends the start where it is the first one's, which TWS would refuse (326). */
export function dropCopyClientId({ BOWLINE_CLIENT_ID: first, BOWLINE_DROP_COPY_CLIENT_ID: second }: Ids): {
  readonly dropCopyClientId?: number;
} {
  if (second === undefined) return {};
  if (second !== first) return { dropCopyClientId: second };
  const message = `another client id than BOWLINE_CLIENT_ID, which is ${first}`;
  throw new ConfigFailure([{ file: "environment", line: 0, column: 0, path: "BOWLINE_DROP_COPY_CLIENT_ID", message }]);
}
