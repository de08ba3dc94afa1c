import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/** What a file has while it is written: whoever finds one after a crash may remove it. */
export const UNFINISHED = ".unfinished";

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written);
  fsyncSync(descriptor);
}

/** So that a new name survives a crash of the machine. */
function syncFolder(folder: string): void {
  const descriptor = openSync(folder, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Writes a whole file: after a crash it is there with all its bytes, or not at all. Throws where the disk does not take it, and leaves nothing. */
export function writeWhole(file: string, bytes: Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = `${file}${UNFINISHED}`;
  try {
    const descriptor = openSync(unfinished, "w");
    try {
      writeAll(descriptor, bytes);
    } finally {
      closeSync(descriptor);
    }
    renameSync(unfinished, file);
  } catch (failure) {
    rmSync(unfinished, { force: true });
    throw failure;
  }
  syncFolder(dirname(file));
}

/** Appends bytes and waits until the disk has them. */
export function appendDurably(file: string, bytes: Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  const descriptor = openSync(file, "a");
  try {
    writeAll(descriptor, bytes);
  } finally {
    closeSync(descriptor);
  }
}
