// A queue that hands out the cheapest first, equals by number, so that every run comes out the same.
export class CheapestFirst {
  #items: { cost: number; id: number }[] = [];

  #before(a: number, b: number): boolean {
    const [x, y] = [this.#items[a], this.#items[b]];
    return x !== undefined && y !== undefined && (x.cost < y.cost || (x.cost === y.cost && x.id < y.id));
  }

  #swap(a: number, b: number): void {
    const [x, y] = [this.#items[a], this.#items[b]];
    if (x && y) [this.#items[a], this.#items[b]] = [y, x];
  }

  push(cost: number, id: number): void {
    let at = this.#items.push({ cost, id }) - 1;
    while (at > 0 && this.#before(at, (at - 1) >> 1)) {
      this.#swap(at, (at - 1) >> 1);
      at = (at - 1) >> 1;
    }
  }

  pop(): { cost: number; id: number } | undefined {
    const top = this.#items[0];
    const last = this.#items.pop();
    if (this.#items.length === 0 || last === undefined) return top;
    this.#items[0] = last;
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let least = this.#before(left, at) ? left : at;
      if (this.#before(right, least)) least = right;
      if (least === at) return top;
      this.#swap(at, least);
      at = least;
    }
  }
}
