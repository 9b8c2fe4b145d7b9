import type { Receipt, Sent } from "../src/live";

export type Fate = "arrives" | "request lost" | "answer lost" | "portal";

/** A server as the outbox sees it: records each id once, gives the same receipt again, and loses what fate wants. */
export class Room {
  readonly recorded: Sent[] = [];
  readonly asked: Sent[] = [];
  mostAtOnce = 0;
  answer: (sent: Sent) => { code: string; retry: boolean } | undefined = () => undefined;
  private atOnce = 0;

  constructor(public fate: () => Fate = () => "arrives") {}

  send = async (sent: Sent): Promise<Receipt> => {
    this.asked.push(sent);
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.atOnce);
    try {
      await new Promise(resolve => setTimeout(resolve));
      const fate = this.fate();
      if (fate === "request lost") throw new Error("connection lost");
      if (fate === "portal") return "<html>Welcome to the hotel</html>" as unknown as Receipt;
      const receipt = this.receive(sent);
      if (fate === "answer lost") throw new Error("connection lost");
      return receipt;
    } finally {
      this.atOnce--;
    }
  };

  private receive(sent: Sent): Receipt {
    const before = this.recorded.findIndex(x => x.command === sent.command);
    if (before >= 0) return { number: before + 1 };
    const refused = this.answer(sent);
    if (refused) return { number: this.recorded.length, refused: { ...refused, text: { en: "no", it: "no", de: "nein" } } };
    return { number: this.recorded.push(sent) };
  }
}
