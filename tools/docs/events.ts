import { CORE_MESSAGES, type CoreMessageDefinition } from "../../packages/contracts/src/core-messages.ts";
import { DECISION_KINDS } from "../../packages/contracts/src/decision-hash.ts";
import { EVENT_DEFINITIONS, type EventKind } from "../../packages/contracts/src/events/index.ts";
import { HEADER_FIELDS } from "../../packages/contracts/src/header-fields.ts";
import { protoMessageName } from "../../packages/contracts/src/proto-names.ts";
import type { EventDefinition, Field, Fields, MessageSchema } from "../../packages/contracts/src/schema/index.ts";
import { ROOT } from "../../packages/contracts/src/subjects.ts";
import { anchor, code, opening, sections, table } from "./markdown.ts";
import { streamsOf } from "./subjects.ts";

const DEFINITIONS = EVENT_DEFINITIONS as unknown as readonly EventDefinition[];
const CORE = CORE_MESSAGES as unknown as readonly CoreMessageDefinition[];
const UNITS = table(
  ["unit", "meaning", "on the wire"],
  [
    ["px", "a price in micros (1e-6) of the currency; positive", "int64"],
    ["qty", "a quantity in micros of a share", "int64"],
    ["money", "an amount in micros of the currency", "int64"],
    ["us", "a time in unix microseconds; positive", "int64"],
    ["int", "a whole number, at most ±(2^53 - 1)", "int64"],
    ["name", "text that is never empty", "string"],
    ["text", "text that may be empty", "string"],
    ["bool", "true or false", "bool"],
    ["one of …", "a closed set; an unknown value, and zero, are refused", "enum"],
  ],
);

export function renderEvents(): string {
  return sections([
    opening("Events", "packages/contracts/src/events"),
    `Everything that the journal can hold. Each event is declared once, in \`packages/contracts/src/events/\`: its type, its
subject, its protobuf message (\`proto/bowline/<domain>/v1/\`) and the translation both ways come from there. The command
\`./bowline decode <subject>\` reads a payload on its input and prints it as JSON.`,
    `In a subject, \`{field}\` stands for a field's value as one token: a dot in it becomes a dash (\`BRK.B\` → \`BRK-B\`).
\`{machineName}\` and \`{source}\` keep their dots. A field that is not required is absent where it does not apply:
never 0, never NaN.`,
    "## Units",
    UNITS,
    "## Header",
    "What every entry says about itself: field 1 of every event.",
    fieldTable(HEADER_FIELDS, 1),
    "## All events",
    table(
      ["kind", "written by", "what"],
      DEFINITIONS.map((d) => [`[${d.kind}](#${anchor(d.kind)})`, d.writers.join(", "), d.doc]),
    ),
    ...DEFINITIONS.map(renderEvent),
    "## Parts of events",
    ...messagesOf(DEFINITIONS.map((d) => d.fields)).map(renderPart),
    "## Beside the journal",
    `Messages on core NATS, without a header: raw ticks (in lock-step kept in the stream \`TICKS\`), and the words of
[lock-step](../concepts/lock-step.md). Nothing decides on them, so none of them is an entry.`,
    ...CORE.map(renderCore),
    ...messagesOf(CORE.map((d) => d.fields)).map(renderPart),
  ]);
}

const renderEvent = (definition: EventDefinition): string =>
  sections([
    `### ${definition.kind}`,
    definition.doc,
    [
      `- subject: \`${ROOT}.${definition.subject}\``,
      `- stream: ${streamsOf(definition.kind)}`,
      `- written by: ${definition.writers.join(", ")}`,
      `- protobuf: \`${protoMessageName(definition)}\``,
      `- in the [decision hash](../concepts/decision-hash.md): ${DECISION_KINDS.has(definition.kind as EventKind) ? "yes" : "no"}`,
    ].join("\n"),
    fieldTable(definition.fields, 2),
  ]);

const renderCore = (definition: CoreMessageDefinition): string =>
  sections([
    `### ${definition.domain}.${definition.name}`,
    definition.doc,
    `- subject: \`${definition.subject}\`\n- protobuf: \`bowline.${definition.domain}.v1.${definition.name}\``,
    fieldTable(definition.fields, 1),
  ]);

const renderPart = (message: MessageSchema): string =>
  sections([`### ${message.name}`, message.doc, fieldTable(message.fields, 1)]);

const fieldTable = (fields: Fields, firstNumber: number): string =>
  table(
    ["#", "field", "unit", "required", "meaning"],
    Object.entries(fields).map(([name, field], index) => [
      String(firstNumber + index),
      code(name),
      unitOf(field),
      field.optional ? "no" : "yes",
      field.doc,
    ]),
  );

function unitOf(field: Field): string {
  const { message, values } = field;
  if (message !== undefined) {
    const link = `[${message.name}](#${anchor(message.name)})`;
    return field.type === "list" ? `list of ${link}` : link;
  }
  if (values !== undefined) return `one of ${values.map(code).join(", ")}`;
  return field.type === "string" ? "name" : field.type;
}

/** Nested messages, each once, in the order of their first use. */
function messagesOf(shapes: readonly Fields[]): readonly MessageSchema[] {
  const found = new Map<string, MessageSchema>();
  const visit = (fields: Fields): void => {
    for (const { message } of Object.values(fields)) {
      if (message === undefined || found.has(message.name)) continue;
      found.set(message.name, message);
      visit(message.fields);
    }
  };
  for (const fields of shapes) visit(fields);
  return [...found.values()];
}
