/**
 * A sum held as two doubles, whose value is `hi + lo`. Sums of whole micros and of their products are exact up to 2^105, so
 * what leaves a window leaves nothing behind and a comparison never flips by rounding; sums of other doubles lose nothing that
 * a double could show. The steps are Knuth's two-sum and Dekker's product (T. J. Dekker, "A floating-point technique for
 * extending the available precision", Numerische Mathematik 18, 1971).
 */
export type ExactSum = { hi: number; lo: number };

export const zeroSum = (): ExactSum => ({ hi: 0, lo: 0 });

export function addTo(sum: ExactSum, x: number): void {
  const { hi } = sum;
  const raw = hi + x;
  const part = raw - hi;
  const rest = hi - (raw - part) + (x - part) + sum.lo;
  const total = raw + rest;
  sum.hi = total;
  sum.lo = rest - (total - raw);
}

const MOST = Number.MAX_SAFE_INTEGER;

/** A whole number in a sum without a rest: whatever stays below 2^53 is then added without rounding. */
const isPlain = ({ hi, lo }: ExactSum): boolean => lo === 0 && Math.floor(hi) === hi;

/** Adds what came into a window and takes off what left it. Whole numbers below 2^53, as prices are, need no second double. */
export function slide(sum: ExactSum, x: number, out: number): void {
  const step = x - out;
  const total = sum.hi + step;
  if (
    isPlain(sum) &&
    Math.floor(x) === x &&
    Math.floor(out) === out &&
    Math.abs(step) <= MOST &&
    Math.abs(total) <= MOST
  ) {
    sum.hi = total;
    return;
  }
  addTo(sum, x);
  if (out !== 0) addTo(sum, -out);
}

/** As `slide`, of products: a × b came, c × d left. */
// oxlint-disable-next-line max-params -- two products and their sum
export function slideProduct(sum: ExactSum, a: number, b: number, c: number, d: number): void {
  const came = a * b;
  const left = c * d;
  if (Math.abs(came) <= MOST && Math.abs(left) <= MOST) {
    slide(sum, came, left);
    if (Math.floor(came) !== came) addTo(sum, lost(a, b, came));
    if (Math.floor(left) !== left) addTo(sum, -lost(c, d, left));
    return;
  }
  addProductTo(sum, a, b);
  addProductTo(sum, -c, d);
}

/** 2^27 + 1 cuts a double into two halves of 26 bits. */
const SPLITTER = 134_217_729;

/** What a product of two doubles lost by rounding: exact. */
function lost(a: number, b: number, product: number): number {
  const wideA = SPLITTER * a;
  const highA = wideA - (wideA - a);
  const lowA = a - highA;
  const wideB = SPLITTER * b;
  const highB = wideB - (wideB - b);
  const lowB = b - highB;
  return lowA * lowB - (product - highA * highB - lowA * highB - highA * lowB);
}

/** Adds a × b without rounding the product. */
export function addProductTo(sum: ExactSum, a: number, b: number): void {
  const product = a * b;
  addTo(sum, product);
  // A whole product below 2^53 lost nothing.
  if (product > Number.MAX_SAFE_INTEGER || product < -Number.MAX_SAFE_INTEGER || !Number.isInteger(product))
    addTo(sum, lost(a, b, product));
}

/**
 * n × Σab − Σa × Σb, rounded once: n² times the covariance (with a = b: the variance). In plain doubles the two terms are so
 * near to each other that little of their difference is left.
 */
export function centered(n: number, products: ExactSum, a: ExactSum, b: ExactSum): number {
  const left = n * products.hi;
  const right = a.hi * b.hi;
  if (isPlain(products) && isPlain(a) && isPlain(b) && Math.abs(left) <= MOST && Math.abs(right) <= MOST)
    return left - right;
  const raw = left - right;
  const part = raw - left;
  const rest = left - (raw - part) - (right + part);
  const small = lost(n, products.hi, left) - lost(a.hi, b.hi, right) + n * products.lo - a.hi * b.lo - a.lo * b.hi;
  return raw + (rest + small);
}
