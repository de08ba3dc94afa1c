import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { crc32 } from "node:zlib";
import { type Result, err, ok } from "@bowline/kernel";

/** First bytes of the file: what it is, and which form. */
const MAGIC = Buffer.from("BWLWAL1\n");
/** length, checksum of the length, checksum of the payload: four bytes each. */
const HEADER_BYTES = 12;
const MAX_PAYLOAD_BYTES = 1 << 20;

/** Damage that is no torn end: something was lost that was on the disk, and nobody may guess what. */
export type RecordFileError = {
  readonly type: "DAMAGED";
  readonly file: string;
  readonly offset: number;
  readonly message: string;
};

export type RecordFile = {
  /** What the file held when it was opened, oldest first. */
  readonly payloads: readonly Buffer[];
  /** Whether an unfinished last record was cut off: it was never acknowledged. */
  readonly torn: boolean;
  /**
   * Returns when the record is on the disk. A failure is never retried, and after one no other append is tried: what the disk
   * holds is not known then. Throws also where somebody else wrote to the file.
   */
  append(payload: Buffer): void;
  /** Whether somebody else wrote to the file since it was read. */
  isForeign(): boolean;
  close(): void;
};

/** Opens or makes a file of records, each with its length and checksums, each synced before `append` returns. */
export function openRecordFile(file: string): Result<RecordFile, RecordFileError> {
  const isNew = !existsSync(file);
  const scan = isNew ? ok({ payloads: [], end: 0, size: 0 }) : scanRecords(readFileSync(file));
  if (!scan.ok) return err({ type: "DAMAGED", file, ...scan.error });
  const { payloads, end, size } = scan.value;
  const descriptor = openSync(file, isNew ? "ax" : "r+", 0o600);
  if (end < size) ftruncateSync(descriptor, end);
  let position = end;
  let failed = false;
  const isForeign = (): boolean => fstatSync(descriptor).size !== position;
  const write = (bytes: Buffer): void => {
    if (failed) throw new Error("an earlier append failed: nothing is written any more");
    failed = true;
    for (let written = 0; written < bytes.length;)
      written += writeSync(descriptor, bytes, written, bytes.length - written, position + written);
    fdatasyncSync(descriptor);
    position += bytes.length;
    failed = false;
  };
  if (end === 0) write(MAGIC);
  else if (end < size) fdatasyncSync(descriptor);
  if (isNew) syncDirectory(dirname(file));
  return ok({
    payloads,
    torn: end < size,
    append: (payload) => {
      if (isForeign()) throw new Error(`somebody else wrote to it: it should end at byte ${position}`);
      write(encodeRecord(payload));
    },
    isForeign,
    close: () => closeSync(descriptor),
  });
}

/** One record as it stands in the file. */
export function encodeRecord(payload: Buffer): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt32BE(payload.length, 0);
  header.writeUInt32BE(crc32(header.subarray(0, 4)), 4);
  header.writeUInt32BE(crc32(payload), 8);
  return Buffer.concat([header, payload]);
}

type Scan = {
  readonly payloads: readonly Buffer[];
  /** Behind the last whole record. */ readonly end: number;
  readonly size: number;
};
type Damage = { readonly offset: number; readonly message: string };

/** Reads records up to the end or to a torn last one. A torn write leaves a prefix, zeros, or a wrong end of its last record, nothing else. */
export function scanRecords(bytes: Buffer): Result<Scan, Damage> {
  const size = bytes.length;
  if (size < MAGIC.length || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) {
    const torn = MAGIC.subarray(0, size).equals(bytes) || isZero(bytes);
    return torn && size <= MAGIC.length
      ? ok({ payloads: [], end: 0, size })
      : err({ offset: 0, message: "no write-ahead log of this form" });
  }
  const payloads: Buffer[] = [];
  let offset = MAGIC.length;
  while (offset < size) {
    const record = readRecord(bytes, offset);
    if (!record.ok) return err(record.error);
    if (record.value === undefined) break;
    payloads.push(record.value);
    offset += HEADER_BYTES + record.value.length;
  }
  return ok({ payloads, end: offset, size });
}

/** The payload at an offset; `undefined` where the last record is torn. */
function readRecord(bytes: Buffer, offset: number): Result<Buffer | undefined, Damage> {
  const rest = bytes.length - offset;
  if (rest < HEADER_BYTES || isZero(bytes.subarray(offset))) return ok(undefined);
  const length = bytes.readUInt32BE(offset);
  if (length > MAX_PAYLOAD_BYTES || crc32(bytes.subarray(offset, offset + 4)) !== bytes.readUInt32BE(offset + 4)) {
    return err({ offset, message: "a record's length is damaged" });
  }
  const end = offset + HEADER_BYTES + length;
  if (end > bytes.length) return ok(undefined);
  const payload = bytes.subarray(offset + HEADER_BYTES, end);
  if (crc32(payload) === bytes.readUInt32BE(offset + 8)) return ok(payload);
  return end === bytes.length ? ok(undefined) : err({ offset, message: "a record's content is damaged" });
}

const isZero = (bytes: Buffer): boolean => bytes.every((byte) => byte === 0);

/** A new file's name is on the disk only when its directory is. */
function syncDirectory(directory: string): void {
  const descriptor = openSync(directory, "r");
  fsyncSync(descriptor);
  closeSync(descriptor);
}
