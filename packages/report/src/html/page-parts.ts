import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** lightweight-charts as one script that needs no other file. */
const chartLibrary = (): string =>
  readFileSync(
    join(
      dirname(fileURLToPath(import.meta.resolve("lightweight-charts"))),
      "lightweight-charts.standalone.production.js",
    ),
    "utf8",
  );

/** Modules that need no file outside of the list, in the order in which one needs the other, as one scope. */
export const joinModules = (files: readonly string[]): string =>
  files
    .map((file) =>
      readFileSync(file, "utf8")
        .replaceAll(/^import [^;]*;\n/gm, "")
        .replaceAll(/^export /gm, ""),
    )
    .join("\n");

/** Text that may stand inside a script element, whatever it holds. */
const inScript = (text: string): string => text.replaceAll("</", "<\\/").replaceAll("<!--", "<\\!--");
const jsonInScript = (value: unknown): string =>
  JSON.stringify(value).replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
const scriptOf = (text: string): string => `<script>\n${text}\n</script>`;
const inHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

export type PageParts = {
  /** The page with its places: `{{title}}` and the comments style, library, data, script. */
  readonly html: string;
  readonly css: string;
  readonly title: string;
  /** What the script knows as the constant `name`. */
  readonly name: string;
  readonly content: unknown;
  readonly script: string;
};

/** One HTML file that holds everything it needs and asks no network. */
export const fillPage = ({ html, css, title, name, content, script }: PageParts): string =>
  html
    .replace("{{title}}", () => inHtml(title))
    .replace("<!--style-->", () => `<style>\n${css}</style>`)
    .replace("<!--library-->", () => scriptOf(inScript(chartLibrary())))
    .replace("<!--data-->", () => scriptOf(`const ${name} = ${jsonInScript(content)};`))
    .replace("<!--script-->", () => scriptOf(inScript(`(() => {\n"use strict";\n${script}})();`)));
