import { readFileSync } from "node:fs";
import { join } from "node:path";
import { assert } from "@bowline/kernel";
import type { WireFields } from "./framing.ts";

/** The versions for which there are goldens: the ends, what clients announce, and where times and sizes change. */
export const GOLDEN_VERSIONS = [157, 164, 173, 176, 178, 193] as const;

export interface Golden {
  readonly name: string;
  /** Both ends included. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly fields: WireFields;
}

const LINE = /^(?<name>\w+) (?<from>\d+)(?:\.\.(?<to>\d+))? (?<text>.+\|)$/;

/** The lines of a file in goldens/, see its head. */
export function readGoldens(file: string): readonly Golden[] {
  const lines = readFileSync(join(import.meta.dirname, "../goldens", file), "utf8").split("\n");
  return lines.filter((line) => line !== "" && !line.startsWith("#")).map(goldenOf);
}

function goldenOf(line: string): Golden {
  const { name, from, to, text } = LINE.exec(line)?.groups ?? {};
  assert(name !== undefined && from !== undefined && text !== undefined, `no golden: ${line}`);
  return { name, from: Number(from), to: Number(to ?? from), text, fields: fieldsOf(text) };
}

/** What @stoqey/ib sent: name, which of its name, versions, bytes. */
export function readRequests(): readonly WireFields[] {
  const lines = readFileSync(join(import.meta.dirname, "../goldens/stoqey-requests.txt"), "utf8")
    .trimEnd()
    .split("\n");
  return lines.map((line) => fieldsOf(line.split(" ").slice(3).join(" ")));
}

/** A bar ends a field, a broken bar is a bar within one. */
const fieldsOf = (text: string): WireFields =>
  text
    .slice(0, -1)
    .split("|")
    .map((field) => field.replaceAll("¦", "|"));

export const textOf = (fields: WireFields): string => fields.map((field) => `${field.replaceAll("|", "¦")}|`).join("");

export const goldensAt = (goldens: readonly Golden[], version: number): readonly Golden[] =>
  goldens.filter(({ from, to }) => from <= version && version <= to);
