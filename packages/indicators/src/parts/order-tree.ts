/**
 * The numbers of a window in order, with how many and how much lies below a bound in O(log n): a treap over the window's slots.
 * A slot's priority comes from its number, so the same inputs give the same tree. Sums of whole numbers are exact.
 */
export type OrderTree = {
  root: number;
  left: number[];
  right: number[];
  values: number[];
  sizes: number[];
  sums: number[];
};

const NONE = -1;

const filled = (length: number, value: number): number[] => Array.from({ length }, () => value);

export const makeOrderTree = (slots: number): OrderTree => ({
  root: NONE,
  left: filled(slots, NONE),
  right: filled(slots, NONE),
  values: filled(slots, 0),
  sizes: filled(slots, 0),
  sums: filled(slots, 0),
});

/** Puts a number into a free slot. */
export function putInto(tree: OrderTree, slot: number, value: number): void {
  tree.values[slot] = value;
  tree.left[slot] = NONE;
  tree.right[slot] = NONE;
  measure(tree, slot);
  tree.root = insert(tree, tree.root, slot);
}

/** Frees a slot. */
export function takeFrom(tree: OrderTree, slot: number): void {
  tree.root = remove(tree, tree.root, slot);
}

/** How many numbers are less than a bound, and their sum. */
export function below(tree: OrderTree, bound: number): { readonly count: number; readonly sum: number } {
  let count = 0;
  let sum = 0;
  let node = tree.root;
  while (node !== NONE) {
    const value = tree.values[node] as number;
    if (value >= bound) {
      node = tree.left[node] as number;
      continue;
    }
    const left = tree.left[node] as number;
    count += 1 + sizeOf(tree, left);
    sum += value + sumOf(tree, left);
    node = tree.right[node] as number;
  }
  return { count, sum };
}

/** How many numbers are no greater than a bound. */
export function atMost(tree: OrderTree, bound: number): number {
  let count = 0;
  let node = tree.root;
  while (node !== NONE) {
    if ((tree.values[node] as number) > bound) {
      node = tree.left[node] as number;
      continue;
    }
    count += 1 + sizeOf(tree, tree.left[node] as number);
    node = tree.right[node] as number;
  }
  return count;
}

/** Knuth's multiplicative hash: near slots get far priorities. */
const priority = (slot: number): number => Math.imul(slot + 1, 0x9e3779b1) >>> 0;

const sizeOf = (tree: OrderTree, node: number): number => (node === NONE ? 0 : (tree.sizes[node] as number));
const sumOf = (tree: OrderTree, node: number): number => (node === NONE ? 0 : (tree.sums[node] as number));

function measure(tree: OrderTree, node: number): void {
  const left = tree.left[node] as number;
  const right = tree.right[node] as number;
  tree.sizes[node] = 1 + sizeOf(tree, left) + sizeOf(tree, right);
  tree.sums[node] = (tree.values[node] as number) + sumOf(tree, left) + sumOf(tree, right);
}

/** What came below a node or left it: cheaper than to measure anew. */
function count({ sizes, sums }: OrderTree, node: number, more: 1 | -1, value: number): void {
  sizes[node] = (sizes[node] as number) + more;
  sums[node] = (sums[node] as number) + value;
}

/** Equal numbers stand in the order of their slots. */
function isBefore({ values }: OrderTree, a: number, b: number): boolean {
  const gap = (values[a] as number) - (values[b] as number);
  return gap < 0 || (gap === 0 && a < b);
}

function insert(tree: OrderTree, node: number, slot: number): number {
  if (node === NONE) return slot;
  const side = isBefore(tree, slot, node) ? tree.left : tree.right;
  const child = insert(tree, side[node] as number, slot);
  side[node] = child;
  if (priority(child) > priority(node)) return lift(tree, node, child);
  count(tree, node, 1, tree.values[slot] as number);
  return node;
}

/** Turns a child above its parent; the order stays. */
function lift(tree: OrderTree, node: number, child: number): number {
  const isLeft = tree.left[node] === child;
  const [near, far] = isLeft ? [tree.left, tree.right] : [tree.right, tree.left];
  near[node] = far[child] as number;
  far[child] = node;
  measure(tree, node);
  measure(tree, child);
  return child;
}

function remove(tree: OrderTree, node: number, slot: number): number {
  if (node === slot) return merge(tree, tree.left[node] as number, tree.right[node] as number);
  const side = isBefore(tree, slot, node) ? tree.left : tree.right;
  side[node] = remove(tree, side[node] as number, slot);
  count(tree, node, -1, -(tree.values[slot] as number));
  return node;
}

function merge(tree: OrderTree, first: number, second: number): number {
  if (first === NONE) return second;
  if (second === NONE) return first;
  if (priority(first) > priority(second)) {
    tree.right[first] = merge(tree, tree.right[first] as number, second);
    measure(tree, first);
    return first;
  }
  tree.left[second] = merge(tree, first, tree.left[second] as number);
  measure(tree, second);
  return second;
}
