import "./protobuf.ts";
import { type Result, err, ok } from "@bowline/kernel";
import {
  type CoreMessageDefinition,
  lockstepCommand,
  lockstepHello,
  lockstepReport,
  lockstepTime,
  tickBatch,
} from "./core-messages.ts";
import { bowline } from "./gen/bowline.js";
import type { Fields, Shape } from "./schema/index.ts";
import { type Plain, type Translation, compileTranslation } from "./translate.ts";

type Wire = { encode(message: Plain): { finish(): Uint8Array }; decode(bytes: Uint8Array): Plain };
type CoreCodec<T> = { encode(value: T): Uint8Array; decode(bytes: Uint8Array): Result<T, string> };

function codecFor<F extends Fields>(definition: CoreMessageDefinition<F>): CoreCodec<Shape<F>> {
  const domains = bowline as Record<string, { v1: Record<string, Wire> }>;
  const wire = domains[definition.domain]?.v1[definition.name];
  if (wire === undefined)
    throw new RangeError(`${definition.domain}.${definition.name} is not generated: run pnpm gen`);
  const translation: Translation = compileTranslation(definition.fields);
  return {
    encode: (value) => wire.encode(translation.toWire(value as unknown as Plain)).finish(),
    decode: (bytes) => {
      try {
        return ok(translation.fromWire(wire.decode(bytes)) as unknown as Shape<F>);
      } catch (failure) {
        return err(failure instanceof Error ? failure.message : String(failure));
      }
    },
  };
}

export const tickBatchCodec = codecFor(tickBatch);
export const lockstepCommandCodec = codecFor(lockstepCommand);
export const lockstepReportCodec = codecFor(lockstepReport);
export const lockstepHelloCodec = codecFor(lockstepHello);
export const lockstepTimeCodec = codecFor(lockstepTime);
