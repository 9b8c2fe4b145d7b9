import { useEffect } from "preact/hooks";
import account from "virtual:texts/account";
import consoleTexts from "virtual:texts/console";
import room from "virtual:texts/room";
import { Switches } from "../console/Switches";
import { choose } from "../texts";
import { useKept } from "../ui/local";
import { useWords, type Spoken } from "../ui/words";
import { Invitation } from "./Invitation";
import { Mine } from "./Mine";
import { People } from "./People";
import { Setup } from "./Setup";
import { SignIn } from "./SignIn";

const pages: Record<string, { title: string; Page: (props: { words: Spoken }) => preact.ComponentChildren }> = {
  setup: { title: "account.setup-title", Page: Setup },
  "sign-in": { title: "account.sign-in", Page: SignIn },
  invitation: { title: "account.invitation-title", Page: Invitation },
  account: { title: "account.mine", Page: Mine },
  people: { title: "account.people", Page: People },
};

/** Everything about accounts: each address is one page. */
export function Account({ path }: { path: string }) {
  const [kept, setKept] = useKept("language", "");
  const words = useWords(choose(kept, navigator.language), [room, consoleTexts, account]);
  const { title, Page } = pages[path.split("/")[1]!] ?? pages["sign-in"]!;
  useEffect(() => { if (words) document.title = `${words.t(title)} · Participation`; }, [words]);
  if (!words) return null;
  return (
    <div class="home account">
      <header class="home-head">
        <h1>{words.t(title)}</h1>
        <Switches language={words.language} setLanguage={setKept} t={words.t} />
      </header>
      <main><Page words={words} /></main>
    </div>
  );
}
