import { describe, expect, it, vi } from "vitest";
import { type LeaseBook, listLeases, openLeases } from "./leases.ts";
import { withBus } from "./testing/bus-under-test.ts";

const clock = (): number => performance.now();

describe("leases", () => {
  const test = withBus();
  const machine = "strategy.tech";
  const twoBooks = async (): Promise<[LeaseBook, LeaseBook]> => [
    await openLeases(test.bus, clock),
    await openLeases(await test.another(), clock),
  ];
  const seesHolder = (book: LeaseBook, holder: string): Promise<void> =>
    vi.waitFor(() => expect(book.seen(machine)?.holder).toBe(holder), { interval: 5 });

  it("are taken, renewed under one epoch, and seen by others", async () => {
    const [mine, theirs] = await twoBooks();
    const epoch = await mine.take(machine, "a");
    expect(epoch).toBeGreaterThan(0);
    const first = mine.seen(machine)!;
    expect(await mine.renew(machine, "a")).toBe(true);
    expect(mine.seen(machine)).toMatchObject({ holder: "a", epoch });
    expect(mine.seen(machine)!.revision).toBeGreaterThan(first.revision);
    await seesHolder(theirs, "a");
    expect(theirs.machines()).toContain(machine);
    expect(await theirs.renew(machine, "b")).toBe(false);
  });

  it("go to exactly one of two that take at once, with a greater epoch", async () => {
    const [mine, theirs] = await twoBooks();
    const first = (await Promise.all([mine.take(machine, "a"), theirs.take(machine, "b")])).filter(
      (epoch) => epoch !== undefined,
    );
    expect(first).toHaveLength(1);
    const holder = mine.seen(machine)?.holder ?? theirs.seen(machine)!.holder;
    await Promise.all([seesHolder(mine, holder), seesHolder(theirs, holder)]);
    const second = (await Promise.all([mine.take(machine, "a"), theirs.take(machine, "b")])).filter(
      (epoch) => epoch !== undefined,
    );
    expect(second).toHaveLength(1);
    expect(second[0]).toBeGreaterThan(first[0]!);
  });

  it("are gone for a stale holder: it learns so at its next renewal", async () => {
    const [mine, theirs] = await twoBooks();
    const old = (await mine.take(machine, "a"))!;
    await seesHolder(theirs, "a");
    expect(await theirs.take(machine, "b")).toBeGreaterThan(old);
    expect(await mine.renew(machine, "a")).toBe(false);
    await mine.release(machine, "a");
    await seesHolder(mine, "b");
  });

  it("survive renewals that overtake each other, and one whose answer never came", async () => {
    const [mine] = await twoBooks();
    const epoch = (await mine.take(machine, "a"))!;
    expect(await Promise.all([1, 2, 3].map(() => mine.renew(machine, "a")))).toStrictEqual([true, true, true]);
    expect(mine.seen(machine)).toMatchObject({ holder: "a", epoch });
    test.nats.freeze();
    await expect(mine.renew(machine, "a")).rejects.toThrow(/timeout/i);
    test.nats.thaw();
    expect(await mine.renew(machine, "a")).toBe(true);
  });

  it("are free at once after a release, and only their holder can release them", async () => {
    const [mine, theirs] = await twoBooks();
    const old = (await mine.take(machine, "a"))!;
    await seesHolder(theirs, "a");
    await theirs.release(machine, "b");
    expect(mine.seen(machine)?.holder).toBe("a");
    await mine.release(machine, "a");
    await seesHolder(theirs, "");
    expect(await theirs.take(machine, "b")).toBeGreaterThan(old);
  });

  it("are taken after their release by a book that came later, above every older epoch", async () => {
    const mine = await openLeases(test.bus, clock);
    const old = (await mine.take(machine, "a"))!;
    const late = await openLeases(await test.another(), clock);
    await mine.release(machine, "a");
    await seesHolder(late, "");
    expect(await late.take(machine, "b")).toBeGreaterThan(old);
  });

  it("are listed as they stand", async () => {
    const book = await openLeases(test.bus, clock);
    expect(await listLeases(test.bus)).toEqual(new Map());
    const epoch = await book.take(machine, "a");
    const other = await book.take("risk-gate", "b");
    await book.release("risk-gate", "b");
    expect(Object.fromEntries(await listLeases(test.bus))).toEqual({
      [machine]: { holder: "a", epoch },
      "risk-gate": { holder: "", epoch: other },
    });
  });

  it("note the caller's monotonic time of every sight", async () => {
    let nowMs = 100;
    const book = await openLeases(test.bus, () => nowMs);
    await book.take(machine, "a");
    expect(book.seen(machine)?.seenMs).toBe(100);
    nowMs = 900;
    await book.renew(machine, "a");
    expect(book.seen(machine)?.seenMs).toBe(900);
    book.stop();
  });

  it("throw while the server does not answer: no answer is not a loss", async () => {
    const book = await openLeases(test.bus, clock);
    await book.take(machine, "a");
    test.nats.freeze();
    await expect(book.renew(machine, "a")).rejects.toThrow(/timeout/i);
    test.nats.thaw();
    await seesHolder(book, "a");
  });
});
