/** Values of one line, bar by bar; `undefined` is a hole in it. */
export type Line = { readonly name: string; readonly values: readonly (number | undefined)[] };

const WIDTH = 480;
const PANEL = 90;
const PAD = 6;
const COLORS = ["#2563eb", "#dc2626", "#059669", "#d97706", "#7c3aed", "#0891b2", "#be185d"];

/** A small picture: panels one below the other, each scaled to its own lines. A line called `close` is grey. */
export function picture(title: string, panels: readonly (readonly Line[])[]): string {
  const height = panels.length * PANEL;
  const body = panels.map((lines, index) => `<g transform="translate(0 ${index * PANEL})">${panel(lines)}</g>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img"><title>${title}</title><rect width="${WIDTH}" height="${height}" fill="#fff"/>${body.join("")}</svg>\n`;
}

function panel(lines: readonly Line[]): string {
  const all = lines.flatMap(({ values }) => values.filter((value) => value !== undefined));
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const range = high === low ? 1 : high - low;
  const y = (value: number): number => PAD + ((high - value) / range) * (PANEL - 2 * PAD);
  const colored = lines.filter(({ name }) => name !== "close");
  return lines
    .map((line) => {
      const color = line.name === "close" ? "#9ca3af" : (COLORS[colored.indexOf(line) % COLORS.length] ?? "#000");
      return `<path d="${pathOf(line.values, y)}" fill="none" stroke="${color}" stroke-width="1.2"><title>${line.name}</title></path>`;
    })
    .join("");
}

function pathOf(values: Line["values"], y: (value: number) => number): string {
  const step = WIDTH / Math.max(1, values.length - 1);
  let isOpen = false;
  const parts: string[] = [];
  values.forEach((value, index) => {
    if (value !== undefined) parts.push(`${isOpen ? "L" : "M"}${(index * step).toFixed(1)} ${y(value).toFixed(1)}`);
    isOpen = value !== undefined;
  });
  return parts.join("");
}
