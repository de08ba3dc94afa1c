import { unwatchFile, watchFile } from "node:fs";
import { userInfo } from "node:os";
import { type Bus, connectBus } from "@bowline/bus";
import { linesOf, putIntoForce } from "./put-into-force.ts";

const LOOK_EVERY_MS = 500;

/** Puts a strategy file into force, and says in lines what came of it, nothing where it is already; never throws: what runs goes on. */
async function tryIt(bus: Bus, file: string, reason: string): Promise<readonly string[]> {
  try {
    const put = await putIntoForce(bus, { file, reason, by: userInfo().username });
    return put.seq === undefined ? [] : linesOf(put);
  } catch (failure) {
    return [`not put into force: ${failure instanceof Error ? failure.message : String(failure)}`];
  }
}

export type Watched = { stop(): Promise<void> };

/**
 * Puts the file that a person started with into force, where the journal has another version, and with `again` each changed version
 * of it, one after the other.
 */
export async function watchStrategy(
  natsUrl: string,
  file: string,
  { again, say }: { readonly again: boolean; say(line: string): void },
): Promise<Watched> {
  const bus = await connectBus({ url: natsUrl, name: "up" });
  let last = tryIt(bus, file, "started with it").then((lines) => lines.forEach(say));
  const onChange = (): void => {
    last = last.then(async () => (await tryIt(bus, file, "the file changed")).forEach(say));
  };
  if (again) watchFile(file, { interval: LOOK_EVERY_MS }, onChange);
  await last;
  return {
    stop: async () => {
      unwatchFile(file, onChange);
      await last;
      await bus.close();
    },
  };
}
