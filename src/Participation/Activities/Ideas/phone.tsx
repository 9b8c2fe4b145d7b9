import { useState } from "preact/hooks";
import type { PhoneProps } from "@client/activity";
import { useSettling } from "@client/press";
import { graphemes } from "@client/graphemes";
import { CardView } from "@client/ui/CardView";
import { Chips } from "@client/ui/Chips";
import { Choose } from "@client/ui/Choose";
import { figure } from "@client/texts";
import { Going } from "@client/ui/Going";
import { Heading } from "@client/ui/Heading";
import { Own } from "@client/ui/Own";
import { underway } from "@client/ui/underway";
import { Write } from "@client/ui/Write";
import type { IdeasMine, IdeasView, Kind } from "./views";
import { Reword } from "./reword";
import { sorts } from "./sorts";
import "./sorts.css";
import "./phone.css";

const placeLimit = 80;
/** A phone may hold an idea that it gave under the name that ideas had before. */
const written = "contribution.write ideas.give";

/** Write an idea, see what became of one's own, and read the room's when they are open. */
export default function Phone(props: PhoneProps<IdeasView, IdeasMine>) {
  const { view, mine, item, given, t, say } = props;
  const own = [...(mine?.cards ?? [])].reverse();
  const shown = { t, say, categories: view.categories, zones: props.zones };
  const room = [...view.cards].filter(x => !own.some(y => y.id === x.id)).reverse();
  return (
    <>
      <Heading title={say(item.title)} question={say(view.question)} />
      <Form {...props} />
      {(own.length > 0 || underway(given, written).length > 0) && (
        <section class="block">
          <h2>{t("ideas.own")}</h2>
          <ol class="cards">
            <Going given={given} name={written} t={t} />
            {own.map(card => (
              <CardView key={card.id} card={card} sort={sorts[card.kind as Kind]} {...shown} mine>
                {card.near && card.status !== "withdrawn" && <Near {...props} near={card.near} />}
                {card.status !== "withdrawn" && card.status !== "reset" && card.status !== "erased" && (
                  <div class="ideas-acts">
                    <Reword {...props} card={card} />
                    {props.open && <TakeBack {...props} card={card.id} />}
                  </div>
                )}
              </CardView>
            ))}
          </ol>
        </section>
      )}
      <section class="block">
        <p class="count"><strong class="numeral">{figure(view.total, t)}</strong> <span>{t("ideas.total", { n: view.total }).replace(/^\S+\s/, "")}</span></p>
        {!view.open && <p class="hint">{t("ideas.private")}</p>}
        {view.open && room.length > 0 && (
          <>
            <h2>{t("ideas.room")}</h2>
            {view.cards.length < view.total && <p class="hint">{t("ideas.newest", { n: view.cards.length, total: view.total })}</p>}
            <ol class="cards">{room.map(card => <CardView key={card.id} card={card} sort={sorts[card.kind as Kind]} {...shown} />)}</ol>
          </>
        )}
      </section>
    </>
  );
}

function Form({ view, open, zones, t, say, send, useDraft }: PhoneProps<IdeasView, IdeasMine>) {
  const text = useDraft("text");
  const kind = useDraft("kind");
  const category = useDraft("category");
  const zone = useDraft("zone");
  const place = useDraft("place");
  if (!open && text.text === "") return null;
  const tooFar = graphemes(place.text.trim()) - placeLimit;
  const chosen = view.kinds.find(x => x === kind.text) ?? (view.kinds.length === 1 ? view.kinds[0] : undefined);
  const give = (words: string) => {
    const at = place.text.trim();
    const choices = { ...(chosen && { kind: chosen }), ...(category.text && { category: category.text }), ...(zone.text && { zone: zone.text }) };
    send("contribution.write", { texts: { text: words, ...(at && { place: at }) }, choices }, { field: "text", text: words });
    // They were said of this idea; the next one may be about something else.
    for (const field of [kind, category, zone, place]) field.write("");
  };
  return (
    <Write label={t("ideas.write")} button={t("ideas.give")} limit={view.limit} open={open} wrong={tooFar > 0} draft={text} onSend={give} t={t}>
      {view.kinds.length > 1 && (
        <Chips label={t("ideas.entry-kind")} hint={t("ideas.optional")} disabled={!open} value={chosen} onPick={kind.write}
          options={view.kinds.map(id => ({ id, label: t(sorts[id].label) }))} />
      )}
      {view.categories.length > 0 && (
        <Chips label={t("ideas.category")} hint={t("ideas.optional")} disabled={!open} value={category.text} onPick={category.write}
          options={view.categories.map(x => ({ id: x.id, label: say(x.label) }))} />
      )}
      {(view.askPlace || (view.askZone && zones.length > 0)) && (
        <details open={zone.text !== "" || place.text !== "" || undefined}>
          <summary>{t("ideas.where")}</summary>
          <div class="write">
            {view.askZone && zones.length > 0 && (
              <Choose label={t("ideas.zone")} options={zones} value={zone.text} onChoose={id => zone.write(id ?? "")} t={t} say={say} />
            )}
            {view.askPlace && (
              <label class="field">
                <span>{t("ideas.place")}</span>
                <input value={place.text} dir="auto" autocomplete="off" readOnly={!open} aria-invalid={tooFar > 0} onInput={event => place.write(event.currentTarget.value)} />
                {tooFar > 0 && <span class="wrong" role="alert">{t("phone.write.over", { n: tooFar })}</span>}
              </label>
            )}
          </div>
        </details>
      )}
    </Write>
  );
}

function Near({ view, mine, near, t }: PhoneProps<IdeasView, IdeasMine> & { near: string }) {
  const other = [...view.cards, ...(mine?.cards ?? [])].find(x => x.id === near);
  return (
    <div class="near">
      <p>{t("ideas.near", { id: near })}</p>
      {other && <blockquote><Own text={other.text} /></blockquote>}
    </div>
  );
}

/** Withdraws one's own idea, after one more tap. */
function TakeBack({ card, given, t, send }: PhoneProps<IdeasView, IdeasMine> & { card: string }) {
  const [asked, ask] = useState(false);
  const settling = useSettling(`${asked}`);
  const gone = given.some(x => x.name === "contribution.withdraw" && x.state !== "refused" && (x.data as { contribution: string }).contribution === card);
  if (gone) return <p class="state">{t("ideas.withdrawing")}</p>;
  if (!asked) return <button class={`quiet ${settling}`} aria-label={t("ideas.withdraw-which", { id: card })} onClick={() => ask(true)}>{t("ideas.withdraw")}</button>;
  return (
    <p class={`between ${settling}`} role="group" aria-label={t("ideas.withdraw-which", { id: card })}>
      <button class="button" onClick={() => send("contribution.withdraw", { contribution: card })}>{t("ideas.withdraw-yes")}</button>
      <button class="quiet" onClick={() => ask(false)}>{t("ideas.withdraw-no")}</button>
    </p>
  );
}
