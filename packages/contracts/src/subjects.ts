import { assert } from "@bowline/kernel";
import { EVENT_DEFINITIONS, type Event, type EventKind } from "./events/index.ts";
import type { EventDefinition } from "./schema/index.ts";

export const ROOT = "bw";

/** A symbol, group or id as one token of a subject: a dot becomes a dash, and what NATS reserves is refused. */
export function subjectToken(value: string): string {
  const token = value.includes(".") ? value.replaceAll(".", "-") : value;
  assert(token !== "" && !/[\s*>]/.test(token), () => `no subject token: ${JSON.stringify(value)}`);
  return token;
}

export const definitionsByKind = new Map<EventKind, EventDefinition>(
  EVENT_DEFINITIONS.map((d) => [d.kind, d as unknown as EventDefinition]),
);

export function definitionOf(kind: EventKind): EventDefinition {
  const definition = definitionsByKind.get(kind);
  assert(definition !== undefined, `unknown event kind ${kind}`);
  return definition;
}

/** What stands before a field in a subject, and where in the event the field is. */
type Part = { readonly before: string; readonly path: readonly string[]; readonly keepsDots: boolean };
type Template = { readonly parts: readonly Part[]; readonly after: string };

/** Templates are taken apart once: every entry that is published or played needs its subject. */
const templates = new Map<EventKind, Template>(
  EVENT_DEFINITIONS.map(({ kind, subject }) => [kind, templateOf(`${ROOT}.${subject}`)]),
);

function templateOf(text: string): Template {
  const parts: Part[] = [];
  let after = 0;
  for (const { 0: field, 1: path = "", index } of text.matchAll(/\{([^}]+)\}/g)) {
    const keepsDots = path === "machineName" || path === "source";
    parts.push({ before: text.slice(after, index), path: path.split("."), keepsDots });
    after = index + field.length;
  }
  return { parts, after: text.slice(after) };
}

/** The subject that an event is published on. Machine names keep their dot: `control.lease.strategy.tech`. */
export function subjectOf(event: Event): string {
  const template = templates.get(event.kind);
  assert(template !== undefined, () => `unknown event kind ${event.kind}`);
  let subject = "";
  for (const part of template.parts) subject += part.before + tokenAt(event, part);
  return subject + template.after;
}

function tokenAt(event: Event, { path, keepsDots }: Part): string {
  let value: unknown = event;
  for (const key of path) value = (value as Record<string, unknown>)[key];
  assert(typeof value === "string", () => `${event.kind} has no ${path.join(".")} for its subject`);
  return keepsDots ? value : subjectToken(value);
}

const patterns = EVENT_DEFINITIONS.map((d) => ({
  kind: d.kind as EventKind,
  pattern: new RegExp(
    `^${ROOT}\\.${d.subject
      .replace(/[.]/g, "\\.")
      .replace(/\{[^}]*(machineName|source)\}/g, ".+")
      .replace(/\{[^}]+\}/g, "[^.]+")}$`,
  ),
}));

const kindCache = new Map<string, EventKind | undefined>();

/** The kind of event that a subject carries; `undefined` where it is none of ours. */
export function kindOfSubject(subject: string): EventKind | undefined {
  if (kindCache.has(subject)) return kindCache.get(subject);
  const kind = patterns.find((p) => p.pattern.test(subject))?.kind;
  if (kindCache.size < 100_000) kindCache.set(subject, kind);
  return kind;
}

/** The NATS filter that takes every event of a definition. */
export const subjectFilter = (definition: EventDefinition): string =>
  `${ROOT}.${definition.subject.replace(/\{[^}]*(machineName|source)\}/g, ">").replace(/\{[^}]+\}/g, "*")}`;
