import type { Plugin } from "vite";

const parts = /@microsoft\/signalr\/dist\/esm\/(\w+)\.js$/;

/** Ways to the server that the house never takes (it speaks WebSockets and long polling, by fetch), what resends over stateful reconnects, and the logs. */
const spared: Record<string, string> = {
  ServerSentEventsTransport: "class ServerSentEventsTransport",
  XhrHttpClient: "class XhrHttpClient",
  MessageBuffer: "class MessageBuffer",
  DefaultReconnectPolicy: "class DefaultReconnectPolicy",
};

/** A log line is a statement of its own; nothing is computed in it that is needed elsewhere. */
const log = /^\s*(?:this\._)?logger\.log\(.*\);\r?$/gm;

/** Leaves out of the SignalR client what a phone would load and never run. A release of it that is built otherwise stops the build. */
export function slimSignalR(): Plugin {
  return {
    name: "slim-signalr",
    apply: "build",
    transform(code, id) {
      const part = parts.exec(id)?.[1];
      if (!part) return;
      const head = spared[part];
      if (head && !code.includes(`export ${head}`)) this.error(`@microsoft/signalr: ${part} is no longer what is left out`);
      if (head) return { code: `export ${head} {}`, map: null };
      const rest = code.replace(log, ";");
      if (/logger\.log\(/.test(rest)) this.error(`@microsoft/signalr: a log line of ${part} is no longer a line`);
      return rest === code ? undefined : { code: rest, map: null };
    },
  };
}
