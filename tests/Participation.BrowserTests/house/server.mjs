import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { patience } from "./browser.mjs";

const root = resolve(import.meta.dirname, "../../..");

/** The program as it was built last, or the published one that SERVER names. */
function program() {
  if (process.env.SERVER) return resolve(process.env.SERVER);
  const built = ["Release", "Debug"].map(x => join(root, "src/Participation.Server/bin", x, "net10.0/Participation.Server.dll")).filter(existsSync);
  if (built.length === 0) throw new Error("The server is not built: dotnet build Participation.sln");
  return built.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0];
}

/** This machine in its network: a plain http address that no browser takes for secure. */
export const network = () => Object.values(networkInterfaces()).flat().find(x => x.family === "IPv4" && !x.internal)?.address;

/** A port below those that the system hands out by itself: nobody gets it by chance, also not while the server is down. */
async function freePort() {
  for (;;) {
    const port = randomInt(15_000, 32_000);
    const probe = createServer();
    const free = await new Promise(resolve => probe.once("error", () => resolve(false)).listen(port, () => resolve(true)));
    if (!free) continue;
    probe.close();
    await once(probe, "close");
    return port;
  }
}

/** A server of the test's own, with a journal of its own that outlives being killed. */
export class Server {
  #data = mkdtempSync(join(tmpdir(), "participation-"));
  #child;
  #workshops;
  #settings;
  // Also a journey that breaks off leaves neither a server nor its data behind.
  #swept = () => {
    this.#child?.kill("SIGKILL");
    rmSync(this.#data, { recursive: true, force: true });
  };

  constructor(workshops = join(root, "workshops"), settings = []) {
    this.#settings = settings;
    this.#workshops = workshops;
  }

  static async start(workshops, ...settings) {
    const server = new Server(workshops, settings);
    process.once("exit", server.#swept);
    server.port = await freePort();
    server.local = `http://localhost:${server.port}`;
    server.lan = `http://${network() ?? "127.0.0.1"}:${server.port}`;
    try {
      await server.run();
    } catch (error) {
      await server.stop();
      throw error;
    }
    return server;
  }

  async run() {
    const child = spawn("dotnet", [program(), "--Urls", `http://*:${this.port}`, "--Data", this.#data, "--Workshops", this.#workshops, "--CallsPerSecond", "1000", ...this.#settings], { stdio: ["ignore", "pipe", "pipe"] });
    this.#child = child;
    let said = "";
    await new Promise((listening, broken) => {
      const hear = chunk => {
        said += chunk;
        this.setup ??= /setup:\s+(\S+)/.exec(said)?.[1];
        if (/Ctrl\+C/.test(said)) listening();
      };
      child.stdout.on("data", hear);
      child.stderr.on("data", hear);
      child.on("exit", code => broken(new Error(`The server ended with ${code}:\n${said}`)));
      setTimeout(() => broken(new Error(`The server does not listen:\n${said}`)), 3 * patience).unref();
    });
    const answer = await fetch(`${this.local}/healthz`);
    if (!answer.ok) throw new Error(`/healthz answered ${answer.status}`);
  }

  /** As a power cut would: nothing is written any more. */
  async kill(signal = "SIGKILL") {
    if (!this.#child || this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.removeAllListeners("exit");
    const end = once(this.#child, "exit");
    this.#child.kill(signal);
    await end;
  }

  async stop() {
    await this.kill("SIGTERM");
    process.off("exit", this.#swept);
    this.#swept();
  }
}
