import { type Bus, storedAtUs } from "@bowline/bus";

/** When the newest message on each subject was stored, as local monotonic milliseconds; a subject without one has none. */
export async function storedTimes(
  bus: Bus,
  stream: string,
  subjects: readonly string[],
): Promise<readonly (number | undefined)[]> {
  const wallAheadMs = Number(Temporal.Now.instant().epochNanoseconds / 1000n) / 1000 - performance.now();
  const storedUs = await Promise.all(subjects.map((subject) => storedAtUs(bus, subject, stream)));
  return storedUs.map((atUs) => (atUs === undefined ? undefined : atUs / 1000 - wallAheadMs));
}
