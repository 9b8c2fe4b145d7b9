import type { VNode } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { shelf } from "../store";
import { choose, load, say, translate } from "../texts";
import type { Language, LocalText } from "../views";
import { type Answers, type Door, join, joining, knock, recall, Refused, remember, Trouble, type Way, wayBack, wayOf } from "./door";
import { Bare } from "./Frame";
import { persist } from "./persist";
import { areas, SpeechContext, useSpeech } from "./speech";
import { atDoor, inside, useLater } from "./useLater";

/** The phone from the first look to the last: a code, the door, the room. */
export function Phone({ first, asked }: { first: Language; asked?: Promise<Door> }) {
  const [language, setLanguage] = useState(first);
  const [known] = useState(() => recall(location.pathname));
  const [way, setWay] = useState(known?.way ?? wayOf(location.pathname) ?? wayBack(location.pathname));
  const [door, setDoor] = useState(known?.door);
  const [trouble, setTrouble] = useState<string | LocalText>();
  const [mistyped, mistype] = useState<string>();
  const early = useRef(asked);
  const satAgain = useRef(-Infinity);

  const speech = useMemo(() => ({
    language,
    t: translate(language),
    say: say(language),
    speak: (next: Language) => void load(next, ...areas).then(() => {
      shelf.setItem("language", next);
      setLanguage(next);
    }),
  }), [language]);

  useEffect(() => {
    document.documentElement.lang = language;
    if (door) document.title = speech.say(door.title);
  }, [language, door]);

  const seek = (by: Way | undefined) => {
    setWay(by);
    setTrouble(undefined);
    if (!by) return;
    const ask = () => {
      const answer = early.current ?? knock(by);
      early.current = undefined;
      return answer;
    };
    const leave = persist(ask, error => setTrouble(error instanceof Trouble && error.text || "phone.door.no-answer"));
    void leave.then(found => {
      // Whoever has not chosen reads their device's language; where the house does not speak it, the session's.
      if (!shelf.getItem("language")) void welcome(found.language);
      setTrouble(undefined);
      if (found.seated) enter(found, by);
      else setDoor(found);
    }).catch((error: unknown) => {
      setWay(undefined);
      if ("code" in by) mistype(by.code);
      setTrouble(reason(error, by));
    });
  };
  const welcome = async (session: Language) => {
    const next = choose(...navigator.languages, session);
    await load(next, ...areas);
    setLanguage(next);
  };
  // Inside, the address is the session's own: a reload leads back even when the code is no longer valid.
  const enter = (found: Door, by: Way, answers?: Answers) => {
    const seated = { ...found, seated: true };
    const path = "/s/" + found.session;
    remember({ way: by, door: seated, ...recall(path)?.answers && { answers: recall(path)!.answers! }, ...answers && { answers } });
    history.replaceState(null, "", path);
    setDoor(seated);
  };
  // A server that was restored from a backup may not know this seat: the same join gives the same one. Where that does not help, the door is asked.
  const sitAgain = (found: Door) => {
    const answers = recall("/s/" + found.session)?.answers;
    setDoor(undefined);
    if (!way || !answers || performance.now() - satAgain.current < 60_000) return seek(way);
    satAgain.current = performance.now();
    setTrouble("phone.door.again");
    persist(() => join(way, joining(found.session), answers), () => {}).then(() => enter(found, way), () => seek(way));
  };
  useEffect(() => {
    if (!known) seek(way);
  }, []);

  return (
    <SpeechContext.Provider value={speech}>
      {door?.seated ? <Inside door={door} onUnseated={() => sitAgain(door)} />
        : door?.shut && way ? <AtDoor>{({ Shut }) => <Shut door={door} onKnock={() => seek(way)} />}</AtDoor>
        : door && way ? <AtDoor>{({ Consent }) => <Consent door={door} way={way} onSeated={answers => enter(door, way, answers)} />}</AtDoor>
        : way ? <Bare><p class="calm" role="status">{typeof trouble === "object" ? speech.say(trouble) : speech.t(trouble ?? "phone.door.seeking")}</p></Bare>
        : <AtDoor>{({ CodeEntry }) => <CodeEntry typed={mistyped} trouble={typeof trouble === "object" ? speech.say(trouble) : trouble && speech.t(trouble)} onWay={seek} />}</AtDoor>}
    </SpeechContext.Provider>
  );
}

/** What stands at the door is on its way since somebody stood before it. While they read, the room comes. */
function AtDoor({ children }: { children: (part: Awaited<ReturnType<typeof atDoor>>) => VNode }) {
  const { t } = useSpeech();
  const part = useLater(atDoor);
  useEffect(() => void (part && inside().catch(() => {})), [part]);
  return part ? children(part) : <Bare><p class="calm" role="status">{t("phone.loading")}</p></Bare>;
}

function Inside(props: { door: Door; onUnseated: () => void }) {
  const { t } = useSpeech();
  const part = useLater(inside);
  return part ? <part.RoomPage {...props} /> : <Bare><p class="calm" role="status">{t("phone.line.connecting")}</p></Bare>;
}

const reason = (error: unknown, way: Way) =>
  error instanceof Refused && error.code === "join.too-many-tries" ? "phone.code.too-many"
    : error instanceof Refused && error.code === "join.over" && error.text ? error.text
    : "code" in way ? "phone.code.unknown" : "phone.code.link-unknown";
