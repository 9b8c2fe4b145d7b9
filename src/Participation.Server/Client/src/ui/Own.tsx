import { lines } from "./lines";

/** What a person wrote, with its line breaks, in their own direction of writing: an override in it cannot spill into what stands around. */
export const Own = ({ text }: { text: string }) => <bdi dir="auto">{lines(text)}</bdi>;
