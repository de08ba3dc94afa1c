import {
  decodeEvent,
  lockstepCommandCodec,
  lockstepHelloCodec,
  lockstepReportCodec,
  tickBatchCodec,
} from "@bowline/contracts";
import { err, ok, type Result } from "@bowline/kernel";

/** The messages of core NATS, by the first tokens of their subject. */
const CORE = [
  { prefix: "tick.", codec: tickBatchCodec },
  { prefix: "lockstep.command", codec: lockstepCommandCodec },
  { prefix: "lockstep.report", codec: lockstepReportCodec },
  { prefix: "lockstep.hello", codec: lockstepHelloCodec },
] as const;

/** Any payload of Bowline's as plain JSON: entries with header and event, ticks, the conductor's words, dead letters. */
export function decodeMessage(subject: string, bytes: Uint8Array): Result<object, string> {
  if (subject.startsWith("deadletter.")) return decodeDeadLetter(bytes);
  const core = CORE.find(({ prefix }) => subject.startsWith(prefix));
  if (core !== undefined) {
    const decoded = core.codec.decode(bytes);
    return decoded.ok ? ok(decoded.value) : err(`${subject}: ${decoded.error}`);
  }
  const decoded = decodeEvent(subject, bytes);
  if (decoded.ok) return ok(decoded.value);
  const { error } = decoded;
  if (error.type === "malformed") return err(`${subject}: ${error.message}`);
  return err(
    `${subject}: no subject of Bowline's; they begin with bw., tick., lockstep. or deadletter. (docs/reference/subjects.md)`,
  );
}

function decodeDeadLetter(bytes: Uint8Array): Result<object, string> {
  try {
    return ok(JSON.parse(new TextDecoder().decode(bytes)) as object);
  } catch (failure) {
    return err(`no dead letter: ${String(failure)}`);
  }
}
