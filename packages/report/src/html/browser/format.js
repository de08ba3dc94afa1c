export const whole = (value) => Number(value).toLocaleString("en-US");
export const dollars = (value, digits = 2) =>
  value === undefined
    ? "–"
    : Number(value).toLocaleString("en-US", {
        style: "currency",
        currency: "USD",
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      });
export const signed = (value) => (value === undefined ? "–" : `${Number(value) > 0 ? "+" : ""}${dollars(value)}`);
export const tone = (value) => (Number(value) > 0 ? "up" : Number(value) < 0 ? "down" : "");
const pad = (value) => String(value).padStart(2, "0");
// Chart seconds read as New York's wall clock when they are taken as UTC.
export const timeText = (seconds) => {
  const time = new Date(seconds * 1000);
  return `${time.getUTCFullYear()}-${pad(time.getUTCMonth() + 1)}-${pad(time.getUTCDate())} ${pad(time.getUTCHours())}:${pad(time.getUTCMinutes())}:${pad(time.getUTCSeconds())}`;
};
export const holding = (seconds) =>
  seconds < 3600 ? `${Math.round(seconds / 6) / 10} min` : `${Math.round(seconds / 360) / 10} h`;
