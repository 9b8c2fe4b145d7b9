import { pause } from "../pause";
import { Refused } from "./door";

/** Asks until the server answers, at once when the network comes back; only a refusal ends it. Whoever waits can be told what was in the way. */
export async function persist<T>(ask: () => Promise<T>, onWait: (error: unknown) => void): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof Refused) throw error;
      onWait(error);
      await new Promise<unknown>(resolve => {
        setTimeout(resolve, pause(attempt));
        addEventListener("online", resolve, { once: true });
      });
    }
  }
}
