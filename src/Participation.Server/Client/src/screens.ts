import type { ComponentType } from "preact";

export type Screens<Props> = (kind: string) => Promise<ComponentType<Props>> | undefined;

/** The screens that Vite found beside the activities, by kind: `…/DotVote/phone.tsx` serves `dot-vote`. Each is a chunk of its own. */
export function screens<Props>(found: Record<string, () => Promise<unknown>>): Screens<Props> {
  const byKind = new Map(Object.entries(found).map(([path, load]) => [kebab(path.split("/").slice(-2)[0]!), load]));
  return kind => byKind.get(kind)?.().then(module => (module as { default: ComponentType<Props> }).default);
}

const kebab = (folder: string) => folder.replace(/(?!^)[A-Z]/g, x => "-" + x).toLowerCase();
