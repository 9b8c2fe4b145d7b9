import type { LocalText } from "./views";

/** A command on this phone: unsent until a receipt came, then kept as the person's own record. */
export interface Entry {
  command: string;
  /** Order of giving on this phone. */
  at: number;
  session: string;
  name: string;
  item?: string;
  round?: number;
  /** The guest in whose name a scribe gives it. */
  for?: string;
  data: object;
  field?: string;
  text?: string;
  note?: string;
  slot?: string;
  /** Of a secret ballot: all that stays of `data` once there is an answer. */
  secret?: object;
  /** The session's number in the receipt. */
  received?: number;
  /** The life of the server's file that gave the receipt. */
  epoch?: string;
  /** It was received in an earlier life and is sent once more. */
  again?: boolean;
  refused?: { code: string; text: LocalText };
}

/** Where entries outlive reload and tab kill. */
export interface Store {
  all(): Promise<Entry[]>;
  put(entry: Entry): Promise<void>;
  remove(command: string): Promise<void>;
}

// Some browsers leave `open` without any answer, or with a late one: a phone does not wait longer for it (ms).
const patience = 2_000;

/** IndexedDB where it works; else localStorage; else memory, so that the page runs even where both are forbidden. */
export async function openStore(): Promise<Store> {
  const store = layered(localStore(), openDatabase().then(databaseStore));
  const told = store.opened.then(tellOutboxes);
  await Promise.race([told, new Promise(resolve => setTimeout(resolve, patience))]);
  return store;
}

/** What is put lies on the shelf at once and moves to the database when that has it: also a page killed a moment later has kept it. */
export function layered(shelf: Store, opening: Promise<Store>): Store & { opened: Promise<void> } {
  let database: Store | undefined;
  const opened = opening.then(async store => {
    for (const entry of await shelf.all()) {
      await store.put(entry);
      await shelf.remove(entry.command);
    }
    database = store;
  }).catch(() => {});
  return {
    opened,
    all: async () => [...new Map([...((await database?.all()) ?? []), ...(await shelf.all())].map(x => [x.command, x])).values()],
    // Rejects where neither keeps it: then it lives as long as the page.
    put: async entry => {
      const shelved = shelf.put(entry).then(() => true, () => false);
      const stored = database?.put(entry).then(() => shelf.remove(entry.command)).then(() => true, () => false);
      if (!(await stored) && !(await shelved)) throw new Error("kept nowhere");
    },
    remove: async command => {
      await shelf.remove(command);
      await database?.remove(command);
    },
  };
}

// What an earlier page left may come to light late: an outbox that has begun without it reads again.
function tellOutboxes(): void {
  if (typeof BroadcastChannel === "undefined") return;
  const channel = new BroadcastChannel("outbox");
  channel.postMessage(0);
  channel.close();
}

const openDatabase = () =>
  new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open("participation", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("outbox", { keyPath: "command" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = request.onblocked = () => reject(request.error);
  });

function databaseStore(database: IDBDatabase): Store {
  const run = <T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      const transaction = database.transaction("outbox", mode);
      const request = ask(transaction.objectStore("outbox"));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
  return {
    all: () => run<Entry[]>("readonly", x => x.getAll()),
    put: entry => run("readwrite", x => x.put(entry)).then(() => {}),
    remove: command => run("readwrite", x => x.delete(command)),
  };
}

export const memory = (): Pick<Storage, "getItem" | "setItem" | "removeItem"> & { keys(): string[]; keeps(key: string): boolean } => {
  const kept = new Map<string, string>();
  return {
    getItem: key => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: key => void kept.delete(key),
    keys: () => [...kept.keys()],
    keeps: () => true,
  };
};

/** localStorage; what it does not take (forbidden, full) stays in memory. */
export const shelf = ((): ReturnType<typeof memory> => {
  const spare = memory();
  const attempt = <T>(ask: () => T, instead: () => T) => {
    try {
      return ask();
    } catch {
      return instead();
    }
  };
  return {
    getItem: key => spare.getItem(key) ?? attempt(() => localStorage.getItem(key), () => null),
    setItem: (key, value) => {
      spare.removeItem(key);
      attempt(() => localStorage.setItem(key, value), () => spare.setItem(key, value));
    },
    removeItem: key => {
      spare.removeItem(key);
      attempt(() => localStorage.removeItem(key), () => {});
    },
    keys: () => [...attempt(() => Object.keys(localStorage), () => []), ...spare.keys()],
    keeps: key => spare.getItem(key) === null,
  };
})();

/** What a kept text says, if it says something whole: a damaged one counts as none. */
export function whole<T extends object>(text: string | null, isWhole: (found: T) => unknown = () => true): T | undefined {
  try {
    const found = JSON.parse(text!) as T;
    return typeof found === "object" && found && isWhole(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

const prefix = "outbox/";

export const localStore = (on = shelf): Store => ({
  all: async () =>
    on.keys().filter(x => x.startsWith(prefix)).flatMap(x => whole<Entry>(on.getItem(x), found => found.command && found.session) ?? []),
  put: async entry => {
    on.setItem(prefix + entry.command, JSON.stringify(entry));
    if (!on.keeps(prefix + entry.command)) throw new Error("no room");
  },
  remove: async command => on.removeItem(prefix + command),
});
