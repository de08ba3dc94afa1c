import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { mountSmallDisk } from "@bowline/testkit";
import { expect, it, onTestFinished } from "vitest";
import { openRecordFile } from "./record-file.ts";

it("[fault 23] an append that a full disk refused is not tried around, even when there is room again", (context) => {
  const disk = mountSmallDisk(64);
  if (disk === undefined) return context.skip("wants the right to mount a small disk");
  onTestFinished(disk.remove);
  const file = join(disk.folder, "test.wal");
  const records = openRecordFile(file);
  if (!records.ok) throw new Error(records.error.message);
  records.value.append(Buffer.from("one"));
  const filler = join(disk.folder, "filler");
  expect(() => writeFileSync(filler, Buffer.alloc(65_536))).toThrow("ENOSPC");
  expect(() => {
    for (let n = 0; n < 100; n++) records.value.append(Buffer.alloc(1000, 120));
  }).toThrow("ENOSPC");
  rmSync(filler);
  expect(() => records.value.append(Buffer.from("two"))).toThrow(/an earlier append failed|somebody else wrote/);
  records.value.close();
  const again = openRecordFile(file);
  expect(again.ok && again.value.payloads[0]?.toString()).toBe("one");
  if (!again.ok) return;
  again.value.append(Buffer.from("three"));
  again.value.close();
});
