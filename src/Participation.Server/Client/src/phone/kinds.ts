import kinds from "virtual:texts/kinds";
import type { PhoneProps } from "../activity";
import { screens } from "../screens";
import { load } from "../texts";
import type { Language } from "../views";

const find = screens<PhoneProps<unknown, unknown>>(import.meta.glob("../../../../Participation/Activities/*/phone.tsx"));

/** A kind's screen with its texts. The list of kinds is a part of its own, fetched when the first step opens: however many there are, a page costs the same. */
export async function screenOf(kind: string, language: Language) {
  const texts = kinds[kind];
  const [screen] = await Promise.all([find(kind), texts && load(language, texts)]);
  return screen;
}
