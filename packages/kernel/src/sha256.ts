import { createHash, hash } from "node:crypto";

/** SHA-256 of a text (UTF-8) or bytes, as lower-case hexadecimal. Pure, although the platform computes it. */
export const sha256Hex = (data: string | Uint8Array): string => hash("sha256", data, "hex");

/** SHA-256 of texts (UTF-8) as they come, none of which is kept; `hex` is that of all so far, as lower-case hexadecimal. */
export function makeSha256(): { add(text: string): void; hex(): string } {
  const running = createHash("sha256");
  return { add: (text) => void running.update(text), hex: () => running.copy().digest("hex") };
}

/** The first words, at most eight, of a text's SHA-256: signed 32-bit integers, the high byte first. */
export function sha256Words(text: string, count: number): readonly number[] {
  // A character a byte: to make a buffer costs more than the hash itself.
  const bytes = hash("sha256", text, "latin1");
  const byte = (at: number) => bytes.charCodeAt(at);
  const words: number[] = [];
  for (let at = 0; at < 4 * count; at += 4)
    words.push((byte(at) << 24) | (byte(at + 1) << 16) | (byte(at + 2) << 8) | byte(at + 3));
  return words;
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** RFC 4648 base32 of bytes, no padding, cut to `length` characters. */
export function base32(bytes: Uint8Array, length: number): string {
  let text = "";
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5 && text.length < length) {
      bits -= 5;
      text += ALPHABET[(held >>> bits) & 31];
    }
    held &= (1 << bits) - 1;
    if (text.length >= length) return text;
  }
  return bits === 0 || text.length >= length ? text : text + ALPHABET[(held << (5 - bits)) & 31];
}

/** base32(sha256(text)) cut to `length` characters: how every id is made. */
export const base32Sha256 = (text: string, length: number): string => base32(hash("sha256", text, "buffer"), length);
