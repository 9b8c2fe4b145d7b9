import { once } from "node:events";
import { connect, createServer } from "node:net";

/** The network between a phone and the server: it can be cut, and it can swallow everything without a word, as a tired access point does. */
export class Wire {
  #pairs = new Set();
  #state = "whole";
  /** How many openings of a live connection were swallowed. */
  swallowed = 0;
  /** How many answers to such an opening broke off in the middle. */
  halved = 0;

  static async to(server) {
    const wire = new Wire();
    wire.entrance = createServer(phone => wire.#join(phone, server)).listen(0);
    await once(wire.entrance, "listening");
    wire.port = wire.entrance.address().port;
    return wire;
  }

  #join(phone, server) {
    if (this.#state === "cut") return void phone.destroy();
    const onward = connect(server.port, "127.0.0.1");
    const pair = [phone, onward];
    this.#pairs.add(pair);
    const end = () => {
      this.#pairs.delete(pair);
      pair.forEach(x => x.destroy());
    };
    let deaf = false;
    for (const [from, into] of [pair, [onward, phone]]) {
      from.on("data", bytes => {
        if (this.#state === "deaf" && from === phone && bytes.includes("Upgrade: websocket")) {
          deaf = true;
          this.swallowed++;
        }
        if (this.#state === "half" && from === onward && bytes.includes(" 101 ")) {
          into.write(bytes.subarray(0, 20));
          deaf = true;
          this.halved++;
        }
        if (!deaf && this.#state !== "silent") into.write(bytes);
      });
      from.on("close", end).on("error", end);
    }
  }

  #drop() {
    for (const pair of [...this.#pairs]) pair.forEach(x => x.destroy());
  }

  /** No connection any more, and none to be had. */
  cut() {
    this.#state = "cut";
    this.#drop();
  }

  /** Connections stand, and nothing comes through. */
  silence() {
    this.#state = "silent";
  }

  /** Answers every request but one: the opening of a live connection, which goes nowhere and never ends. */
  swallow() {
    this.#state = "deaf";
  }

  /** Answers everything, but of a connection that opens only the first half of the answer comes, and then nothing. */
  halve() {
    this.#state = "half";
  }

  /** Openings work again; those that were swallowed stay where they are. */
  welcome() {
    this.#state = "whole";
  }

  /** What the server says comes late: not before the wire flows again. */
  hold() {
    for (const [, onward] of this.#pairs) onward.pause();
  }

  flow() {
    for (const [, onward] of this.#pairs) onward.resume();
  }

  /** New connections work; the old ones are dead, as after a change of access point. */
  mend() {
    this.#state = "whole";
    this.#drop();
  }

  close() {
    this.#drop();
    this.entrance.close();
  }
}
