import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

export type Page = { readonly html: string; readonly headers: { readonly [name: string]: string } };

const textOf = (file: string): string => readFileSync(join(import.meta.dirname, file), "utf8");

/** As the policy names an inline element. */
const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/**
 * The status page: static, so nothing that a client says is ever in its markup. The policy lets this one script and style run and nothing
 * else, so that even a mistake of the script's could not make a symbol or an orderRef into code.
 */
export function readPage(): Page {
  const style = textOf("page.css");
  const html = textOf("page.html").replace("<style></style>", () => `<style>${style}</style>`);
  const [, script = ""] = html.split(/<\/?script>/);
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "connect-src 'self'",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    html,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy.join("; "),
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    },
  };
}
