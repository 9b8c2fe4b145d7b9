import type { Plugin } from "vite";

const parts = /@microsoft\/signalr\/dist\/esm\/(\w+)\.js$/;

/** Ways to the server that the house never takes (it speaks WebSockets and long polling, by fetch), what resends over stateful reconnects, and the logs. */
const spared: Record<string, string> = {
  ServerSentEventsTransport: "class ServerSentEventsTransport",
  XhrHttpClient: "class XhrHttpClient",
  MessageBuffer: "class MessageBuffer",
  DefaultReconnectPolicy: "class DefaultReconnectPolicy",
};

/** What goes with streams, and what comes back by itself: the house calls, is called, and seeks its connection in its own way. */
const unused: Record<string, string[]> = {
  HubConnection: ["stream", "send", "off", "onreconnecting", "onreconnected", "_reconnect", "_getNextRetryDelay", "_launchStreams", "_isObservable", "_createStreamInvocation", "_createCancelInvocation", "_createStreamItemMessage"],
  HubConnectionBuilder: ["withHubProtocol", "withAutomaticReconnect", "withServerTimeout", "withKeepAliveInterval", "withStatefulReconnect"],
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
      let rest = code.replaceAll("\r\n", "\n").replace(log, ";");
      if (/logger\.log\(/.test(rest)) this.error(`@microsoft/signalr: a log line of ${part} is no longer a line`);
      for (const name of unused[part] ?? []) {
        const whole = new RegExp(`^    (?:async )?(${name}\\(.*\\) \\{)$[^]*?^    \\}$`, "m");
        if (!whole.test(rest)) this.error(`@microsoft/signalr: ${part}.${name} is no longer what is left out`);
        rest = rest.replace(whole, "    $1}");
      }
      return rest === code ? undefined : { code: rest, map: null };
    },
  };
}
