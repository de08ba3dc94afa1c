import { z } from "zod";
import { err, ok, type Result } from "@bowline/kernel";

/**
 * A recording is a file of JSON lines: a header, then what passed, in the order of its passing. `t` is milliseconds since the
 * recorder's start, `connection` counts from 1, `in` is from the client.
 */

const FORMAT = "bowline-tws-recording";
const VERSION = 1;

const header = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  /** RFC 3339. */
  startedAt: z.string(),
  /** The TWS that was recorded, `host:port`. */
  upstream: z.string(),
  /** Account numbers were replaced. */
  redacted: z.boolean(),
});

const passed = { t: z.number().min(0), connection: z.int().min(1) };

const message = z.object({
  ...passed,
  direction: z.enum(["in", "out"]),
  /** The client's versions, or the server's answer: version and time. */
  handshake: z.literal(true).optional(),
  /** Absent before the server has answered. */
  serverVersion: z.int().optional(),
  fields: z.array(z.string()).min(1),
});

/** What is no message: the end of a connection, or bytes that could not be framed. */
const remark = z.object({ ...passed, direction: z.enum(["in", "out"]).optional(), note: z.string() });

const line = z.union([message, remark]);

export type RecordingHeader = z.infer<typeof header>;
export type RecordedMessage = Readonly<z.infer<typeof message>>;
export type RecordedLine = Readonly<z.infer<typeof line>>;

export const headerOf = (said: Omit<RecordingHeader, "format" | "version">): RecordingHeader => ({
  format: FORMAT,
  version: VERSION,
  ...said,
});

/** The messages of a recording; an error is one line with file and line number. */
export function parseRecording(text: string, file: string): Result<readonly RecordedMessage[], string> {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  const first = parseHeader(lines[0] ?? "", file);
  if (!first.ok) return first;
  const messages: RecordedMessage[] = [];
  for (const [index, each] of lines.entries()) {
    if (index === 0) continue;
    const value = json(each);
    const isCut = value === undefined && index === lines.length - 1 && !text.endsWith("\n");
    if (isCut) return err(`${file}:${index + 1}: the last line is cut off; delete it to replay what is before it`);
    const read = line.safeParse(value);
    if (!read.success) return err(`${file}:${index + 1}: no line of a recording`);
    if ("fields" in read.data) messages.push(read.data);
  }
  return ok(messages);
}

function parseHeader(text: string, file: string): Result<RecordingHeader, string> {
  const value = json(text);
  const read = header.safeParse(value);
  if (read.success) return ok(read.data);
  const claim = z.object({ format: z.literal(FORMAT), version: z.unknown() }).safeParse(value);
  const isOther = claim.success && claim.data.version !== VERSION;
  return err(
    isOther
      ? `${file}:1: a recording of format version ${JSON.stringify(claim.data.version)}; this replay reads version ${VERSION}`
      : `${file}:1: no recording: its first line is not the header of ./bowline sim --record`,
  );
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}
