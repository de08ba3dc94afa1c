import type { Check } from "../check.ts";

const EXPECTED: Readonly<Record<string, string>> = {
  "src/main.ts": "composes the service: config, bus, machine, loop",
  "src/config.ts": "the zod schema of its configuration",
  "src/contract.ts": "what it consumes and publishes, as data",
};

/** Every service has the same files, so that who knows one knows all. */
export const serviceFiles: Check = {
  name: "service-files",
  run: (tree) => {
    const present = new Set(tree.files);
    const services = [
      ...new Set(tree.files.flatMap((path) => /^(services\/[^/]+)\/package\.json$/.exec(path)?.[1] ?? [])),
    ];
    return services.flatMap((service) => {
      const missing = Object.entries(EXPECTED)
        .filter(([file]) => !present.has(`${service}/${file}`))
        .map(([file, purpose]) => ({ path: service, message: `has no ${file}`, remedy: `Add it: ${purpose}.` }));
      const tested = tree.files.some((path) => path.startsWith(`${service}/src/`) && path.endsWith(".test.ts"));
      return tested
        ? missing
        : [
            ...missing,
            { path: service, message: "has no test", remedy: "Add a test beside what decides or translates." },
          ];
    });
  },
};
