import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A disk of its own that fills up after so many kilobytes. */
export type SmallDisk = { readonly folder: string; remove(): void };

/** `undefined` where this user may not mount one: only the superuser may, on Linux. */
export function mountSmallDisk(kilobytes: number): SmallDisk | undefined {
  const folder = mkdtempSync(join(tmpdir(), "bowline-small-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k`, "tmpfs", folder], { stdio: "ignore" });
  } catch {
    rmSync(folder, { recursive: true, force: true });
    process.stderr.write("skipped: a small disk of its own needs the right to mount one\n");
    return undefined;
  }
  return {
    folder,
    remove: () => {
      // Lazily: who still has a file open there keeps it until it ends.
      execFileSync("umount", ["-l", folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
