import { int, string, text, usField } from "./schema/index.ts";

/** The header's fields as they stand on the wire; its meaning is documented at the type `Header`. */
export const HEADER_FIELDS = {
  id: string("Logical id: base32(sha256(cause id, machine, ordinal)), 26 characters."),
  causeId: text("Id of the cause; empty where an edge saw something outside."),
  causeSeq: int("Sequence of the cause, or the edge's rising serial."),
  ordinal: int("Position among the outputs of one cause."),
  correlationId: string("Id of the first cause of the chain."),
  machine: string("Machine or edge that wrote it."),
  epoch: int("Lease epoch under which it was written."),
  build: string("Hash of the code that wrote it."),
  configVersion: string("Hash of the configuration that it ran with."),
  eventUs: usField("When it happened in the world."),
  seenUs: usField("When our edge saw it."),
  schemaVersion: int("Never zero: an empty payload must not pass."),
};
