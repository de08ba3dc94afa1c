import { parseSync } from "oxc-parser";

export interface Import {
  readonly specifier: string;
  readonly line: number;
}

/** What a file imports, exports from and loads with `import("…")`. */
export function importsOf(path: string, source: string): Import[] {
  const { module } = parseSync(path, source);
  const requests = [
    ...module.staticImports.map((found) => found.moduleRequest),
    ...module.staticExports.flatMap((found) => found.entries.flatMap((entry) => entry.moduleRequest ?? [])),
  ];
  const dynamic = module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) => {
    const text = /^["'`](.*)["'`]$/.exec(source.slice(start, end))?.[1];
    return text === undefined ? [] : [{ value: text, start }];
  });
  const found = new Map<string, Import>();
  for (const { value, start } of [...requests, ...dynamic]) {
    const line = source.slice(0, start).split("\n").length;
    found.set(`${value}:${line}`, { specifier: value, line });
  }
  return [...found.values()];
}
