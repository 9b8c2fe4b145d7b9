import type { ComponentType } from "preact";

export type Screens<Props> = (kind: string) => Promise<ComponentType<Props>> | undefined;

/** What Vite found beside the activities, whole modules by kind. */
export function modules<Module>(found: Record<string, () => Promise<unknown>>): (kind: string) => Promise<Module> | undefined {
  const byKind = new Map(Object.entries(found).map(([path, load]) => [kebab(path.split("/").slice(-2)[0]!), load]));
  return kind => byKind.get(kind)?.() as Promise<Module> | undefined;
}

/** The screens that Vite found beside the activities, by kind: `…/DotVote/phone.tsx` serves `dot-vote`. Each is a chunk of its own. */
export function screens<Props>(found: Record<string, () => Promise<unknown>>): Screens<Props> {
  const byKind = modules<{ default: ComponentType<Props> }>(found);
  return kind => byKind(kind)?.then(module => module.default);
}

const kebab = (folder: string) => folder.replace(/(?!^)[A-Z]/g, x => "-" + x).toLowerCase();
